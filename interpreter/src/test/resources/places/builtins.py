# place: sorted(key=)
def f():
    return sorted([3, 1, 2], key=lambda v: wait(-v))


# expect: [3, 2, 1]


# place: sorted with __lt__
def f():
    return [v.value for v in sorted([Less(3), Less(1), Less(2)], reverse=True)]


# expect: [3, 2, 1]


# place: list.sort(key=)
def f():
    items = ['b', 'C', 'a']
    items.sort(key=lambda v: wait(v.lower()))
    return items


# expect: ['a', 'b', 'C']


# place: list.sort with __lt__
def f():
    items = [Less(2), Less(1)]
    items.sort()
    return [v.value for v in items]


# expect: [1, 2]


# place: min(key=)
def f():
    return min([3, -4, 2], key=lambda v: wait(abs(v))), min(Less(2), Less(1)).value


# expect: (2, 1)


# place: max(key=)
def f():
    return max('a', 'ccc', 'bb', key=lambda v: wait(len(v))), max(iter([1, wait(5)]), default=0)


# expect: ('ccc', 5)


# place: map
def f():
    return list(map(lambda a, b: wait(a + b), [1, 2], [10, 20]))


# expect: [11, 22]


# place: filter
def f():
    return list(filter(lambda v: wait(v > 1), [1, 2, 3])), list(filter(None, [Truth(True), Truth(False)]))[0].value


# expect: ([2, 3], True)


# place: sum
def f():
    return sum(wait(v) for v in (1, 2, 3)), sum([[1], [2]], wait([]))


# expect: (6, [1, 2])


# place: any and all
def f():
    return (
        any(wait(v) for v in (0, 1)),
        all(wait(v) for v in (1, 0)),
        any([Truth(False), Truth(True)]),
        all([Truth(True)]),
    )


# expect: (True, False, True, True)


# place: functools.reduce
import functools


def f():
    return functools.reduce(lambda a, b: wait(a * b), [1, 2, 3, 4])


# expect: 24


# place: functools.partial
import functools


def f():
    def g(a, b, *, c):
        return wait((a, b, c))

    return functools.partial(g, 1, c=3)(2)


# expect: (1, 2, 3)


# place: functools.lru_cache
import functools


@functools.lru_cache(maxsize=2)
def square(v):
    return wait(v * v)


def f():
    return square(2), square(2), square(3), square.cache_info()


# expect: (4, 4, 9, CacheInfo(hits=1, misses=2, maxsize=2, currsize=2))


# place: functools.cached_property
import functools


class C:
    made = 0

    @functools.cached_property
    def v(self):
        C.made += 1
        return wait(7)


def f():
    c = C()
    return c.v, c.v, C.made, vars(c)


# expect: (7, 7, 1, {'v': 7})


# place: functools.singledispatch
import functools


@functools.singledispatch
def kind(v):
    return wait('any')


@kind.register
def _(v: int):
    return wait('int')


def f():
    return kind('a'), kind(1)


# expect: ('any', 'int')


# place: functools.total_ordering
import functools


@functools.total_ordering
class T:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return wait(self.v < o.v)

    def __eq__(self, o):
        return wait(self.v == o.v)


def f():
    return T(1) >= T(1), T(1) <= T(2), T(3) > T(2)


# expect: (True, True, True)


# place: list of a generator
def f():
    return list(wait(v) for v in range(3))


# expect: [0, 1, 2]


# place: tuple of a generator
def f():
    return tuple(wait(v) for v in range(3))


# expect: (0, 1, 2)


# place: dict of a generator
def f():
    return dict((wait(v), wait(v * 2)) for v in range(2)), dict(wait(p) for p in ['ab', 'cd'])


# expect: ({0: 0, 1: 2}, {'a': 'b', 'c': 'd'})


# place: set of a generator
def f():
    return set(wait(v) for v in range(3))


# expect: {0, 1, 2}


# place: frozenset of a generator
def f():
    return frozenset(wait(v) for v in range(3))


# expect: frozenset({0, 1, 2})


# place: bytes of a generator
def f():
    return bytes(wait(v) for v in (65, 66)), bytes(wait(b'x'))


# expect: (b'AB', b'x')


# place: bytearray of a generator
def f():
    b = bytearray(wait(v) for v in (65, 66))
    b.extend(wait(v) for v in (67, 68))
    return b


# expect: bytearray(b'ABCD')


# place: deque of a generator
from collections import deque


def f():
    d = deque((wait(v) for v in range(4)), 3)
    d.extend(wait(v) for v in (8, 9))
    d.extendleft(wait(v) for v in (7,))
    return d


# expect: deque([7, 3, 8], maxlen=3)


# place: Counter of a generator
from collections import Counter


def f():
    return Counter(wait(v) for v in 'abca')


# expect: Counter({'a': 2, 'b': 1, 'c': 1})


# place: OrderedDict of a generator
from collections import OrderedDict


def f():
    return OrderedDict((wait(k), 1) for k in 'ba')


# expect: OrderedDict({'b': 1, 'a': 1})


# place: defaultdict factory
from collections import defaultdict


def f():
    d = defaultdict(lambda: wait([]))
    d['a'].append(1)
    d['a'].append(2)
    return dict(d)


# expect: {'a': [1, 2]}


# place: dict.update
def f():
    d = {}
    d.update((wait(k), 1) for k in 'ab')
    return d


# expect: {'a': 1, 'b': 1}


# place: dict.update of a mapping in Python
class M:
    def keys(self):
        return wait(['a', 'b'])

    def __getitem__(self, k):
        return wait(k * 2)


def f():
    d = {}
    d.update(M(), c=1)
    return d, dict(M()), {**M()}


# expect: ({'a': 'aa', 'b': 'bb', 'c': 1}, {'a': 'aa', 'b': 'bb'}, {'a': 'aa', 'b': 'bb'})


# place: list.extend
def f():
    a = [0]
    a.extend(wait(v) for v in (1, 2))
    a += (wait(v) for v in (3,))
    return a


# expect: [0, 1, 2, 3]


# place: set.update and set operations
def f():
    s = {1}
    s.update(wait(v) for v in (2, 3))
    return (
        s,
        s.union(wait(v) for v in (4,)),
        s.intersection(wait(v) for v in (1, 2)),
        s.difference(wait(v) for v in (1,)),
        s.isdisjoint(wait(v) for v in (9,)),
        s.issuperset(wait(v) for v in (1,)),
    )


# expect: ({1, 2, 3}, {1, 2, 3, 4}, {1, 2}, {2, 3}, True, True)


# place: str.join
def f():
    return '-'.join(wait(v) for v in 'abc'), b'-'.join(wait(v) for v in (b'a', b'b'))


# expect: ('a-b-c', b'a-b')


# place: zip
def f():
    return list(zip((wait(v) for v in (1, 2)), 'ab')), list(zip((wait(v) for v in (1,)), strict=True))


# expect: ([(1, 'a'), (2, 'b')], [(1,)])


# place: enumerate
def f():
    return list(enumerate((wait(v) for v in 'ab'), 5))


# expect: [(5, 'a'), (6, 'b')]


# place: reversed with __reversed__
class R:
    def __reversed__(self):
        return wait(iter([3, 2]))


def f():
    return list(reversed(R()))


# expect: [3, 2]


# place: reversed of a sequence in Python
class S:
    def __len__(self):
        return wait(2)

    def __getitem__(self, i):
        return wait(i * 10)


def f():
    return list(reversed(S())), list(S.__getitem__(S(), i) for i in range(1))


# expect: ([10, 0], [0])


# place: iter(callable, sentinel)
def f():
    items = [3, 2, 1]
    return list(iter(lambda: wait(items.pop()), 3))


# expect: [1, 2]


# place: next(it, default)
def f():
    g = (wait(v) for v in (1,))
    return next(g), next(g, 'end')


# expect: (1, 'end')


# place: f(*gen)
def f():
    def g(*a):
        return a

    return g(*(wait(v) for v in (1, 2)), 3)


# expect: (1, 2, 3)


# place: f(**mapping)
class M:
    def keys(self):
        return wait(['a'])

    def __getitem__(self, k):
        return wait(1)


def f():
    def g(**k):
        return k

    return g(**M(), b=2)


# expect: {'a': 1, 'b': 2}


# place: [*gen]
def f():
    return [0, *(wait(v) for v in (1, 2))], (*(wait(v) for v in (3,)), 4), {*(wait(v) for v in (5,))}


# expect: ([0, 1, 2], (3, 4), {5})


# place: a, *b = gen
def f():
    a, *b = (wait(v) for v in (1, 2, 3))
    c, d = (wait(v) for v in (4, 5))
    return a, b, c, d


# expect: (1, [2, 3], 4, 5)


# place: in over an iterator
def f():
    return 2 in (wait(v) for v in (1, 2, 3)), 9 in (wait(v) for v in (1,))


# expect: (True, False)


# place: isinstance and issubclass
class Meta(type):
    def __instancecheck__(cls, o):
        return wait(o == 1)

    def __subclasscheck__(cls, o):
        return wait(o is int)


class C(metaclass=Meta):
    pass


def f():
    return isinstance(1, C), isinstance(2, (str, C)), issubclass(int, C), issubclass(str, (C, bytes))


# expect: (True, False, True, False)


# place: getattr with __getattr__
class C:
    def __getattr__(self, n):
        return wait(n.upper())


def f():
    return C().abc, getattr(C(), 'x'), hasattr(C(), 'y')


# expect: ('ABC', 'X', True)


# place: setattr and delattr
class C:
    def __setattr__(self, n, v):
        object.__setattr__(self, n, wait(v * 2))

    def __delattr__(self, n):
        object.__delattr__(self, wait(n))


def f():
    c = C()
    c.a = 1
    setattr(c, 'b', 2)
    d = dict(vars(c))
    del c.a
    delattr(c, 'b')
    return d, vars(c)


# expect: ({'a': 2, 'b': 4}, {})


# place: print to a write in Python
class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(wait(s))

    def flush(self):
        wait()


def f():
    o = Out()
    print(1, [2], 'x', sep=', ', file=o, flush=True)
    return o.parts


# expect: ['1', ', ', '[2]', ', ', 'x', '\n']


# place: exec
def f():
    d = {'wait': wait}
    exec('a = wait(1)\nb = [wait(v) for v in (2, 3)]', d)
    return d['a'], d['b']


# expect: (1, [2, 3])


# place: eval
def f():
    return eval('wait(1) + wait(2)'), eval(compile('wait([3])', 'x', 'eval'))


# expect: (3, [3])


# place: abs round divmod pow of Python
class N:
    def __abs__(self):
        return wait(1)

    def __round__(self, n=None):
        return wait((2, n))

    def __divmod__(self, o):
        return wait((3, o))

    def __rdivmod__(self, o):
        return wait((4, o))

    def __pow__(self, o, m=None):
        return wait((5, o, m))

    def __rpow__(self, o):
        return wait((6, o))

    def __trunc__(self):
        return wait(7)

    def __floor__(self):
        return wait(8)

    def __ceil__(self):
        return wait(9)


import math


def f():
    n = N()
    return (
        abs(n),
        round(n),
        round(n, 2),
        divmod(n, 1),
        divmod(1, n),
        pow(n, 2, 3),
        n**2,
        2**n,
        math.trunc(n),
        math.floor(n),
        math.ceil(n),
    )


# expect: (1, (2, None), (2, 2), (3, 1), (4, 1), (5, 2, 3), (5, 2, None), (6, 2), 7, 8, 9)


# place: int float complex str bytes of Python
class N:
    def __int__(self):
        return wait(1)

    def __float__(self):
        return wait(2.5)

    def __complex__(self):
        return wait(3j)

    def __str__(self):
        return wait('four')

    def __bytes__(self):
        return wait(b'five')

    def __index__(self):
        return wait(6)

    def __repr__(self):
        return wait('seven')

    def __format__(self, spec):
        return wait(spec * 2)

    def __hash__(self):
        return wait(8)

    def __bool__(self):
        return wait(False)

    def __len__(self):
        return wait(9)

    def __dir__(self):
        return wait(['b', 'a'])

    def __sizeof__(self):
        return wait(10)


import operator, sys


def f():
    n = N()
    return (
        int(n),
        float(n),
        complex(n),
        str(n),
        bytes(n),
        operator.index(n),
        repr(n),
        format(n, 'x'),
        f'{n:y}',
        f'{n!r:>7}',
        f'{n}',
        hash(n),
        bool(n),
        not n,
        len(n),
        dir(n),
        n.__sizeof__(),
        [1, 2, 3, 4, 5, 6, 70][n],
        hex(n),
        bin(n),
        chr(60 + 6),
        '%s %r %d' % (n, n, n),
        ascii(n),
    )


# expect: (1, 2.5, 3j, 'four', b'five', 6, 'seven', 'xx', 'yy', '  seven', '', 8, False, True, 9, ['a', 'b'], 10, 70, '0x6', '0b110', 'B', 'four seven 1', 'seven')


# place: repr of containers
class N:
    def __repr__(self):
        return wait('N')


from collections import OrderedDict, deque, defaultdict


def f():
    n = N()
    return (
        repr([n, (n,), {1: n}]),
        repr(deque([n])),
        repr(OrderedDict(a=n)),
        repr(defaultdict(list, a=n)),
        str({'k': n}.values()),
    )


# expect: ('[N, (N,), {1: N}]', 'deque([N])', "OrderedDict({'a': N})", "defaultdict(<class 'list'>, {'a': N})", 'dict_values([N])')


# place: slices with __index__
class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    a = list(range(10))
    a[I(1) : I(3)] = [wait('x')]
    del a[I(0)]
    return a[I(1) : I(4)], 'abcdef'[I(1) : I(3)], a[:: I(4)], range(I(3))[I(1)], bytes(I(2)), 'a' * I(3)


# expect: ([3, 4, 5], 'bc', ['x', 6], 1, b'\x00\x00', 'aaa')


# place: type(name, bases, namespace)
class B:
    def __init_subclass__(cls, **k):
        cls.k = wait(k)


def f():
    C = type('C', (B,), {'a': 1}, z=2)
    return C.k, C.a


# expect: ({'z': 2}, 1)


# place: breakpoint of a hook
# not by ticks: sys.breakpointhook is that of the fresh process before it is called
import sys


def f():
    sys.breakpointhook = lambda *a: wait(a)
    try:
        return breakpoint(1)
    finally:
        sys.breakpointhook = sys.__breakpointhook__


# expect: (1,)


# place: input from a file in Python
# not by ticks: sys.stdin is that of the fresh process before it is called
import sys


class In:
    def readline(self):
        return wait('hello\n')


class Out:
    text = ''

    def write(self, s):
        self.text += wait(s)

    def flush(self):
        wait()


def f():
    before = sys.stdin, sys.stdout
    out = Out()
    sys.stdin, sys.stdout = In(), out
    try:
        return input('? '), out.text
    finally:
        sys.stdin, sys.stdout = before


# expect: ('hello', '? ')


# place: aiter and anext
async def numbers():
    yield wait(1)
    yield wait(2)


async def use():
    it = aiter(numbers())
    return await anext(it), await anext(it), await anext(it, 'end')


def f():
    try:
        use().send(None)
    except StopIteration as e:
        return e.value


# expect: (1, 2, 'end')
