"""sqlite3: connections, cursors, values, transactions; what SQLite calls."""

import os, pickle, sqlite3, stackless, tempfile, threading, time


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (sqlite3.Error, sqlite3.Warning, TypeError, ValueError, OverflowError, NotImplementedError) as e:
        name = getattr(e, 'sqlite_errorname', None)
        return (type(e).__name__, str(e), name) if name else (type(e).__name__, str(e))


def memory(**kwargs):
    return sqlite3.connect(':memory:', **kwargs)


def values():
    con = memory()
    row = con.execute('select ?, ?, ?, ?, ?', (None, 1 << 62, 2.5, 'ä\0b', b'\0\xff')).fetchone()
    other = con.execute("select typeof(?1), :a, $b, @c from (select 1)", {'1': 'x', 'a': True, 'b': bytearray(b'y'), 'c': ''})
    return row, attempt(other.fetchone), attempt(con.execute, 'select ?', (1 << 64,)), attempt(con.execute, 'select ?', [[]])


print(values())  # expect error: sqlite3.ProgrammingError: You did not supply a value for binding parameter :1.


def parameters():
    con = memory()
    named = con.execute('select :a, $b, @c', {'a': True, 'b': bytearray(b'y'), 'c': ''}).fetchone()
    counted = con.execute('select ?3, ?1', (1, 2, 3)).fetchone()
    return named, counted, attempt(con.execute, 'select ?, ?', (1,)), attempt(con.execute, 'select ?', [[]])


print(parameters())  # not saved: a cursor is in use  # expect: ((1, b'y', ''), (3, 1), ('ProgrammingError', 'Incorrect number of bindings supplied. The current statement uses 2, and there are 1 supplied.'), ('ProgrammingError', "Error binding parameter 1: type 'list' is not supported"))


def errors():
    con = memory()
    con.execute('create table t(a unique, b check (b > 0))')
    con.execute('insert into t values (1, 1)')
    return [
        attempt(con.execute, sql)
        for sql in (
            'insert into t values (1, 2)',
            'insert into t values (2, 0)',
            'select nothing from t',
            'selct 1',
            'select 1; select 2',
            "select 'a",
        )
    ]


for e in errors():  # not saved: a transaction is open
    print(e)
# expect: ('IntegrityError', 'UNIQUE constraint failed: t.a', 'SQLITE_CONSTRAINT_UNIQUE')
# expect: ('IntegrityError', 'CHECK constraint failed: b > 0', 'SQLITE_CONSTRAINT_CHECK')
# expect: ('OperationalError', 'no such column: nothing', 'SQLITE_ERROR')
# expect: ('OperationalError', 'near "selct": syntax error', 'SQLITE_ERROR')
# expect: ('ProgrammingError', 'You can only execute one statement at a time.')
# expect: ('OperationalError', 'unrecognized token: "\'a"', 'SQLITE_ERROR')
