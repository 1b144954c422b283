"""The symbol tables of the compiler, for the library's module symtable."""

import os

from _ast_bridge import symbols as _symbols

DEF_GLOBAL = 1
DEF_LOCAL = 2
DEF_PARAM = 4
DEF_NONLOCAL = 8
USE = 16
DEF_FREE = 32
DEF_FREE_CLASS = 64
DEF_IMPORT = 128
DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT
DEF_ANNOT = 256

TYPE_FUNCTION = 0
TYPE_CLASS = 1
TYPE_MODULE = 2
TYPE_ANNOTATION = 3
TYPE_TYPE_ALIAS = 4
TYPE_TYPE_PARAMETERS = 5
TYPE_TYPE_VARIABLE = 6

LOCAL = 1
GLOBAL_EXPLICIT = 2
GLOBAL_IMPLICIT = 3
FREE = 4
CELL = 5
SCOPE_OFF = 12
SCOPE_MASK = 15


class _Entry:
    """One scope. Its `symbols` is a dict of names and numbers, of which the bits are the constants of this module."""

    __slots__ = ('children', 'lineno', 'name', 'nested', 'symbols', 'type', 'varnames', '__weakref__')

    def __init__(self, parts):
        self.type, self.name, self.lineno, self.nested, self.varnames, self.symbols, children = parts
        self.children = [_Entry(c) for c in children]

    @property
    def id(self):
        return id(self)

    def __repr__(self):
        return f'<symtable entry {self.name}({self.id}), line {self.lineno}>'


_Entry.__name__ = _Entry.__qualname__ = 'symtable entry'
_Entry.__module__ = 'builtins'


def symtable(source, filename, startstr, /):
    """Return symbol and scope dictionaries used internally by compiler."""
    if not isinstance(startstr, str):
        raise TypeError(f'symtable() argument 3 must be str, not {type(startstr).__name__}')
    filename = os.fsdecode(filename)
    if startstr not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    if not isinstance(source, str):
        try:
            source = bytes(memoryview(source))
        except TypeError:
            raise TypeError('symtable() arg 1 must be a string or bytes object') from None
    if ('\0' if isinstance(source, str) else b'\0') in source:
        raise SyntaxError('source code string cannot contain null bytes')
    return _Entry(_symbols(source, filename, startstr))
