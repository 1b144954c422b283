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
