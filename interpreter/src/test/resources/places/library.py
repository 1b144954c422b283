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


# place: datetime
import datetime
from datetime import timedelta, timezone


class Zone(datetime.tzinfo):
    def utcoffset(self, when):
        return wait(timedelta(hours=1))

    def dst(self, when):
        return wait(timedelta(0))

    def tzname(self, when):
        return wait('Z')


class Stamp(datetime.datetime):
    def __new__(cls, *args, **names):
        wait()
        return super().__new__(cls, *args, **names)


class Hour:
    def __index__(self):
        return wait(12)


def f():
    a = Stamp(2024, 7, 1, Hour(), tzinfo=Zone())
    b = datetime.datetime(2024, 7, 1, 11, tzinfo=timezone.utc)
    return (
        a == b,
        a < b,
        a - b,
        {a: 1}[b],
        str(a + timedelta(1)),
        a.strftime('%z %Z'),
        str(b.astimezone(a.tzinfo)),
        str(Stamp.fromtimestamp(0, a.tzinfo)),
        a.timetuple().tm_isdst,
        datetime.time(1, tzinfo=Zone()) < datetime.time(1, tzinfo=timezone.utc),
        str(Stamp.strptime('2024', '%Y')),
    )


# expect: (True, False, datetime.timedelta(0), 1, '2024-07-02 12:00:00+01:00', '+0100 Z', '2024-07-01 12:00:00+01:00', '1970-01-01 01:00:00+01:00', 0, True, '2024-01-01 00:00:00')


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
