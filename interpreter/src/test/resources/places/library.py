# place: contextlib
import contextlib


@contextlib.contextmanager
def m(v):
    wait()
    try:
        yield wait(v)
    finally:
        wait()


def f():
    out = []
    with m(1) as a, contextlib.suppress(KeyError):
        out.append(wait(a))
        raise KeyError
    with contextlib.ExitStack() as s:
        out.append(s.enter_context(m(2)))
        s.callback(lambda: out.append(wait('cb')))
        wait()
    with contextlib.closing(type('X', (), {'close': lambda self: out.append(wait('close'))})()):
        wait()
    return out


# expect: [1, 2, 'cb', 'close']


# place: contextlib.asynccontextmanager
import contextlib


@contextlib.asynccontextmanager
async def m():
    wait()
    yield wait(1)
    wait()


async def run():
    async with m() as v, contextlib.AsyncExitStack() as s:
        s.push_async_callback(cb)
        return wait(v)


async def cb():
    wait()


def f():
    try:
        run().send(None)
    except StopIteration as e:
        return e.value


# expect: 1


# place: contextvars
import contextvars

v = contextvars.ContextVar('v', default=0)


def g():
    v.set(1)
    wait()
    return v.get()


def f():
    c = contextvars.copy_context()
    return c.run(g), v.get(), c[v]


# expect: (1, 0, 1)


# place: re.sub
import re


def f():
    return (
        re.sub(r'\d', lambda m: wait(str(int(m[0]) + 1)), 'a1b2'),
        re.subn('a', lambda m: wait('-'), 'aa'),
        [wait(m.group()) for m in re.finditer(r'\w', 'ab')],
    )


# expect: ('a2b3', ('--', 2), ['a', 'b'])


# place: re.Scanner
import re


def f():
    return re.Scanner([(r'[0-9]+', lambda s, t: wait(int(t))), (r' +', None)]).scan('1 22')


# expect: ([1, 22], '')


# place: json.dumps
import json


class X:
    pass


def f():
    return json.dumps({'a': X(), 'b': [X(), 1]}, default=lambda o: wait('x')), json.dumps(
        [X()], default=lambda o: wait([1]), indent=1
    )


# expect: ('{"a": "x", "b": ["x", 1]}', '[\n [\n  1\n ]\n]')


# place: json.dumps of a dict in Python
import json


class D(dict):
    def items(self):
        return [('k', wait(1))]


class E(json.JSONEncoder):
    def default(self, o):
        return wait(str(o))


def f():
    return (
        json.dumps(D(a=1)),
        json.dumps(
            {
                1,
            },
            cls=E,
        ),
        ''.join(wait(c) for c in json.JSONEncoder().iterencode([1, {'a': 2}])),
    )


# expect: ('{"k": 1}', '"{1}"', '[1, {"a": 2}]')


# place: json.loads
import json


def f():
    return json.loads(
        '{"a": {"b": 1.5}, "c": [2]}', object_hook=lambda d: wait(sorted(d)), parse_float=lambda s: wait('f' + s)
    ), json.loads('{"a": 1}', object_pairs_hook=lambda p: wait(p), parse_int=lambda s: wait(s))


# expect: (['a', 'c'], [('a', '1')])


# place: copy.deepcopy
import copy


class C:
    def __init__(self):
        self.v = [1]

    def __deepcopy__(self, memo):
        return wait('deep')


class S:
    def __reduce_ex__(self, p):
        return wait((S, ()))


def f():
    return copy.deepcopy({'a': [C()]}), type(copy.copy(S())).__name__, copy.deepcopy([[1], (2, [3])])


# expect: ({'a': ['deep']}, 'S', [[1], (2, [3])])


# place: string.Formatter
import string


class F(string.Formatter):
    def get_value(self, k, a, kw):
        return wait(('v', k))

    def convert_field(self, v, c):
        return wait(v)

    def format_field(self, v, s):
        return wait(str(v) + s)


def f():
    return F().format('{a:>2} {0}', 1), string.Template('$a').substitute(
        type('D', (dict,), {'__missing__': lambda s, k: wait(k)})()
    )


# expect: ("('v', 'a')>2 ('v', 0)", 'a')


# place: logging handlers
import logging

out = []


class H(logging.Handler):
    def emit(self, r):
        out.append(wait(self.format(r)))


class F(logging.Formatter):
    def format(self, r):
        return wait('f:' + super().format(r))


def f():
    log = logging.Logger('own')
    h = H()
    h.setFormatter(F())
    h.addFilter(lambda r: wait(True))
    log.addHandler(h)
    log.warning('a %s', wait(1))
    log.info('%s', 2)
    return out


# expect: ['f:a 1', 'f:2']


# place: heapq
import heapq


def f():
    h = [Less(3), Less(1), Less(2)]
    heapq.heapify(h)
    heapq.heappush(h, Less(0))
    a = [heapq.heappop(h).value for _ in range(4)]
    return (
        a,
        [v.value for v in heapq.merge([Less(1), Less(4)], [Less(2)])],
        heapq.nsmallest(2, [3, 1, 2], key=lambda v: wait(v)),
        heapq.nlargest(1, [3, 1], key=lambda v: wait(v)),
    )


# expect: ([0, 1, 2, 3], [1, 2, 4], [1, 2], [3])


# place: bisect
import bisect


def f():
    a = [1, 3, 5]
    bisect.insort(a, 4, key=lambda v: wait(v))
    return a, bisect.bisect(a, 3, key=lambda v: wait(v)), bisect.bisect_left([Less(1), Less(3)], Less(2))


# expect: ([1, 3, 4, 5], 2, 1)


# place: csv
import csv, io


class W:
    def __init__(self):
        self.t = ''

    def write(self, s):
        self.t += wait(s)


class S:
    def __str__(self):
        return wait('str')


def f():
    w = W()
    csv.writer(w).writerows([[1, S()], (wait(v) for v in 'ab')])
    d = csv.DictWriter(w, ['a'])
    d.writeheader()
    return w.t, list(csv.reader(wait(s) for s in ('a,b', 'c,d'))), list(csv.DictReader(wait(s) for s in ('x,y', '1,2')))


# expect: ('1,str\r\na,b\r\na\r\n', [['a', 'b'], ['c', 'd']], [{'x': '1', 'y': '2'}])


# place: io over raw objects
import io


class R(io.RawIOBase):
    def __init__(self):
        self.data = [b'line1\nli', b'ne2\n', b'']

    def readable(self):
        return True

    def readinto(self, b):
        d = wait(self.data.pop(0))
        b[: len(d)] = d
        return len(d)


class W(io.RawIOBase):
    def __init__(self):
        self.out = b''

    def writable(self):
        return True

    def write(self, b):
        self.out += wait(bytes(b))
        return len(b)


def f():
    t = io.TextIOWrapper(io.BufferedReader(R()))
    w = W()
    b = io.BufferedWriter(w, 4)
    b.write(b'abc')
    b.write(b'defg')
    b.flush()
    return t.readline(), t.read(), w.out


# expect: ('line1\n', 'line2\n', b'abcdefg')


# place: io.TextIOBase and IOBase in Python
import io


class T(io.TextIOBase):
    def __init__(self):
        self.lines = ['a\n', 'b\n']

    def readline(self, n=-1):
        return wait(self.lines.pop(0) if self.lines else '')


class B(io.RawIOBase):
    def __init__(self):
        self.d = [b'x', b'\n', b'y', b'']

    def readable(self):
        return True

    def readinto(self, b):
        d = wait(self.d.pop(0) if self.d else b'')
        b[: len(d)] = d
        return len(d)


def f():
    return list(T()), B().readline(), B().readall(), B().read(1)


# expect: (['a\n', 'b\n'], b'x\n', b'x\ny', b'x')


# place: unittest
import unittest


class Case(unittest.TestCase):
    def setUp(self):
        wait()

    def test_a(self):
        with self.subTest(i=1):
            self.assertEqual(wait(1), 1)
        with self.assertRaises(KeyError):
            raise wait(KeyError('k'))

    def test_b(self):
        self.fail(wait('no'))

    @unittest.skip('s')
    def test_c(self):
        pass

    def tearDown(self):
        wait()


def f():
    r = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(r)
    return r.testsRun, len(r.failures), len(r.errors), len(r.skipped)


# expect: (3, 1, 0, 1)


# place: unittest.mock
from unittest import mock


def f():
    m = mock.Mock(side_effect=lambda v: wait(v + 1))
    m.name.return_value = 3
    a = m(1), m.name(), m.call_args
    wait()
    p = mock.MagicMock()
    p.__len__.side_effect = lambda: wait(5)
    with mock.patch('string.digits', 'patched'):
        import string

        b = wait(string.digits)
    return a, len(p), b, string.digits, m.call_count


# expect: ((2, 3, call(1)), 5, 'patched', '0123456789', 1)


# place: asyncio.run
# not by ticks: sockets of the loop are numbers while they are made
import asyncio


async def child(v):
    await asyncio.sleep(0)
    return wait(v)


async def main():
    q = asyncio.Queue()
    await q.put(wait(1))
    t = asyncio.create_task(child(2))
    a = await asyncio.gather(child(3), t)
    async with asyncio.timeout(60):
        b = await q.get()
    async with asyncio.TaskGroup() as g:
        c = g.create_task(child(4))
    l = asyncio.Lock()
    async with l:
        wait()
    return a, b, c.result()


def f():
    return asyncio.run(main())


# expect: ([3, 2], 1, 4)


# place: asyncio.Runner
import asyncio


async def child(v):
    await asyncio.sleep(0)
    return wait(v)


async def main():
    q = asyncio.Queue()
    await q.put(wait(1))
    t = asyncio.create_task(child(2))
    a = await asyncio.gather(child(3), t)
    async with asyncio.timeout(60):
        b = await q.get()
    async with asyncio.TaskGroup() as g:
        c = g.create_task(child(4))
    l = asyncio.Lock()
    async with l:
        wait()
    return a, b, c.result()


runner = asyncio.Runner()
runner.get_loop()


def f():
    return runner.run(main())


# expect: ([3, 2], 1, 4)


# place: threading.local
import threading


class L(threading.local):
    def __init__(self, v):
        self.v = wait(v)


def f():
    l = L(3)
    l.w = 4
    wait()
    return l.v, l.w


# expect: (3, 4)


# place: threading locks
import threading


def f():
    l, r, s, e, c = (
        threading.Lock(),
        threading.RLock(),
        threading.Semaphore(2),
        threading.Event(),
        threading.Condition(),
    )
    with l, r, r, s, c:
        wait()
        e.set()
        c.notify_all()
    return l.locked(), e.is_set(), wait(repr(threading.BoundedSemaphore(1))[:24])


# expect: (False, True, '<threading.BoundedSemaph')


# place: importlib.import_module
import importlib


def f():
    m = importlib.import_module('string')
    wait()
    return m.digits, importlib.import_module('json.decoder').__name__


# expect: ('0123456789', 'json.decoder')


# place: random
import random


def f():
    r = random.Random(5)
    a = [r.random() for _ in range(3)]
    wait()
    b = [r.randrange(10) for _ in range(3)]
    x = [1, 2, 3, 4]
    random.Random(1).shuffle(x)
    return len(a), b, x, random.Random(2).choices('ab', (wait(v) for v in (1, 2)), k=2)


# expect: (3, [8, 0, 7], [4, 1, 3, 2], ['b', 'b'])


# place: datetime and decimal
import datetime, decimal, fractions


class Z(datetime.tzinfo):
    def utcoffset(self, d):
        return wait(datetime.timedelta(hours=1))

    def dst(self, d):
        return wait(datetime.timedelta(0))

    def tzname(self, d):
        return wait('Z')


def f():
    d = datetime.datetime(2024, 1, 2, 3, tzinfo=Z())
    with decimal.localcontext() as c:
        c.prec = 5
        wait()
        x = decimal.Decimal(1) / 3
    return str(d), d.strftime('%Z'), x, fractions.Fraction(wait(1), 3) + 1, d.astimezone(datetime.timezone.utc).hour


# expect: ('2024-01-02 03:00:00+01:00', 'Z', Decimal('0.33333'), Fraction(4, 3), 2)


# place: struct and array
import struct, array


def f():
    s = struct.Struct('<hb')
    wait()
    a = array.array('i', (wait(v) for v in (1, 2)))
    it = struct.iter_unpack('<h', b'\1\0\2\0')
    next(it)
    wait()
    return s.pack(1, 2), a, list(it)


# expect: (b'\x01\x00\x02', array('i', [1, 2]), [(2,)])


# place: statistics and textwrap
import statistics, textwrap


def f():
    return statistics.mean(wait(v) for v in (1, 2, 3)), statistics.median([wait(1), 5]), textwrap.fill(wait('a b c'), 3)


# expect: (2, 3.0, 'a b\nc')


# place: graphlib and queue
import graphlib, queue


def f():
    g = graphlib.TopologicalSorter({'a': ['b'], 'b': []})
    g.prepare()
    r = g.get_ready()
    wait()
    g.done(*r)
    q = queue.PriorityQueue()
    q.put((2, 'b'))
    q.put((1, wait('a')))
    return r, g.get_ready(), q.get(), q.qsize()


# expect: (('b',), ('a',), (1, 'a'), 1)


# place: types and inspect
import types, inspect


def g(a, b=1):
    pass


def f():
    n = types.SimpleNamespace(a=wait(1))
    m = types.MappingProxyType({'k': 1})
    c = types.new_class('C', (), {}, lambda ns: ns.update(x=wait(2)))
    s = inspect.signature(g)
    wait()
    return n, m, c.x, str(s), s.bind(1).arguments


# expect: (namespace(a=1), mappingproxy({'k': 1}), 2, '(a, b=1)', {'a': 1})


# place: weakref
import weakref


class C:
    pass


def f():
    c = C()
    c.v = 1
    r, p = weakref.ref(c), weakref.proxy(c)
    d = weakref.WeakKeyDictionary({c: 1})
    w = weakref.WeakValueDictionary(a=c)
    wait()
    return r() is c, p.v, d[c], w['a'] is c


# expect: (True, 1, 1, True)


# place: collections
import collections


class U(collections.UserDict):
    def __getitem__(self, k):
        return wait(super().__getitem__(k))


def f():
    o = collections.OrderedDict(a=1, b=2)
    k, v, i = o.keys(), o.values(), iter(o.items())
    next(i)
    d = collections.ChainMap({'a': 1}, U(b=2))
    wait()
    o['c'] = 3
    return list(k), list(v), d['b'], U(x=1)['x'], list(reversed(o)), o.popitem(wait(False))


# expect: (['a', 'b', 'c'], [1, 2, 3], 2, 1, ['c', 'b', 'a'], ('a', 1))


# place: iterators held
def f():
    d, s, l = {'a': 1, 'b': 2}, {1, 2}, [1, 2, 3]
    its = [
        iter(d),
        iter(d.items()),
        iter(d.values()),
        reversed(d),
        iter(s),
        iter(l),
        reversed(l),
        iter('ab'),
        iter(b'ab'),
        iter(range(3)),
        iter((1, 2)),
        enumerate('ab'),
        zip('ab', 'cd'),
        map(str, [1, 2]),
        iter(bytearray(b'ab')),
        iter(range(2**70, 2**70 + 2)),
    ]
    for i in its:
        next(i)
    wait()
    return [list(i) for i in its]


# expect: [['b'], [('b', 2)], [2], ['a'], [2], [2, 3], [2, 1], ['b'], [98], [1, 2], [2], [(1, 'b')], [('b', 'd')], ['2'], [98], [1180591620717411303425]]


# place: files in memory
import io, zipfile, tempfile


def f():
    b, s = io.BytesIO(b'abc'), io.StringIO('one\ntwo\n')
    b.read(1)
    next(s)
    t = io.TextIOWrapper(io.BytesIO(b'x\ny\n'))
    next(t)
    wait()
    return b.read(), s.read(), t.read()


# expect: (b'bc', 'two\n', 'y\n')


# place: argparse and shlex
import argparse, shlex


def f():
    p = argparse.ArgumentParser(prog='p')
    p.add_argument('-n', type=lambda s: wait(int(s)))
    p.add_argument('rest', nargs='*')
    return p.parse_args(['-n', '3', 'a', 'b']), list(shlex.shlex(wait('a b')))


# expect: (Namespace(n=3, rest=['a', 'b']), ['a', 'b'])


# place: uuid and hashlib
import uuid, hashlib


def f():
    u = uuid.UUID(int=5)
    wait()
    return str(u), hashlib.sha256(wait(b'a')).hexdigest()[:8]


# expect: ('00000000-0000-0000-0000-000000000005', 'ca978112')


# place: functools.wraps and partialmethod
import functools


def deco(fn):
    @functools.wraps(fn)
    def w(*a):
        return ('w', fn(*a))

    return w


class C:
    @deco
    def m(self, v):
        return wait(v)

    p = functools.partialmethod(m, 5)

    @functools.singledispatchmethod
    def s(self, v):
        return wait('any')

    @s.register
    def _(self, v: int):
        return wait('int')


def f():
    return (
        C().m(1),
        C().p(),
        C().s('a'),
        C().s(1),
        deco(wait)(2),
        sorted([2, 1], key=functools.cmp_to_key(lambda a, b: wait(a - b))),
    )


# expect: (('w', 1), ('w', 5), 'any', 'int', ('w', 2), [1, 2])


# place: html urllib and email
import html.parser, urllib.parse, email.message


class P(html.parser.HTMLParser):
    out = ''

    def handle_starttag(self, t, a):
        self.out += wait(t)

    def handle_data(self, d):
        self.out += wait(d)


def f():
    p = P()
    p.feed('<b>x</b>')
    m = email.message.EmailMessage()
    m['To'] = 'a@b'
    m.set_content(wait('text'))
    return p.out, urllib.parse.urlparse('http://a/b?c=1').query, m['To'], m.get_content()


# expect: ('bx', 'c=1', 'a@b', 'text\n')


# place: modules that wait at top level
import sys, types


def f():
    m = types.ModuleType('made_here')
    m.wait = wait
    exec('a = wait(1)\ndef g(): return wait(a + 1)', m.__dict__)
    sys.modules['made_here'] = m
    import made_here

    return made_here.g(), made_here.a


# expect: (2, 1)


# place: operator.call and getattr chains
import operator


class C:
    def __getattr__(self, n):
        return wait(C() if n != 'end' else 'end')


def f():
    return operator.attrgetter('a.b.end')(C()), operator.call(wait, 1)


# expect: ('end', 1)


# place: ast visitors and tokenize
import ast, tokenize, io


class V(ast.NodeVisitor):
    def visit_Name(self, n):
        self.seen = wait(n.id)


class T(ast.NodeTransformer):
    def visit_Constant(self, n):
        return wait(ast.Constant(n.value + 1))


def f():
    t = ast.parse('x = 1')
    v = V()
    v.visit(t)
    lines = [b'a\n', b'']
    return v.seen, ast.unparse(T().visit(t)), [k.string for k in tokenize.tokenize(lambda: wait(lines.pop(0)))][1]


# expect: ('x', 'x = 2', 'a')


# place: await of a channel and async for
import asyncio
import stackless


async def fill(c, v):
    await c.send_async(wait(v))
    c.close()


async def both(c):
    t = asyncio.create_task(fill(c, 5))
    out = [v async for v in c]
    await t
    d = stackless.channel()
    stackless.tasklet(d.send)(wait(6))
    return out, await d


loop = asyncio.new_event_loop()


def f():
    return loop.run_until_complete(both(stackless.channel()))


# expect: ([5], 6)


# place: select over channels
import stackless


def partner(c, v):
    c.send(wait(v))


def f():
    a, b = stackless.channel(), stackless.channel()
    stackless.tasklet(partner)(b, 1)
    c, v = stackless.select(a, b)
    return c is b, v, a.balance, b.balance


# expect: (True, 1, 0, 0)


# place: a sleep and a limited receive
import stackless
import stackless.io


def f():
    c = stackless.channel()
    stackless.io.sleep(0.001)
    try:
        c.receive(timeout=0.001)
    except TimeoutError as e:
        return wait(str(e)), c.balance


# expect: ('receive timed out', 0)
