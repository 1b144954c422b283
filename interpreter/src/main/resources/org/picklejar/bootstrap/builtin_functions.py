"""Builtin functions that call Python code."""

import _io
import builtins
import sys

builtins.open = _io.open


@builtin_of(builtins)
def input(prompt='', /):
    """Read a line of text from standard input, without its line end."""
    out = sys.stdout
    source = sys.stdin
    if source is sys.__stdin__ and out is sys.__stdout__:
        line = read_line(str(prompt), False)
    else:
        out.write(str(prompt))
        out.flush()
        line = source.readline()
        line = line[:-1] if line.endswith('\n') else line or None
    if line is None:
        raise EOFError('EOF when reading a line')
    return line


@builtin_of(builtins)
def breakpoint(*args, **kws):
    """Call sys.breakpointhook(*args, **kws)."""
    return sys.breakpointhook(*args, **kws)
