# What is written in Python here and in C in CPython has no frame there that could be warned about.
def _frame_outside_builtins(frame, skip_file_prefixes, next_frame=_next_external_frame):
    frame = next_frame(frame, skip_file_prefixes)
    while frame is not None and frame.f_code.co_filename.startswith('<picklejar>/builtin/'):
        frame = next_frame(frame, skip_file_prefixes)
    return frame


_next_external_frame = _frame_outside_builtins
