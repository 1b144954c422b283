"""Tracebacks of what runs, for programs that hang. Faults of the process itself are told by the JVM, in a file of its own (hs_err_pid*.log)."""

import sys as _sys
import threading as _threading

_enabled = False
_registered = {}
_timer = None
_MOST_FRAMES = 100


def _output(file):
    """A function that writes text to a file, or to a descriptor at once."""
    if file is None:
        file = _sys.stderr
        if file is None:
            raise RuntimeError('sys.stderr is None')
    if isinstance(file, int):
        if file < 0:
            raise ValueError('file is not a valid file descriptor')
        import os

        return lambda text: os.write(file, text.encode('ascii', 'backslashreplace'))
    file.fileno()
    file.flush()

    def write(text):
        file.write(text)
        file.flush()

    return write


def _dump(write, frame):
    count = 0
    while frame is not None:
        if count == _MOST_FRAMES:
            write('  ...\n')
            return
        count += 1
        code = frame.f_code
        write(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back


def _dump_all(write, all_threads, frame):
    current = _threading.get_ident()
    if not all_threads:
        write('Stack (most recent call first):\n')
        _dump(write, frame)
        return
    others = [(ident, top) for ident, top in _sys._current_frames().items() if ident != current]
    for ident, top in others:
        write(f'Thread 0x{ident:016x} (most recent call first):\n')
        _dump(write, top)
        write('\n')
    write(f'Current thread 0x{current:016x} (most recent call first):\n')
    _dump(write, frame)


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread, or of all threads if all_threads is True, into file."""
    _dump_all(_output(file), all_threads, _sys._getframe(1))


def enable(file=None, all_threads=True):
    """Remember that faults are to be told: the JVM tells of its own in any case."""
    global _enabled
    _output(file)
    _enabled = True


def disable():
    """Forget it. Returns whether it was remembered."""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """Check if the handler is enabled."""
    return _enabled


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Dump the traceback of all threads in timeout seconds, or each timeout seconds if repeat is True; then leave the process if exit is True."""
    global _timer
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    write = _output(file)
    cancel_dump_traceback_later()
    hours, minutes = divmod(int(timeout), 3600)
    minutes, seconds = divmod(minutes, 60)
    header = f'Timeout ({hours}:{minutes:02}:{seconds:02}'
    if timeout % 1:
        header += f'.{int(timeout % 1 * 1e6):06}'
    header += ')!\n'
    cancelled = _threading.Event()

    def wait():
        while not cancelled.wait(timeout):
            write(header)
            own = _threading.get_ident()
            for ident, top in _sys._current_frames().items():
                if ident != own:
                    write(f'Thread 0x{ident:016x} (most recent call first):\n')
                    _dump(write, top)
            if exit:
                import os

                os._exit(1)
            if not repeat:
                return

    _timer = cancelled
    _threading.Thread(target=wait, daemon=True, name='faulthandler').start()


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later()."""
    global _timer
    if _timer is not None:
        _timer.set()
        _timer = None


def register(signum, file=None, all_threads=True, chain=False):
    """Register a handler for the signal signum: it dumps the traceback of the current thread, or of all threads if all_threads is True, into file."""
    import signal

    write = _output(file)
    if signum not in _registered:
        _registered[signum] = signal.getsignal(signum)
    previous = _registered[signum]

    def handler(number, frame):
        _dump_all(write, all_threads, frame)
        if chain and callable(previous):
            previous(number, frame)

    signal.signal(signum, handler)


def unregister(signum):
    """Unregister the handler of the signal signum registered by register()."""
    import signal

    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True


def _refuse(*args):
    raise NotImplementedError('the process cannot be made to crash from here')


_sigsegv = _sigabrt = _sigfpe = _read_null = _stack_overflow = _fatal_error_c_thread = _refuse
