# place: __index__ of a subscript
import array, collections


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    a = [1, 2, 3]
    b = bytearray(b'abc')
    r = array.array('h', [1, 2, 3])
    d = collections.deque('abc')
    m = memoryview(b'abc')
    a[I(0)] = 'x'
    b[I(1)] = I(66)
    r[I(2)] = I(7)
    d[I(0)] = 'z'
    del a[I(1)], b[I(0)], r[I(0)], d[I(-1)]
    return (
        a,
        a[I(0)],
        b,
        r,
        r[I(0)],
        d,
        d[I(1)],
        m[I(1)],
        m[I(1) :].tobytes(),
        'abc'[I(-1)],
        (1, 2)[I(1)],
        range(9)[I(2)],
    )


# expect: (['x', 3], 'x', bytearray(b'Bc'), array('h', [2, 7]), 2, deque(['z', 'b']), 'b', 98, b'bc', 'c', 2, 2)


# place: __index__ of a count
import collections, array, itertools


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    a = [1]
    a *= I(2)
    b = bytearray(b'x')
    b *= I(2)
    d = collections.deque([1])
    d *= I(2)
    return (
        [0] * I(2),
        I(2) * (1,),
        b'ab' * I(2),
        'ab' * I(2),
        a,
        b,
        d,
        array.array('b', [1]) * I(2),
        list(itertools.repeat('r', I(2))),
        list(itertools.islice('abcdef', I(1), I(6), I(2))),
        itertools.combinations('abc', I(2)).__next__(),
        bytes(I(2)),
        bytearray(I(1)),
    )


# expect: ([0, 0], (1, 1), b'abab', 'abab', [1, 1], bytearray(b'xx'), deque([1, 1]), array('b', [1, 1]), ['r', 'r'], ['b', 'd', 'f'], ('a', 'b'), b'\x00\x00', bytearray(b'\x00'))


# place: __index__ of arguments of text and bytes
class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    return (
        'abcabc'.find('c', I(3)),
        'abcabc'.count('a', I(1), I(5)),
        'abc'.startswith('b', I(1)),
        'a'.center(I(3), '*'),
        'a b c'.rsplit(None, I(1)),
        'aaa'.replace('a', 'b', I(2)),
        '7'.zfill(I(3)),
        b'abcabc'.index(b'c', I(3)),
        b'a,b,c'.split(b',', I(1)),
        b'abc'.find(I(98)),
        I(98) in b'abc',
        b'a'.ljust(I(2)),
        chr(I(65)),
        int('11', I(3)),
        int.from_bytes([I(1), I(2)], 'big'),
        (5).to_bytes(I(2), 'big'),
        hex(I(255)),
        bin(I(5)),
        round(2.567, I(1)),
        pow(I(2).__index__(), 3, 5),
        '%d %x %c' % (3, I(255), I(65)),
        b'%d %x' % (3, I(255)),
        '{:{}}'.format('a', 3),
        '\t'.expandtabs(I(2)),
    )


# expect: (5, 1, True, '*a*', ['a b', 'c'], 'bba', '007', 5, [b'a', b'b,c'], 1, True, b'a ', 'A', 4, 258, b'\x00\x05', '0xff', '0b101', 2.6, 3, '3 ff A', b'3 ff', 'a  ', '  ')


# place: __index__ of items
import array, struct


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    b = bytearray(b'ab')
    b.extend([I(99), 100])
    b[1:2] = [I(1), I(2)]
    b.insert(I(0), I(3))
    b.append(I(4))
    a = array.array('i', [I(1)])
    a.fromlist([I(2)])
    a.extend(v for v in [I(3)])
    a.insert(I(0), I(4))
    s = bytearray(4)
    struct.pack_into('<hh', s, I(0), I(1), I(2))
    return (
        bytes([I(1), I(2)]),
        bytes(v for v in [I(1), 2]),
        b,
        a,
        struct.pack('<bI?', I(1), I(2), I(3)),
        s,
        struct.unpack_from('<h', s, I(2)),
    )


# expect: (b'\x01\x02', b'\x01\x02', bytearray(b'\x03a\x01\x02cd\x04'), array('i', [4, 1, 2, 3]), b'\x01\x02\x00\x00\x00\x01', bytearray(b'\x01\x00\x02\x00'), (2,))


# place: __float__ and __index__ of arguments of math
import math, cmath


class N:
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return wait(float(self.v))


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


class C:
    def __complex__(self):
        return wait(1j)


def f():
    return (
        math.hypot(N(3), I(4)),
        math.fsum([N(0.5), N(0.25)]),
        math.dist([N(0), N(0)], [N(3), N(4)]),
        math.atan2(N(1), N(1)) == math.pi / 4,
        math.pow(N(2), N(3)),
        math.factorial(I(4)),
        math.gcd(I(12), I(18), I(8)),
        math.lcm(I(4), I(6)),
        math.comb(I(5), I(2)),
        math.perm(I(4), I(2)),
        math.isqrt(I(17)),
        math.prod([2, 3], start=4),
        math.log(N(8), N(2)),
        math.log2(I(8)),
        math.isclose(N(1), N(1.0000000001)),
        math.copysign(N(1), N(-2)),
        cmath.phase(C()) == math.pi / 2,
        cmath.polar(N(2)),
        cmath.sqrt(I(-4)),
        complex(N(1), I(2)),
        float(I(3)),
    )


# expect: (5.0, 0.75, 5.0, True, 8.0, 24, 2, 12, 10, 12, 4, 24, 3.0, 3.0, True, -1.0, True, (2.0, 0.0), 2j, (1+2j), 3.0)


# place: __index__ and __float__ of arguments of the library
import collections, itertools, operator, random, re


class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return wait(self.v)


def f():
    d = collections.deque('abcabc', maxlen=5)
    d.rotate(I(1))
    d.insert(I(0), 'z') if len(d) < 5 else None
    r = random.Random(3)
    return (
        d,
        d.index('c', I(1)),
        operator.index(I(3)),
        operator.length_hint([], I(2)),
        operator.getitem('abc', I(1)),
        operator.mul([1], I(2)),
        operator.itemgetter(I(1))('abc'),
        re.compile('b').search('abb', 2).start(),
        re.sub('a', 'b', 'aaa', count=2),
        re.match('(a)(b)', 'ab').group(I(1)),
        re.match('(a)(b)', 'ab')[I(2)],
        list(itertools.accumulate([1, 2, 3], lambda a, b: wait(a + b))),
        [list(t) for t in itertools.tee('ab', I(2))],
        list(itertools.combinations('abc', I(1))),
        list(itertools.batched('abc', I(2))),
        slice(I(1), I(4), I(2)).indices(I(3)),
        r.getrandbits(I(3)) < 8,
        'abc'.encode().hex(',', I(1)),
    )


# expect: (deque(['c', 'b', 'c', 'a', 'b'], maxlen=5), 2, 3, 0, 'b', [1, 1], 'b', 2, 'bba', 'a', 'b', [1, 3, 6], [['a', 'b'], ['a', 'b']], [('a',), ('b',), ('c',)], [('a', 'b'), ('c',)], (1, 3, 2), True, '61,62,63')


# place: __bool__ of arguments
import csv, io, json


class T:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return wait(self.v)


def f():
    out = io.StringIO()
    csv.writer(out, doublequote=T(True), lineterminator='|').writerow(['a"b', 1])
    return (
        sorted([2, 1, 3], reverse=T(True)),
        'a\nb'.splitlines(T(True)),
        int.from_bytes(b'\xff', 'big', signed=T(True)),
        out.getvalue(),
        json.dumps({'b': 1, 'a': 2}, sort_keys=T(True)),
        not T(False),
        list(filter(None, [T(True), T(False)])).__len__(),
        any([T(False), T(True)]),
        all([T(True), T(False)]),
        bool(T(True)),
        isinstance(1, int) and T(True).__bool__(),
    )


# expect: ([3, 2, 1], ['a\n', 'b'], -1, '"a""b",1|', '{"a": 2, "b": 1}', True, 1, True, False, True, True)


# place: __class__ and __bases__ by attribute hooks
import abc


class Base(metaclass=abc.ABCMeta):
    pass


class Proxy:
    @property
    def __class__(self):
        return wait(Derived)


class Derived(Base):
    pass


class Plain:
    pass


class Other:
    @property
    def __bases__(self):
        return wait((Plain,))


def f():
    return (
        isinstance(Proxy(), Derived),
        isinstance(Proxy(), Base),
        isinstance(Proxy(), (int, Derived)),
        issubclass(Other(), Plain),
        issubclass(Other(), (int, Plain)),
        callable(Proxy()),
    )


# expect: (True, True, True, True, True, False)


# place: attributes that builtins read of objects
import functools, inspect, operator


class Hook:
    def __getattr__(self, name):
        if name in ('__name__', '__doc__', '__qualname__', '__module__', 'f', 'x'):
            return wait('hook ' + name)
        raise AttributeError(name)

    def __call__(self):
        return 'called'


def f():
    h = Hook()
    p = property(h)
    w = functools.wraps(h)(lambda: None)
    s = staticmethod(h)
    return (
        p.__doc__,
        w.__name__,
        w.__doc__,
        s.__name__,
        operator.attrgetter('f', 'x')(h),
        getattr(h, 'f', None),
        hasattr(h, 'x'),
        hasattr(h, 'nothing'),
        getattr(h, 'nothing', 'default'),
    )


# expect: (None, 'hook __name__', None, 'hook __name__', ('hook f', 'hook x'), 'hook f', True, False, 'default')


# place: __repr__ and __str__ for a message
class R:
    def __repr__(self):
        return wait('R()')

    def __str__(self):
        return wait('S')

    def __hash__(self):
        return 5


def attempt(g):
    try:
        return g()
    except Exception as e:
        return type(e).__name__, str(e)


def f():
    return (
        attempt(lambda: [].remove(R())),
        attempt(lambda: {}[R()]),
        attempt(lambda: {1}.remove(R())),
        attempt(lambda: (1,).index(R())),
        attempt(lambda: __import__('contextvars').ContextVar('v').reset(R())),
        str(KeyError(R())),
        str(ValueError(R())),
        str(OSError(2, R())),
        repr(ValueError(R(), 1)),
        str(UnicodeDecodeError('ascii', b'a', 0, 1, str(R()))),
        str(SyntaxError(R())),
    )


# expect: (('ValueError', 'list.remove(x): x not in list'), ('KeyError', 'R()'), ('KeyError', 'R()'), ('ValueError', 'tuple.index(x): x not in tuple'), ('TypeError', 'expected an instance of Token, got R()'), 'R()', 'S', '[Errno 2] S', 'ValueError(R(), 1)', "'ascii' codec can't decode byte 0x61 in position 0: S", 'S')


# place: iterators that builtins use up
import os, string


class It:
    def __init__(self, items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration
        return wait(self.items.pop(0))


def f():
    class S(str):
        def __iter__(self):
            return It('xy')

    return (
        int.from_bytes(It([1, 2]), 'big'),
        ''.join(It('ab')),
        b''.join(It([b'a', b'b'])),
        bytes(It([1, 2])),
        bytearray(It([1, 2])),
        'abc'.translate(dict(It([(97, 'x')]))),
        str.maketrans(dict(It([('a', 'b')]))),
        os.path.join(*It(['a', 'b'])),
        type('T', tuple(It([int])), dict(It([('a', 1)]))).a,
        dict.fromkeys(It('ab'), 1),
        list(zip(It('ab'), It('cd'))),
        max(It([1, 3, 2])),
        SyntaxError('m', It(['f', 1, 2, 't'])).lineno if False else None,
        list(S('q')),
    )


# expect: (258, 'ab', b'ab', b'\x01\x02', bytearray(b'\x01\x02'), 'xbc', {97: 'b'}, 'a/b', 1, {'a': 1, 'b': 1}, [('a', 'c'), ('b', 'd')], 3, None, ['x', 'y'])


# place: more values than a builtin begins again for
class I:
    def __init__(self, v):
        self.v = v

    def __index__(self):
        return self.v if self.v % 200 else wait(self.v)


def f():
    import math

    return math.gcd(*[I(v * 5) for v in range(1, 300)]), sum(bytes([I(v % 256) for v in range(600)]))


# expect: (5, 69108)
