"""Blobs as files, and copies of databases, which the driver of SQLite for Java has not as sqlite3 wants them."""

import _sqlite_calls as _calls
from _sqlite_calls import OperationalError, ProgrammingError
from _sqlite_names import SQLITE_ABORT, SQLITE_DONE, SQLITE_OK, SQLITE_READONLY
from _sqlite_values import _error, _Unsaved


class Blob(_Unsaved):
    __module__ = 'sqlite3'
    __doc__ = None
    # _value: as it was when it was last read or written; whoever else changes the row makes the blob useless.
    __slots__ = ('_connection', '_read', '_write', '_row', '_readonly', '_value', '_offset', '__weakref__')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'sqlite3.Blob' instances")

    def _check(self):
        connection = self._connection
        if connection is None:
            raise ProgrammingError('Cannot operate on a closed blob.')
        connection._check()
        return connection

    def _expire(self):
        self._value = None

    def _content(self):
        """The value, which nobody else may have changed."""
        connection = self._check()
        found = connection._query(self._read, self._row) if self._value is not None else []
        if not found or found[0][1] != self._value:
            self._value = None
            raise _error(SQLITE_ABORT, 'SQLITE_ABORT', 'query aborted')
        return self._value

    def _replace(self, start, data):
        value = self._content()
        if self._readonly:
            raise _error(SQLITE_READONLY, 'SQLITE_READONLY', 'attempt to write a readonly database')
        value = value[:start] + data + value[start + len(data) :]
        self._connection._query(self._write, value, self._row)
        self._value = value

    def close(self):
        """Close the blob."""
        if self._connection is not None:
            self._connection._check()
            self._connection._blobs.remove(self)
            self._connection = self._value = None

    def __enter__(self):
        """Blob context manager enter."""
        self._check()
        return self

    def __exit__(self, type, val, tb, /):
        """Blob context manager exit."""
        self._check()
        self.close()

    def __len__(self):
        self._check()
        return len(self._value or b'')

    def read(self, length=-1, /):
        """Read data at the current offset position.

        length
          Read length in bytes.

        If the end of the blob is reached, the data up to end of file will be returned.
        When length is not specified, or is negative, Blob.read() will read until the
        end of the blob."""
        value = self._content()
        data = value[self._offset :] if length < 0 else value[self._offset : self._offset + length]
        self._offset += len(data)
        return data

    def write(self, data, /):
        """Write data at the current offset.

        This function cannot change the blob length.  Writing beyond the end of the
        blob will result in an exception being raised."""
        self._check()
        data = _contiguous(data)
        if self._offset + len(data) > len(self):
            # One that is of no use any more has no length.
            self._content()
            raise ValueError('data longer than blob length')
        self._replace(self._offset, data)
        self._offset += len(data)

    def seek(self, offset, origin=0, /):
        """Set the current access position to offset.

        The origin argument defaults to os.SEEK_SET (absolute blob positioning).
        Other values for origin are os.SEEK_CUR (seek relative to the current position)
        and os.SEEK_END (seek relative to the blob's end)."""
        self._check()
        if origin not in (0, 1, 2):
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        base = (0, self._offset, len(self))[origin]
        if origin and offset > (1 << 31) - 1 - base:
            raise OverflowError('seek offset results in overflow')
        if not 0 <= base + offset <= len(self):
            raise ValueError('offset out of blob range')
        self._offset = base + offset

    def tell(self):
        """Return the current access position for the blob."""
        self._check()
        return self._offset

    def _index(self, key):
        key = key.__index__()
        if not -(1 << 63) <= key < 1 << 63:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        size = len(self)
        if key < 0:
            key += size
        if not 0 <= key < size:
            raise IndexError('Blob index out of range')
        return key

    def __getitem__(self, key, /):
        self._check()
        if isinstance(key, slice):
            bounds = key.indices(len(self))
            return self._content()[key] if range(*bounds) else b''
        if not hasattr(type(key), '__index__'):
            raise TypeError('Blob indices must be integers')
        return self._content()[self._index(key)]

    def __setitem__(self, key, value, /):
        self._check()
        if isinstance(key, slice):
            places = range(*key.indices(len(self)))
            data = _contiguous(value)
            if len(data) != len(places):
                raise IndexError('Blob slice assignment is wrong size')
            if places:
                changed = bytearray(self._content())
                changed[key] = data
                self._replace(0, bytes(changed))
            return
        if not hasattr(type(key), '__index__'):
            raise TypeError('Blob indices must be integers')
        key = self._index(key)
        if not hasattr(type(value), '__index__'):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = value.__index__()
        if not 0 <= value <= 255:
            raise ValueError('byte must be in range(0, 256)')
        self._replace(key, bytes([value]))

    def __delitem__(self, key, /):
        self._check()
        kind = 'slice' if isinstance(key, slice) else 'item'
        raise TypeError(f"Blob object doesn't support {kind} deletion")

    # No iterator, though there is __getitem__.
    __iter__ = None


def _contiguous(data):
    view = memoryview(data)
    if not view.c_contiguous:
        raise BufferError('memoryview: underlying buffer is not C-contiguous')
    return view.tobytes()


def _name(text):
    return '"' + text.replace('"', '""') + '"'


def _blob(connection, table, column, row, readonly, name):
    blob = object.__new__(Blob)
    place = f'{_name(name)}.{_name(table)}'
    value = f't.{_name(column)}'
    blob._read = f'SELECT typeof({value}), CAST({value} AS BLOB) FROM {place} AS t WHERE t.rowid = ?'
    blob._write = f'UPDATE {place} SET {_name(column)} = ? WHERE rowid = ?'
    found = connection._query(blob._read, row)
    if not found:
        raise OperationalError(f'no such rowid: {row}')
    kind, content = found[0]
    if kind not in ('blob', 'text'):
        raise OperationalError(f'cannot open value of type {kind}')
    blob._connection, blob._row, blob._readonly, blob._value, blob._offset = connection, row, readonly, content, 0
    return blob


# ---- copies


def _copied(source, target, pages, progress, name):
    """
    Copies a database: first into memory, where nobody else writes, then at once into the other connection.

    pages: after how many of them progress(status, pages left, pages in all) is called; all at once when not positive.
    """
    if not source._has(name):
        raise OperationalError(f'unknown database {name}')
    done, seen = 0, None
    while progress is not None:
        total = source._query(f'PRAGMA {_name(name)}.page_count')[0][0]
        changes = source.total_changes, source._query(f'PRAGMA {_name(name)}.data_version')
        # Pages that were copied before somebody writes are copied again.
        done = min((done if changes == seen else 0) + pages, total) if pages > 0 else total
        seen = changes
        if done == total:
            break
        progress(SQLITE_OK, total - done, total)
    if target.in_transaction:
        raise OperationalError('target is in transaction')
    meeting = f'file:/picklejar-copy-{id(source)}-{id(target)}?vfs=memdb'
    database = _calls.open(meeting)
    try:
        _finished(source._patiently(_copy, _calls.copy_to, source, name, meeting))
        _finished(target._patiently(_copy, _calls.copy_from, target, 'main', meeting))
    finally:
        _calls.close(database)
    if progress is not None:
        progress(SQLITE_DONE, 0, total)


def _copy(call, connection, name, place):
    return call(connection._database, name, place)


def _finished(code):
    if code != SQLITE_OK:
        raise OperationalError(f'the database cannot be copied (SQLite: {-code})')
