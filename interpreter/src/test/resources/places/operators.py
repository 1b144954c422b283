# place: arithmetic
class N:
    def __init__(self, v):
        self.v = v


def add(name):
    def m(self, o):
        return wait((name, self.v, getattr(o, 'v', o)))

    return m


for n in 'add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor'.split():
    setattr(N, f'__{n}__', add(n))


def f():
    a, b = N(1), N(2)
    return a + b, a - b, a * b, a @ b, a / b, a // b, a % b, a**b, a << b, a >> b, a & b, a | b, a ^ b


# expect: (('add', 1, 2), ('sub', 1, 2), ('mul', 1, 2), ('matmul', 1, 2), ('truediv', 1, 2), ('floordiv', 1, 2), ('mod', 1, 2), ('pow', 1, 2), ('lshift', 1, 2), ('rshift', 1, 2), ('and', 1, 2), ('or', 1, 2), ('xor', 1, 2))


# place: reflected arithmetic
class N:
    def __init__(self, v):
        self.v = v


def radd(name):
    def m(self, o):
        return wait((name, self.v, o))

    return m


for n in 'add sub mul matmul truediv floordiv mod pow lshift rshift and or xor'.split():
    setattr(N, f'__r{n}__', radd(n))


def f():
    b = N(2)
    return (
        1 + b,
        1 - b,
        1 * b,
        1 @ b,
        1 / b,
        1 // b,
        1 % b,
        1**b,
        1 << b,
        1 >> b,
        1 & b,
        1 | b,
        1 ^ b,
        [1] + b,
        'a' % b if False else 'x' * 1,
    )


# expect: (('add', 2, 1), ('sub', 2, 1), ('mul', 2, 1), ('matmul', 2, 1), ('truediv', 2, 1), ('floordiv', 2, 1), ('mod', 2, 1), ('pow', 2, 1), ('lshift', 2, 1), ('rshift', 2, 1), ('and', 2, 1), ('or', 2, 1), ('xor', 2, 1), ('add', 2, [1]), 'x')


# place: arithmetic with NotImplemented
class A:
    def __add__(self, o):
        return wait(NotImplemented)

    def __lt__(self, o):
        return wait(NotImplemented)


class B:
    def __radd__(self, o):
        return wait('radd')

    def __gt__(self, o):
        return wait('gt')


def f():
    return A() + B(), A() < B()


# expect: ('radd', 'gt')


# place: in-place arithmetic
class N:
    def __init__(self, v):
        self.v = v


def iadd(name):
    def m(self, o):
        self.v = wait((name, self.v, o))
        return self

    return m


for n in 'add sub mul matmul truediv floordiv mod pow lshift rshift and or xor'.split():
    setattr(N, f'__i{n}__', iadd(n))


def f():
    out = []
    for op in '+ - * @ / // % ** << >> & | ^'.split():
        d = {'a': N(1)}
        exec(f'a {op}= 2', d)
        out.append(d['a'].v)
    return out


# expect: [('add', 1, 2), ('sub', 1, 2), ('mul', 1, 2), ('matmul', 1, 2), ('truediv', 1, 2), ('floordiv', 1, 2), ('mod', 1, 2), ('pow', 1, 2), ('lshift', 1, 2), ('rshift', 1, 2), ('and', 1, 2), ('or', 1, 2), ('xor', 1, 2)]


# place: in-place on attributes and items
class C:
    def __getattr__(self, n):
        return wait(10)

    def __getitem__(self, i):
        return wait(20)

    def __setitem__(self, i, v):
        self.__dict__['item'] = wait((i, v))


def f():
    c = C()
    c.a += wait(1)
    c[wait(0)] -= 2
    return c.a, c.item


# expect: (11, (0, 18))


# place: unary
class N:
    def __neg__(self):
        return wait('neg')

    def __pos__(self):
        return wait('pos')

    def __invert__(self):
        return wait('inv')


def f():
    return -N(), +N(), ~N()


# expect: ('neg', 'pos', 'inv')


# place: comparisons
class N:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return wait(self.v < o.v)

    def __le__(self, o):
        return wait(self.v <= o.v)

    def __gt__(self, o):
        return wait(self.v > o.v)

    def __ge__(self, o):
        return wait(self.v >= o.v)

    def __eq__(self, o):
        return wait(self.v == o.v)

    def __ne__(self, o):
        return wait(self.v != o.v)


def f():
    a, b = N(1), N(2)
    return a < b, a <= b, a > b, a >= b, a == b, a != b, a < b < a, N(1) < N(2) > N(0)


# expect: (True, True, False, False, False, True, False, True)


# place: truth in conditions
def f():
    out = []
    if Truth(True):
        out.append(1)
    while Truth(len(out) < 3):
        out.append(2)
    out.append(Truth(False) or 'or')
    out.append(Truth(True) and 'and')
    out.append('yes' if Truth(True) else 'no')
    out.append(not Truth(False))
    out.append([v for v in (1, 2) if Truth(v == 2)])
    assert Truth(True)
    return out


# expect: [1, 2, 2, 'or', 'and', 'yes', True, [2]]


# place: items
class C:
    def __getitem__(self, i):
        return wait(('get', i))

    def __setitem__(self, i, v):
        self.set = wait((i, v))

    def __delitem__(self, i):
        self.deleted = wait(i)

    def __contains__(self, i):
        return wait(i == 1)

    def __len__(self):
        return wait(4)

    def __length_hint__(self):
        return wait(2)

    def __iter__(self):
        return wait(iter([1]))


def f():
    c = C()
    c[1:2] = 3
    del c[4]
    return c[5], c[1:2, ...], c.set, c.deleted, 1 in c, 2 not in c, len(c), list(c)


# expect: (('get', 5), ('get', (slice(1, 2, None), Ellipsis)), (slice(1, 2, None), 3), 4, True, True, 4, [1])


# place: __missing__
class D(dict):
    def __missing__(self, k):
        return wait(k * 2)


def f():
    return D()['a'], '{a}'.format_map(D()), '%(b)s' % D()


# expect: ('aa', 'aa', 'bb')


# place: __iter__ and __next__
class I:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return wait(self)

    def __next__(self):
        self.n += 1
        if wait(self.n) > 2:
            raise StopIteration
        return self.n


def f():
    a = [v for v in I()]
    b = 0
    for v in I():
        b += wait(v)
    return a, b, {v: wait(v) for v in I()}, {v for v in I()}, list(I()), dict(zip(I(), I()))


# expect: ([1, 2], 3, {1: 1, 2: 2}, {1, 2}, [1, 2], {1: 1, 2: 2})


# place: old sequences
class S:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return wait(i)


def f():
    return list(S()), 1 in S(), [*S()], max(S())


# expect: ([0, 1, 2], True, [0, 1, 2], 2)


# place: operator module
import operator


class C:
    a = 1

    def __getitem__(self, i):
        return wait(i)

    def m(self, v):
        return wait(v)

    def __concat__(self, o):
        return wait(o)

    @property
    def p(self):
        return wait(C)


def f():
    return (
        operator.itemgetter(1, 2)(C()),
        operator.attrgetter('p.a', 'a')(C()),
        operator.methodcaller('m', 3)(C()),
        operator.contains((wait(v) for v in (1,)), 1),
        operator.countOf((wait(v) for v in (1, 1)), 1),
        operator.indexOf((wait(v) for v in (5, 6)), 6),
        operator.length_hint(C(), 4),
    )


# expect: ((1, 2), (1, 1), 3, True, 2, 1, 4)


# place: match
class P:
    __match_args__ = ('x', 'y')

    @property
    def x(self):
        return wait(1)

    @property
    def y(self):
        return wait(2)


def f():
    out = []
    for v in (P(), [1, wait(2), 3], {'k': wait(4)}, wait('s'), 5):
        match v:
            case P(a, y=b):
                out.append((a, b))
            case [a, *b]:
                out.append((a, b))
            case {'k': a, **b}:
                out.append((a, b))
            case str() as s if wait(True):
                out.append(s)
            case _:
                out.append(wait('other'))
    return out


# expect: [(1, 2), (1, [2, 3]), (4, {}), 's', 'other']
