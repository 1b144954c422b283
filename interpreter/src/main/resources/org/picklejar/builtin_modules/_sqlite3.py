"""Connections of sqlite3."""

import os as _os
import sys as _sys
from _thread import get_ident as _get_ident

import _sqlite_calls as _calls
from _sqlite_arguments import _autocommit_mode, _level, _location, _settings, _warn_of_positions
from _sqlite_blobs import Blob, _blob, _copied
from _sqlite_calls import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
)
from _sqlite_cursors import _ROW, Cursor, _Waiting
from _sqlite_names import *
from _sqlite_functions import _Functions, enable_callback_tracebacks
from _sqlite_values import (
    PrepareProtocol,
    Row,
    _statement,
    adapt,
    adapters,
    complete_statement,
    converters,
    register_adapter,
    register_converter,
)

sqlite_version = _calls.version()
threadsafety = 3
_deprecated_version = '2.6.0'

# The options that a pragma sets too.
_PRAGMAS = {
    SQLITE_DBCONFIG_ENABLE_FKEY: 'foreign_keys',
    SQLITE_DBCONFIG_WRITABLE_SCHEMA: 'writable_schema',
    SQLITE_DBCONFIG_LEGACY_ALTER_TABLE: 'legacy_alter_table',
    SQLITE_DBCONFIG_TRUSTED_SCHEMA: 'trusted_schema',
}
_KEPT_SETTINGS = ('foreign_keys', 'recursive_triggers', 'legacy_alter_table', 'trusted_schema')
_OPTIONS = {value for name, value in list(globals().items()) if name.startswith('SQLITE_DBCONFIG_')}


class Connection(_Functions, _Waiting):
    """SQLite database connection object."""

    __module__ = 'sqlite3'
    __slots__ = (
        '_database',
        '_thread',
        '_detect_types',
        '_isolation_level',
        '_autocommit',
        '_most_sql',
        '_statements',
        '_kept_statements',
        '_trace',
        '_progress',
        '_defined',
        '_in_memory',
        '_blobs',
        'row_factory',
        'text_factory',
        '__weakref__',
    )
    Warning, Error, InterfaceError, DatabaseError, DataError = Warning, Error, InterfaceError, DatabaseError, DataError
    OperationalError, IntegrityError, InternalError = OperationalError, IntegrityError, InternalError
    ProgrammingError, NotSupportedError = ProgrammingError, NotSupportedError

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        # False: __init__ was not called; None: closed.
        self._database = False
        self.row_factory, self.text_factory = None, str
        return self

    def __init__(self, database, *args, **kwargs):
        if args:
            _warn_of_positions('_sqlite3.Connection')
        timeout, detect_types, isolation_level, check_same_thread, cached_statements, uri, autocommit = _settings(
            *args, **kwargs
        )
        _sys.audit('sqlite3.connect', database)
        path = _os.fspath(database)
        if isinstance(path, bytes):
            path = _os.fsdecode(path)
        if '\0' in path:
            raise ValueError('embedded null byte')
        if not isinstance(timeout, (int, float)) and not hasattr(type(timeout), '__float__'):
            raise TypeError(f'must be real number, not {type(timeout).__name__}')
        isolation_level = _level(isolation_level)
        autocommit = _autocommit_mode(autocommit)
        # A connection that is made again is another one; cursors keep the first.
        self._database = False
        self._timeout = float(timeout)
        self._detect_types = int(detect_types)
        self._isolation_level, self._autocommit = isolation_level, autocommit
        self._thread = _get_ident() if check_same_thread else None
        self._statements, self._kept_statements = {}, int(cached_statements)
        self._trace, self._progress = None, (None, 0)
        self._defined, self._blobs = {}, []
        self._in_memory = path == ':memory:'
        self.row_factory, self.text_factory = None, str
        database = _calls.open(_location(path, uri))
        self._most_sql = _calls.limit(database, SQLITE_LIMIT_SQL_LENGTH, -1)
        self._database = database
        if autocommit is False:
            self._command('BEGIN')
        _sys.audit('sqlite3.connect/handle', self)

    def __del__(self):
        if self._database:
            import warnings

            warnings.warn(f'unclosed database in {self!r}', ResourceWarning, source=self)

    # ---- whether it can be used

    def _check_open(self):
        database = self._database
        if database is False:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if database is None:
            raise ProgrammingError('Cannot operate on a closed database.')
        return database

    def _check_thread(self):
        if self._database is False:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if self._thread is not None and self._thread != _get_ident():
            raise ProgrammingError(
                'SQLite objects created in a thread can only be used in that same thread. '
                f'The object was created in thread id {self._thread} and this is thread id {_get_ident()}.'
            )

    def _check(self):
        self._check_thread()
        return self._check_open()

    def _check_size(self, sql):
        if len(sql) * 4 > self._most_sql and len(sql.encode('utf-8', 'surrogatepass')) > self._most_sql:
            raise DataError('query string is too large')

    # ---- statements, for cursors

    def _prepare(self, sql):
        """(the first statement or None, where it ends)."""
        sql.isascii() or sql.encode()
        return self._patiently(_calls.prepare, self._database, sql)

    def _take(self, sql):
        """The statement of some SQL; nobody else has it until it is given back."""
        statement = self._statements.pop(sql, None)
        if statement is not None:
            return statement
        self._check_size(sql)
        if '\0' in sql:
            raise ProgrammingError('the query contains a null character')
        handle, end = self._prepare(sql)
        if _calls.has_content(sql, end):
            if handle is not None:
                _calls.finalize(handle)
            raise ProgrammingError('You can only execute one statement at a time.')
        return _statement(handle, sql)

    def _give_back(self, statement):
        if statement._handle is None or self._database is not _calls.database(statement._handle):
            return
        statements = self._statements
        if self._kept_statements <= 0 or statement._sql in statements:
            _calls.finalize(statement._handle)
            return
        statements[statement._sql] = statement
        if len(statements) > self._kept_statements:
            oldest = next(iter(statements))
            _calls.finalize(statements.pop(oldest)._handle)

    def _run(self, statement, values):
        """Begins a statement. Returns how far it came."""
        handle = statement._handle
        if handle is None:
            return 0
        if self._trace is not None:
            self._tell(statement._sql, values)
        return self._patiently(_calls.execute, handle, values)

    def _run_alone(self, handle):
        """Runs a statement to its end."""
        try:
            if self._trace is not None:
                self._tell(_calls.sql(handle), ())
            progress = self._patiently(_calls.execute, handle, (None,) * len(_calls.parameters(handle)))
            while progress == _ROW:
                progress = _calls.step(handle)
        finally:
            _calls.finalize(handle)

    def _command(self, sql):
        handle, _ = self._prepare(sql)
        self._run_alone(handle)

    def _query(self, sql, *values):
        """The rows of a statement of our own."""
        database = self._database
        _calls.set_own(database, True)
        try:
            handle, _ = self._prepare(sql)
            try:
                if self._patiently(_calls.execute, handle, values) != _ROW:
                    return []
                return _calls.rows(handle, 0, 1_000_000)[0]
            finally:
                _calls.finalize(handle)
        finally:
            _calls.set_own(database, False)

    def _converters(self, handle, names):
        """For each column the function for its bytes or None; None without any."""
        found = [None] * len(names)
        if self._detect_types & PARSE_COLNAMES:
            for i, name in enumerate(names):
                begin = name.find('[')
                end = name.find(']', begin)
                if 0 <= begin < end:
                    found[i] = converters.get(name[begin + 1 : end].upper())
        if self._detect_types & PARSE_DECLTYPES:
            for i, declared in enumerate(_calls.column_types(handle)):
                if found[i] is None and declared is not None:
                    for sign in ' (':
                        declared = declared.partition(sign)[0]
                    found[i] = converters.get(declared.upper())
        return tuple(found) if any(f is not None for f in found) else None

    def _without_types(self, names):
        if not self._detect_types & PARSE_COLNAMES:
            return names
        return tuple([name.partition('[')[0].removesuffix(' ') if '[' in name else name for name in names])

    # ---- transactions

    @property
    def in_transaction(self):
        return _calls.in_transaction(self._check_open())

    @property
    def total_changes(self):
        return _calls.total_changes(self._check_open())

    @property
    def isolation_level(self):
        self._check_open()
        return self._isolation_level

    @isolation_level.setter
    def isolation_level(self, value):
        if value is None:
            self._check_open()
            self._isolation_level = None
            # Outside of transactions each statement commits itself.
            self.commit()
        else:
            self._isolation_level = _level(value)

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError('cannot delete attribute')

    @property
    def autocommit(self):
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        database = self._check()
        value = _autocommit_mode(value)
        if value is True and _calls.in_transaction(database):
            self._command('COMMIT')
        elif value is False and not _calls.in_transaction(database):
            self._command('BEGIN')
        self._autocommit = value

    def _begin_for_change(self):
        """What changes data begins a transaction, as PEP 249 wants it."""
        if (
            self._autocommit == LEGACY_TRANSACTION_CONTROL
            and self._isolation_level is not None
            and not _calls.in_transaction(self._database)
        ):
            self._command(f'BEGIN {self._isolation_level}')

    def _commit_for_script(self):
        if self._autocommit == LEGACY_TRANSACTION_CONTROL and _calls.in_transaction(self._database):
            self._command('COMMIT')

    def _end(self, command):
        database = self._check()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if _calls.in_transaction(database):
                self._command(command)
        elif self._autocommit is False:
            self._command(command)
            self._command('BEGIN')

    def commit(self):
        """Commit any pending transaction to the database.

        If there is no open transaction, this method is a no-op."""
        self._end('COMMIT')

    def rollback(self):
        """Roll back to the start of any pending transaction.

        If there is no open transaction, this method is a no-op."""
        self._end('ROLLBACK')

    def __enter__(self):
        """Called when the connection is used as a context manager.

        Returns itself as a convenience to the caller."""
        self._check()
        return self

    def __exit__(self, type, value, traceback, /):
        """Called when the connection is used as a context manager.

        If there was any exception, a rollback takes place; otherwise we commit."""
        self._check()
        if type is not None:
            self.rollback()
            return False
        try:
            self.commit()
        except BaseException:
            self.rollback()
            raise
        return False

    def close(self):
        """Close the database connection.

        Any pending transaction is not committed implicitly."""
        self._check_thread()
        database = self._database
        if not database:
            return
        if self._autocommit is False and _calls.in_transaction(database):
            self._command('ROLLBACK')
        for blob in self._blobs:
            blob._expire()
        _calls.close(database)
        self._statements = {}
        self._database = None

    # ---- cursors

    def __call__(self, *args):
        self._check()
        if len(args) != 1:
            raise TypeError(f'function takes exactly 1 argument ({len(args)} given)')
        (sql,) = args
        if not isinstance(sql, str):
            raise TypeError(f'argument 1 must be str, not {type(sql).__name__}')
        return self._take(sql)

    __call__.__signature__ = '(self, sql, /)'

    def cursor(self, factory=Cursor):
        """Return a cursor for the connection."""
        self._check()
        cursor = factory(self)
        if not issubclass(type(cursor), Cursor):
            raise TypeError(f'factory must return a cursor, not {type(cursor).__name__}')
        if self.row_factory is not None:
            cursor.row_factory = self.row_factory
        return cursor

    def execute(self, sql, parameters=(), /):
        """Executes an SQL statement."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """Repeatedly executes an SQL statement."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        return self.cursor().executescript(sql_script)

    # ---- the database as a whole

    def interrupt(self):
        """Abort any pending database operation."""
        _calls.interrupt(self._check_open())

    def iterdump(self, *, filter=None):
        """Returns iterator to the dump of the database in an SQL text format.

        filter
          An optional LIKE pattern for database objects to dump"""
        self._check_open()
        from sqlite3.dump import _iterdump

        return _iterdump(self, filter=filter)

    def backup(self, target, *, pages=-1, progress=None, name='main', sleep=0.25):
        """Makes a backup of the database."""
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 'target' must be sqlite3.Connection, not {type(target).__name__}")
        self._check()
        if target is self:
            raise ValueError('target cannot be the same connection instance')
        if progress is not None and not callable(progress):
            raise TypeError('progress argument must be a callable')
        target._check_open()
        _copied(self, target, pages, progress, name)

    def serialize(self, *, name='main'):
        """Serialize a database into a byte string.

        name
          Which database to serialize."""
        database = self._check()
        data = _calls.serialize(database, name) if self._has(name) else None
        if data is None:
            raise OperationalError(f"unable to serialize '{name}'")
        return data

    def deserialize(self, data, /, *, name='main'):
        """Load a serialized database.

        data
          The serialized database content.
        name
          Which database to reopen with the deserialization."""
        database = self._check()
        if isinstance(data, str):
            data = data.encode()
        view = memoryview(data)
        if not view.c_contiguous:
            raise BufferError('memoryview: underlying buffer is not C-contiguous')
        if not self._has(name):
            raise OperationalError(f'unknown database {name}')
        _calls.deserialize(database, name, view.tobytes())

    def _has(self, name):
        if not isinstance(name, str):
            raise TypeError(f"argument 'name' must be str, not {type(name).__name__}")
        return name == 'temp' or name in [row[1] for row in self._query('PRAGMA database_list')]

    def blobopen(self, table, column, row, /, *, readonly=False, name='main'):
        """Open and return a BLOB object.

        table
          Table name.
        column
          Column name.
        row
          Row index.
        readonly
          Open the BLOB without write permissions.
        name
          Database name."""
        self._check()
        for i, text in enumerate((table, column)):
            if not isinstance(text, str):
                raise TypeError(f'blobopen() argument {i + 1} must be str, not {type(text).__name__}')
        blob = _blob(self, table, column, row, bool(readonly), name)
        self._blobs.append(blob)
        return blob

    def enable_load_extension(self, enable, /):
        """Enable dynamic loading of SQLite extension modules."""
        if _calls.enable_load_extension(self._check(), bool(enable)):
            raise OperationalError('Error enabling load extension')

    def load_extension(self, name, /, *, entrypoint=None):
        """Load SQLite extension module."""
        self._check()
        if entrypoint is None:
            self._query('SELECT load_extension(?)', name)
        else:
            self._query('SELECT load_extension(?, ?)', name, entrypoint)

    # ---- states

    def _content(self):
        """What a state takes of the database: a copy of it, and settings; where there is none, what stands for that. TypeError where it cannot."""
        database = self._database
        if not database:
            return database
        why = None if self._in_memory else 'its database is a file'
        why = why or _calls.in_progress(database)
        if not why and len(self._query('PRAGMA database_list')) > 1:
            why = 'it has other databases than its own, or temporary tables'
        if why:
            raise TypeError(f"cannot pickle '{type(self).__name__}' object: {why}")
        settings = {name: self._query(f'PRAGMA {name}')[0][0] for name in _KEPT_SETTINGS}
        return _calls.serialize(database, 'main') or b'', settings

    def _restore(self, content):
        """Takes what _content gave, and what else the attributes tell."""
        self._statements, self._blobs = {}, []
        self._database = content
        if not content:
            return
        data, settings = content
        if self._thread is not None:
            self._thread = _get_ident()
        self._database = _calls.open(':memory:')
        if data:
            _calls.deserialize(self._database, 'main', data)
        for name, value in settings.items():
            self._query(f'PRAGMA {name}={value}')
        for (kind, name, count), what in list(self._defined.items()):
            self._define(kind, name, count, what)
        self._set_progress(*self._progress)

    # ---- limits and options

    def getlimit(self, category, /):
        """Get connection run-time limits.

        category
          The limit category to be queried."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Set connection run-time limits.

        category
          The limit category to be set.
        limit
          The new limit. If the new limit is a negative number, the limit is
          unchanged.

        Regardless of whether or not the limit was changed, the prior value of the limit is returned."""
        database = self._check()
        if not SQLITE_LIMIT_LENGTH <= category <= SQLITE_LIMIT_WORKER_THREADS:
            raise ProgrammingError("'category' is out of bounds")
        before = _calls.limit(database, category, limit)
        self._most_sql = _calls.limit(database, SQLITE_LIMIT_SQL_LENGTH, -1)
        return before

    def getconfig(self, op, /):
        """Query a boolean connection configuration option.

        op
          The configuration verb; one of the sqlite3.SQLITE_DBCONFIG codes."""
        self._check()
        return bool(self._query(f'PRAGMA {_pragma(op)}')[0][0])

    def setconfig(self, op, enable=True, /):
        """Set a boolean connection configuration option.

        op
          The configuration verb; one of the sqlite3.SQLITE_DBCONFIG codes."""
        self._check()
        enable = bool(enable)
        self._query(f'PRAGMA {_pragma(op)}={int(enable)}')
        if self.getconfig(op) != enable:
            raise OperationalError(f'Unable to set config {op}')


def _pragma(op):
    if op not in _OPTIONS:
        raise ValueError(f"unknown config 'op': {op}")
    if op not in _PRAGMAS:
        raise NotImplementedError(
            f'config {op}: no pragma is for it, and the driver of SQLite for Java has nothing else'
        )
    return _PRAGMAS[op]


def connect(database, *args, **kwargs):
    """Open a connection to the SQLite database file 'database'.

    You can use ":memory:" to open a database connection to a database that
    resides in RAM instead of on disk."""
    if args:
        _warn_of_positions('sqlite3.connect')
    factory = args[4] if len(args) > 4 else kwargs.get('factory', Connection)
    return factory(database, *args, **kwargs)
