"""The Python side of the kernel: displays, completion, magics, comms.

The host's functions are in the module ``_picklejar_kernel``. This package imports nothing else at start-up; what is not
needed by every cell is imported on first use.
"""


def start():
    """Prepare a fresh interpreter. Called once, before the first cell."""
    import builtins
    import sys

    import __main__
    from picklejar_kernel import display, displayhook, shell

    builtins.get_ipython = shell.get_ipython
    builtins.display = display.display
    sys.displayhook = displayhook.displayhook
    ip = shell.InteractiveShell(__main__.__dict__)
    shell.install(ip)


def begin_cell(count, code):
    """Note a cell that is about to run, so that ``In`` and ``_i`` show it."""
    from picklejar_kernel import shell

    shell.get_ipython().begin_cell(count, code)
