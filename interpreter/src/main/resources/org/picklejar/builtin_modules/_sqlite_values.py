"""What sqlite3 makes of values, and small objects."""

import _sqlite_calls as _calls
from _sqlite_calls import (
    OperationalError,
    ProgrammingError,
)

adapters = {}
converters = {}
# Whether one of the types that need no adapter has got one.
_base_types_adapted = False
_BASE_TYPES = (int, float, str, bytearray)


def _error(number, name, text, cls=OperationalError):
    """An error as SQLite's result makes it."""
    e = cls(text)
    e.sqlite_errorcode, e.sqlite_errorname = number, name
    return e


class _Unsaved:
    """What pickles refuse."""

    __slots__ = ()

    def __reduce_ex__(self, protocol):
        module = 'sqlite3.' if type(self).__module__ == 'sqlite3' else ''
        raise TypeError(f"cannot pickle '{module}{type(self).__name__}' object")


class PrepareProtocol:
    """PEP 246 style object adaption protocol type."""

    __module__ = 'sqlite3'
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        pass


# ---- adapters and converters


def register_adapter(type, adapter, /):
    """Register a function to adapt Python objects to SQLite values."""
    global _base_types_adapted
    if type in _BASE_TYPES:
        _base_types_adapted = True
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    """Register a function to convert SQLite values to Python objects."""
    if not isinstance(typename, str):
        raise TypeError(f'register_converter() argument 1 must be str, not {type(typename).__name__}')
    converters[typename.upper()] = converter


_NOTHING = object()


def adapt(obj, proto=PrepareProtocol, alt=_NOTHING, /):
    """Adapt given object to given protocol."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for holder, name, argument in ((proto, '__adapt__', obj), (obj, '__conform__', proto)):
        method = getattr(holder, name, None)
        if method is not None:
            try:
                adapted = method(argument)
            except TypeError:
                continue
            if adapted is not None:
                return adapted
    if alt is _NOTHING:
        raise ProgrammingError("can't adapt")
    return alt


# These have no __conform__.
_PLAIN_TYPES = (type(None), bytes)


def _adapted(value):
    """A value for a parameter that is not of a type that usually needs no adapter."""
    kind = type(value)
    if kind in _PLAIN_TYPES and (kind, PrepareProtocol) not in adapters:
        return value
    return adapt(value, PrepareProtocol, value)


def _bound(names, parameters):
    """
    The values for the parameters of a statement, as a tuple.

    names: of its parameters, with their sign; None for those without.
    """
    if isinstance(parameters, (tuple, list)) or not isinstance(parameters, dict) and _is_sequence(parameters):
        count = len(parameters)
        if count != len(names):
            raise ProgrammingError(
                'Incorrect number of bindings supplied. '
                f'The current statement uses {len(names)}, and there are {count} supplied.'
            )
        values = []
        for i, name in enumerate(names):
            if name is not None and not name.startswith('?'):
                _warn_of_name(i + 1, name)
            value = parameters[i]
            usual = type(value) in _BASE_TYPES and not _base_types_adapted
            values.append(value if usual else _adapted(value))
        return tuple(values)
    if not hasattr(type(parameters), '__getitem__'):
        raise ProgrammingError('parameters are of unsupported type')
    values = []
    for i, name in enumerate(names):
        if name is None:
            raise ProgrammingError(
                f'Binding {i + 1} has no name, but you supplied a dictionary (which has only names).'
            )
        try:
            value = parameters[name[1:]]
        except LookupError:
            raise ProgrammingError(f'You did not supply a value for binding parameter :{name[1:]}.') from None
        usual = type(value) in _BASE_TYPES and not _base_types_adapted
        values.append(value if usual else _adapted(value))
    return tuple(values)


def _is_sequence(o):
    return hasattr(type(o), '__getitem__') and not hasattr(type(o), 'keys')


def _warn_of_name(number, name):
    import warnings

    warnings.warn(
        f"Binding {number} ('{name}') is a named parameter, but you supplied a sequence which requires nameless (qmark) "
        'placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.',
        DeprecationWarning,
        stacklevel=2,
    )


# ---- objects


class Row(_Unsaved):
    __module__ = 'sqlite3'
    __slots__ = ('_data', '_description')
    __doc__ = None

    def __new__(cls, cursor, data, /):
        if not hasattr(cursor, '_description'):
            raise TypeError(f'Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}')
        if not isinstance(data, tuple):
            raise TypeError(f'Row() argument 2 must be tuple, not {type(data).__name__}')
        self = super().__new__(cls)
        self._data = data
        self._description = cursor._description
        return self

    def keys(self):
        """Returns the keys of the row."""
        return [column[0] for column in self._description or ()]

    def __getitem__(self, key, /):
        if isinstance(key, int):
            if not -(1 << 63) <= key < 1 << 63:
                raise IndexError("cannot fit 'int' into an index-sized integer")
            return self._data[key]
        if isinstance(key, str):
            for i, column in enumerate(self._description or ()):
                name = column[0]
                if name == key or name.isascii() and key.isascii() and name.lower() == key.lower():
                    return self._data[i]
            if self._description is None:
                raise IndexError(f'No item with key {key!r}')
            raise IndexError('No item with that key')
        if isinstance(key, slice):
            return self._data[key]
        raise IndexError('Index must be int or string')

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __hash__(self):
        return hash(self._description) ^ hash(self._data)

    def __eq__(self, other, /):
        if not isinstance(other, Row):
            return NotImplemented
        return self._description == other._description and self._data == other._data

    def __ne__(self, other, /):
        if not isinstance(other, Row):
            return NotImplemented
        return not (self._description == other._description and self._data == other._data)


class Statement(_Unsaved):
    """A prepared statement."""

    __module__ = 'sqlite3'
    __slots__ = ('_handle', '_sql', '_is_dml', '_names')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'sqlite3.Statement' instances")


def _statement(handle, sql):
    s = object.__new__(Statement)
    s._handle, s._sql = handle, sql
    s._is_dml = handle is not None and _calls.first_word(sql) in ('insert', 'update', 'delete', 'replace')
    s._names = _calls.parameters(handle) if handle is not None else ()
    return s


# What changes no data itself, beside what gives rows.
_READS = {'', 'pragma', 'begin', 'commit', 'end', 'rollback', 'savepoint', 'release', 'attach', 'detach'}


def _only_reads(sql):
    """Whether a statement changes nothing, as sqlite3_stmt_readonly has it."""
    return _calls.first_word(sql) in _READS or _calls.only_reads(sql)


def _literal(value):
    """A value of a parameter as it stands in SQL."""
    if value is None:
        return 'NULL'
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        text = f'{value:.15g}'
        return text if text.strip('-0123456789') else text + '.0'
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return f"x'{bytes(value).hex()}'"


def _expanded(sql, values):
    """A statement with its values in place of the parameters."""
    if not values:
        return sql
    return ''.join(_literal(values[number - 1]) if number else text for text, number in _calls.pieces(sql))


def complete_statement(statement):
    """Checks if a string contains a complete SQL statement."""
    if not isinstance(statement, str):
        raise TypeError(f"complete_statement() argument 'statement' must be str, not {type(statement).__name__}")
    return _calls.is_complete(statement)
