"""Cursors of sqlite3: the running of statements."""

import _sqlite_calls as _calls
from _sqlite_calls import InterfaceError, OperationalError, ProgrammingError
from _sqlite_names import SQLITE_BUSY, SQLITE_LOCKED, SQLITE_MISUSE
from _sqlite_values import _bound, _error, _only_reads, _Unsaved

# What a step of a statement comes to.
_DONE, _ROW, _WAIT = range(3)
# What rows have text as: str, bytes, or bytes in a tuple, from which text_factory makes something.
_STR, _BYTES, _MARKED = range(3)
_ALL_ROWS = (1 << 31) - 1


class Cursor(_Unsaved):
    """SQLite database cursor class."""

    __module__ = 'sqlite3'
    __slots__ = (
        '_connection',
        '_statement',
        '_description',
        '_converters',
        '_rowcount',
        '_lastrowid',
        '_locked',
        '_closed',
        'arraysize',
        'row_factory',
        '__weakref__',
    )

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self._connection = self._statement = self._description = self._converters = None
        self._lastrowid = self.row_factory = None
        self._locked = self._closed = False
        self._rowcount, self.arraysize = -1, 1
        return self

    def __init__(self, connection, /):
        if not _is_connection(connection):
            raise TypeError(f'Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        self._connection = connection
        self._statement = self._description = self.row_factory = self._lastrowid = None
        self._closed = False
        self._rowcount, self.arraysize = -1, 1
        connection._check_thread()

    connection = property(lambda self: self._connection)
    description = property(lambda self: self._description)
    lastrowid = property(lambda self: self._lastrowid)
    rowcount = property(lambda self: self._rowcount)

    def _check(self):
        connection = self._connection
        if connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._closed:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        connection._check()
        return connection

    # ---- statements

    def execute(self, sql, parameters=(), /):
        """Executes an SQL statement."""
        return self._execute('execute', sql, (parameters,))

    def executemany(self, sql, seq_of_parameters, /):
        """Repeatedly executes an SQL statement."""
        return self._execute('executemany', sql, seq_of_parameters)

    def _execute(self, name, sql, rows):
        connection = self._check()
        if not isinstance(sql, str):
            raise TypeError(f'{name}() argument 1 must be str, not {type(sql).__name__}')
        many = name == 'executemany'
        rows = iter(rows)
        self._locked = True
        progress = _DONE
        try:
            self._drop()
            self._description = self._converters = None
            statement = self._statement = connection._take(sql)
            if many and _only_reads(statement._sql):
                raise ProgrammingError('executemany() can only execute DML statements.')
            dml = statement._is_dml
            self._rowcount = 0 if dml else -1
            if dml:
                connection._begin_for_change()
            for parameters in rows:
                values = _bound(statement._names, parameters)
                if progress == _ROW:
                    raise _error(SQLITE_MISUSE, 'SQLITE_MISUSE', 'bad parameter or other API misuse', InterfaceError)
                progress = connection._run(statement, values)
                if self._description is None:
                    self._describe(connection, statement)
                if progress == _DONE and dml:
                    self._rowcount += _calls.changes(statement._handle)
            if not many:
                self._lastrowid = _calls.last_insert_rowid(connection._database)
        except BaseException:
            self._rowcount = -1
            self._drop()
            raise
        finally:
            self._locked = False
        if progress == _DONE:
            self._release()
        return self

    def _describe(self, connection, statement):
        if statement._handle is None:
            return
        names = _calls.column_names(statement._handle)
        if not names:
            return
        if connection._detect_types:
            self._converters = connection._converters(statement._handle, names)
            names = connection._without_types(names)
        self._description = tuple([(name, None, None, None, None, None, None) for name in names])

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        connection = self._check()
        if not isinstance(sql_script, str):
            raise TypeError(f'executescript() argument must be str, not {type(sql_script).__name__}')
        if '\0' in sql_script:
            raise ValueError('embedded null character')
        connection._check_size(sql_script)
        connection._commit_for_script()
        while sql_script:
            handle, end = connection._prepare(sql_script)
            if handle is not None:
                connection._run_alone(handle)
            sql_script = sql_script[end:]
        return self

    def _release(self):
        """The statement has come to its end."""
        statement, self._statement = self._statement, None
        self._connection._give_back(statement)

    def _drop(self):
        """The statement is not to go on."""
        statement = self._statement
        if statement is not None:
            self._statement = None
            if statement._handle is not None:
                _calls.reset(statement._handle)
            self._connection._give_back(statement)

    # ---- rows

    def __iter__(self):
        return self

    def __next__(self):
        connection = self._check()
        statement = self._statement
        if statement is None:
            raise StopIteration
        self._locked = True
        try:
            text = connection.text_factory
            text = _STR if text is str else _BYTES if text is bytes else _MARKED
            if text == _MARKED or self._converters is not None:
                row = self._row(connection, statement._handle, text)
                self._advanced(statement, _calls.step)
            else:
                row, _ = self._advanced(statement, _calls.take, text)
        finally:
            self._locked = False
        factory = self.row_factory
        return row if factory is None else factory(self, row)

    def _row(self, connection, handle, text):
        """The row of a statement, where the program makes something of its values."""
        converters, factory = self._converters, connection.text_factory
        values = []
        for i, value in enumerate(_calls.row(handle, text, converters)):
            if converters is not None and converters[i] is not None:
                if value is not None:
                    value = converters[i](value)
            elif type(value) is tuple:
                value = factory(value[0])
            values.append(value)
        return tuple(values)

    def _advanced(self, statement, call, *args):
        """Goes to the next row by a call that tells how it went."""
        try:
            result = call(statement._handle, *args)
        except BaseException:
            self._drop()
            raise
        progress = result if type(result) is int else result[1]
        if progress == _DONE:
            if statement._is_dml:
                self._rowcount = _calls.changes(statement._handle)
            self._release()
        elif progress == _WAIT:
            self._drop()
            raise _locked()
        return result

    def _plain_rows(self, connection, most):
        """Several rows at once, where nothing of the program's makes them. None where something does."""
        factory = connection.text_factory
        if self.row_factory is not None or self._converters is not None or not (factory is str or factory is bytes):
            return None
        statement = self._statement
        if statement is None:
            return []
        return self._advanced(statement, _calls.rows, _STR if factory is str else _BYTES, most)[0]

    def fetchone(self):
        """Fetches one row from the resultset."""
        return next(self, None)

    def fetchmany(self, size=None):
        """Fetches several rows from the resultset.

        size
          The default value is set by the Cursor.arraysize attribute."""
        most = self.arraysize if size is None else size
        if not hasattr(type(most), '__index__'):
            raise TypeError(f"'{type(most).__name__}' object cannot be interpreted as an integer")
        most = most.__index__()
        connection = self._check()
        if most <= 0:
            most = _ALL_ROWS if most < 0 else 0
        rows = self._plain_rows(connection, most) if type(self).__next__ is Cursor.__next__ and most else None
        if rows is None:
            rows = []
            while len(rows) < most:
                row = next(self, _END)
                if row is _END:
                    break
                rows.append(row)
        return rows

    def fetchall(self):
        """Fetches all rows from the resultset."""
        connection = self._check()
        rows = self._plain_rows(connection, _ALL_ROWS) if type(self).__next__ is Cursor.__next__ else None
        return list(self) if rows is None else rows

    # ---- the rest of PEP 249

    def setinputsizes(self, sizes, /):
        """Required by DB-API. Does nothing in sqlite3."""

    def setoutputsize(self, size, column=None, /):
        """Required by DB-API. Does nothing in sqlite3."""

    def close(self):
        """Closes the cursor."""
        if self._connection is None:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        self._connection._check()
        self._drop()
        self._closed = True


_END = object()


def _locked():
    return _error(SQLITE_BUSY, 'SQLITE_BUSY', 'database is locked')


def _is_connection(o):
    return issubclass(type(o), _Waiting)


class _Waiting(_Unsaved):
    """How a connection waits for locks that others hold: as tasklets do, so that these may let go of them."""

    __slots__ = ('_timeout',)

    def _patiently(self, call, *args):
        """The result of a call, which is repeated while it finds a lock. OperationalError when the time is over."""
        try:
            result = call(*args)
        except OperationalError as e:
            if getattr(e, 'sqlite_errorcode', 0) & 0xFF != SQLITE_LOCKED:
                raise
            # A table may be held by a cursor that nobody has any more.
            _calls.collect()
            result = call(*args)
        return self._wait(call, args) if result is None or result is _WAIT else result

    def _wait(self, call, args):
        from time import monotonic

        end = monotonic() + self._timeout
        delay, collected = 0.001, False
        while (now := monotonic()) < end:
            _sleep(min(delay, end - now))
            delay = min(delay * 2, 0.1)
            if delay > 0.05 and not collected:
                # What holds the lock may be a cursor that nobody has any more.
                _calls.collect()
                collected = True
            result = call(*args)
            if not (result is None or result is _WAIT):
                return result
        raise _locked()


def _sleep(seconds):
    from select import _wait

    _wait({}, seconds)
