"""How saved states take connections of sqlite3 to databases in memory, their cursors and rows."""

import _sqlite3 as _sqlite
from stackless._wrap import set_attributes

_MADE_ANEW = ('_database', '_statements', '_blobs')


def object_of_sqlite(o, kind):
    """The reduce value of such an object; None for one that pickles refuse, and for others."""
    if issubclass(kind, _sqlite.Connection):
        attributes, slots = object.__getstate__(o)
        content = o._content()
        slots = {name: value for name, value in slots.items() if name not in _MADE_ANEW}
        return _make, (_sqlite.Connection, kind), ((attributes, slots), content), None, None, _fill_connection
    if issubclass(kind, _sqlite.Cursor):
        if o._locked or o._statement is not None:
            raise TypeError(f"cannot pickle '{kind.__name__}' object: it is in use or has rows left")
        return _make, (_sqlite.Cursor, kind), object.__getstate__(o), None, None, set_attributes
    if issubclass(kind, _sqlite.Row):
        return _make_row, (kind,), object.__getstate__(o), None, None, set_attributes
    return None


def _make(base, kind):
    return base.__new__(kind)


def _make_row(kind):
    return object.__new__(kind)


def _fill_connection(o, state):
    attributes, content = state
    set_attributes(o, attributes)
    o._restore(content)
