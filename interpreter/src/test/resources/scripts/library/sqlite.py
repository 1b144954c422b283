"""sqlite3: values, errors, transactions, what SQLite calls, locks between tasklets, blobs and copies."""

import _thread, os, pickle, signal, sqlite3, stackless, tempfile, threading


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except (sqlite3.Error, TypeError, ValueError, OverflowError, NotImplementedError) as e:
        name = getattr(e, 'sqlite_errorname', None)
        return (type(e).__name__, str(e), name) if name else (type(e).__name__, str(e))


def memory(**kwargs):
    return sqlite3.connect(':memory:', **kwargs)


def values():
    con = memory()
    named = con.execute('select :a, $b, @c', {'a': True, 'b': bytearray(b'y'), 'c': ''}).fetchone()
    plain = con.execute('select ?, ?, ?, ?, ?', (None, 1 << 62, 2.5, 'ä\0b', b'\0\xff')).fetchone()
    return named, plain, con.execute('select ?3, ?1', (1, 2, 3)).fetchone()


print(
    values()
)  # not saved: a cursor is in use  # expect: ((1, b'y', ''), (None, 4611686018427387904, 2.5, 'ä\x00b', b'\x00\xff'), (3, 1))


def errors():
    con = memory()
    con.execute('create table t(a unique, b check (b > 0))')
    con.execute('insert into t values (1, 1)')
    for sql, *values in (
        ('insert into t values (1, 2)',),
        ('insert into t values (2, 0)',),
        ('select missing from t',),
        ('select 1; select 2',),
        ('select ?', 1, 2),
        ('select ?', []),
        ('select ?', 1 << 64),
        ('select :a', 1),
    ):
        print(*attempt(con.execute, sql, tuple(values) if sql != 'select :a' else {}))
    print(*attempt(con.set_authorizer, print))


errors()  # not saved: a transaction is open
# expect: IntegrityError UNIQUE constraint failed: t.a SQLITE_CONSTRAINT_UNIQUE
# expect: IntegrityError CHECK constraint failed: b > 0 SQLITE_CONSTRAINT_CHECK
# expect: OperationalError no such column: missing SQLITE_ERROR
# expect: ProgrammingError You can only execute one statement at a time.
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied.
# expect: ProgrammingError Error binding parameter 1: type 'list' is not supported
# expect: OverflowError Python int too large to convert to SQLite INTEGER
# expect: ProgrammingError You did not supply a value for binding parameter :a.
# expect: NotImplementedError set_authorizer: the driver of SQLite for Java has nothing for it


def transactions():
    con, told = memory(), []
    con.set_trace_callback(told.append)
    con.execute('create table t(a)')
    with con:
        con.executemany('insert into t values (?)', ((i,) for i in range(2)))
    try:
        with con:
            con.execute('delete from t')
            raise KeyError
    except KeyError:
        pass
    con.set_trace_callback(None)
    return told, con.execute('select count(*) from t').fetchone(), con.in_transaction


print(
    transactions()
)  # not saved: a transaction is open  # expect: (['create table t(a)', 'BEGIN ', 'insert into t values (0)', 'insert into t values (1)', 'COMMIT', 'BEGIN ', 'delete from t', 'ROLLBACK'], (2,), False)


# What a program gives for values may wait.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        stackless.schedule()
        return f'{self.x};{self.y}'


def of_bytes(data):
    stackless.schedule()
    return Point(*map(int, data.split(b';')))


sqlite3.register_converter('point', of_bytes)


def conversions():
    con = memory(detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
    con.execute('create table p(p point)')
    con.execute('insert into p values (?)', (Point(4, -3),))
    con.row_factory = lambda cursor, row: (stackless.schedule(), [c[0] for c in cursor.description], row[0])[1:]
    con.text_factory = lambda data: (stackless.schedule(), data.decode())[1].upper()
    names, p = con.execute('select p as "p [point]" from p').fetchone()
    return names, p.x, p.y, con.execute("select 'a' union select 'b'").fetchall()


print(conversions())  # not saved: a transaction is open  # expect: (['p'], 4, -3, [(["'a'"], 'A'), (["'a'"], 'B')])


class Longest:
    def __init__(self):
        self.found = ''

    def step(self, text):
        self.found = max(self.found, text, key=len)

    def finalize(self):
        return self.found


class Sum:
    def __init__(self):
        self.sum = 0

    def step(self, x):
        self.sum += x

    def inverse(self, x):
        self.sum -= x

    def value(self):
        return self.sum

    finalize = value


def functions():
    con = memory()
    con.executescript("create table t(a, b); insert into t values (1, 'x'), (2, 'yyy'), (3, 'zz');")
    con.create_function('fact', 1, lambda n: n * con.execute('select fact(?)', (n - 1,)).fetchone()[0] if n else 1)
    con.create_function('bad', -1, lambda *a: a[5])
    con.create_aggregate('longest', 1, Longest)
    con.create_window_function('total', 1, Sum)
    con.create_collation('backwards', lambda a, b: (a < b) - (a > b))
    return (
        con.execute('select fact(5)').fetchone(),
        attempt(con.execute, 'select bad(1)'),
        con.execute('select longest(b), longest(a) from (select * from t where a < 0)').fetchone(),
        con.execute('select longest(b) from t').fetchone(),
        con.execute('select total(a) over (order by a rows 1 preceding) from t').fetchall(),
        con.execute('select b from t order by b collate backwards').fetchall(),
    )


for r in functions():  # not saved: a statement is in progress
    print(r)
# expect: (120,)
# expect: ('OperationalError', 'user-defined function raised exception', 'SQLITE_ERROR')
# expect: (None, None)
# expect: ('yyy',)
# expect: [(1,), (3,), (5,)]
# expect: [('zz',), ('yyy',), ('x',)]


# A tasklet may be switched away from inside a function; it cannot be pickled there, nor may others use the connection.
def switched():
    con, channel, seen = memory(), stackless.channel(), []
    con.create_function('wait', 0, channel.receive)
    t = stackless.tasklet(lambda: seen.append(con.execute('select wait() + 1').fetchone()))()
    t.run()
    try:
        pickle.dumps(t)
    except RuntimeError as e:
        seen.append(str(e).partition('builtin ')[2])
    seen.append(attempt(con.execute, 'select 1'))
    channel.send(41)
    stackless.run()
    return seen


for r in switched():  # not saved: a statement is in progress
    print(r)
# expect: that cannot be suspended (a function, collation or handler that SQLite calls)
# expect: ('ProgrammingError', 'the connection is in use: another tasklet of this thread is inside a function that a statement calls')
# expect: (42,)


# Who waits for a lock lets those run that hold it.
def locks():
    seen = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'x.db')
        first, second = sqlite3.connect(path), sqlite3.connect(path)
        first.execute('create table t(a)')
        first.execute('insert into t values (1)')

        def write():
            second.execute('insert into t values (2)')
            second.commit()
            seen.append('second')

        def commit():
            seen.append('first')
            first.commit()

        stackless.tasklet(write)()
        stackless.tasklet(commit)()
        stackless.run()
        first.execute('begin immediate')
        impatient = sqlite3.connect(path, timeout=0)
        seen += [attempt(impatient.execute, 'delete from t'), impatient.execute('select sum(a) from t').fetchone()]
        for c in (first, second, impatient):
            c.close()
    return seen


print(
    locks()
)  # not saved: a database is a file  # expect: ['first', 'second', ('OperationalError', 'database is locked', 'SQLITE_BUSY'), (3,)]


def of_threads():
    con, seen = memory(), []

    def use(c):
        seen.append(attempt(lambda: c.execute('select 1').fetchone())[0])

    for c in con, memory(check_same_thread=False):
        t = threading.Thread(target=use, args=(c,))
        t.start()
        t.join()
    con.interrupt()
    return seen


print(of_threads())  # not saved: runs another thread  # expect: ['ProgrammingError', 1]


# While a statement takes long other threads run, and a signal is handled; what its handler raises ends the statement.
def interrupted():
    def stop(*args):
        raise KeyError('stopped')

    con, before = memory(), signal.signal(signal.SIGUSR2, stop)
    try:
        threading.Timer(0.05, _thread.interrupt_main, (signal.SIGUSR2,)).start()
        con.execute('with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c')
    except KeyError as e:
        return e.args, con.execute('select 1').fetchone()
    finally:
        signal.signal(signal.SIGUSR2, before)


print(interrupted())  # not saved: a statement is in progress  # expect: (('stopped',), (1,))


# Databases in memory come along in a state, with what was made for them.
con = memory()
con.row_factory = sqlite3.Row
con.create_function('double', 1, lambda x: 2 * x)
unused = con.executescript('pragma foreign_keys = 1; create table t(a integer primary key, b)')  # not saved: a statement is being run
with con:  # not saved: a transaction is open
    unused = con.executemany('insert into t(b) values (?)', [('x',), ('y',)])
cursor = con.cursor()
row = cursor.execute('select double(a) as d, b from t where a = 2').fetchone()  # not saved: a cursor is in use
for i in range(20):
    i = i * i
print(tuple(row), row['D'], row.keys(), cursor.description == con.cursor().description)  # expect: (4, 'y') 4 ['d', 'b'] False
print(
    con.execute('select double(sum(a)) from t').fetchone()[0], con.getconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)
)  # not saved: a cursor is in use  # expect: 6 True


def blobs():
    con, copy = memory(), memory()
    con.execute('create table t(b)')
    con.execute('insert into t values (zeroblob(6))')
    with con.blobopen('t', 'b', 1) as blob:
        blob.write(b'ab')
        blob[-1] = 33
        blob.seek(0)
        read = len(blob), blob.tell(), blob.read(3), blob[3:]
        con.execute("update t set b = 'other'")
        changed = attempt(blob.read)
    con.commit()
    seen = []
    con.backup(copy, pages=1, progress=lambda status, left, all: seen.append((status, left, all)))
    again = memory()
    again.deserialize(con.serialize())
    return read, changed, seen, *(c.execute('select * from t').fetchall() for c in (copy, again)), list(copy.iterdump())


print(
    blobs()
)  # not saved: a transaction is open  # expect: ((6, 0, b'ab\x00', b'\x00\x00!'), ('OperationalError', 'query aborted', 'SQLITE_ABORT'), [(0, 1, 2), (101, 0, 2)], [('other',)], [('other',)], ['BEGIN TRANSACTION;', 'CREATE TABLE t(b);', 'INSERT INTO "t" VALUES(\'other\');', 'COMMIT;'])


# A cursor that nobody has holds no table.
def first_row(con):
    return con.execute('select * from t').fetchone()


def forgotten():
    con = memory()
    con.executescript('create table t(a); insert into t values (1), (2), (3);')
    first_row(con)
    con.execute('drop table t')
    return con.execute('select count(*) from sqlite_master').fetchone()


print(forgotten())  # not saved: a statement has rows left  # expect: (0,)
for e in attempt(pickle.dumps, con), attempt(pickle.dumps, row):
    print(e)
# expect: ('TypeError', "cannot pickle 'sqlite3.Connection' object")
# expect: ('TypeError', "cannot pickle 'sqlite3.Row' object")
