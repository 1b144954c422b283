# frame: ops.AnyClassFrame/1
class Meta(type):
    def __instancecheck__(cls, o):
        return wait(o == cls.wanted)

    def __subclasscheck__(cls, o):
        return wait(o is cls.wanted)


class A(metaclass=Meta):
    wanted = 1


class B(metaclass=Meta):
    wanted = int


def f():
    return (
        isinstance(1, (str, B, (B, A))),
        isinstance(2, (A, B)),
        issubclass(int, (A, B, str)),
        issubclass(str, (A, B)),
    )


# expect: (True, False, True, False)
# frame: ops.BinaryFrame/1
class Left:
    def __add__(self, other):
        return wait(NotImplemented)

    def __iadd__(self, other):
        return wait(NotImplemented)

    def __lt__(self, other):
        return wait(NotImplemented)

    def __eq__(self, other):
        return wait(NotImplemented)


class Right:
    def __radd__(self, other):
        return wait('radd')

    def __gt__(self, other):
        return wait('gt')

    def __eq__(self, other):
        return wait('eq')


def f():
    left = Left()
    left += Right()
    try:
        Left() + 1
    except TypeError as e:
        return Left() + Right(), left, Left() < Right(), Left() == Right(), Left() == 1, str(e)


# expect: ('radd', 'radd', 'gt', 'eq', False, "unsupported operand type(s) for +: 'Left' and 'int'")
# frame: ops.CodecCallFrame/1
import codecs


def encode(text, errors='strict'):
    return wait(text[::-1].encode()), len(text)


def decode(data, errors='strict'):
    return wait(bytes(data).decode()[::-1] + errors), len(data)


def search(name):
    return wait(codecs.CodecInfo(encode, decode, name=name)) if name == 'reversed' else None


def registered(o):
    # The registry is not in a saved state.
    codecs.register(search)
    return o


def f():
    return (
        registered('abc').encode('reversed'),
        registered(b'abc').decode('reversed', 'mine'),
        codecs.encode(registered('de'), 'reversed'),
        codecs.decode(registered(b'de'), 'reversed'),
    )


# expect: (b'cba', 'cbamine', b'ed', 'edstrict')
# frame: ops.CodecLookupFrame/2
import codecs


def encode(text, errors='strict'):
    return text.upper().encode(), len(text)


def first(name):
    return wait(None)


def second(name):
    return wait(codecs.CodecInfo(encode, encode, name=name)) if name == 'mine' else None


def registered(o):
    # The registry is not in a saved state.
    codecs.register(first)
    codecs.register(second)
    return o


def f():
    found = codecs.lookup(registered('mine')).name, registered('abc').encode('mine')
    try:
        codecs.lookup(registered('nobodys'))
    except LookupError as e:
        return found, str(e)


# expect: (('mine', b'ABC'), 'unknown encoding: nobodys')
# frame: ops.CodingFrame/1
import codecs


def handler(error):
    return wait(f'<{error.object[error.start : error.end]}>'), error.end


def bytes_handler(error):
    return wait(b'?'), error.end


def registered(o):
    # The registry is not in a saved state.
    codecs.register_error('mine', handler)
    codecs.register_error('bytes', bytes_handler)
    return o


def f():
    return (
        registered('aäbö').encode('latin-1', 'mine'),
        registered('a\u20acb\u20ac').encode('latin-1', 'bytes'),
        registered(b'a\xffb\xfe').decode('utf-8', 'mine'),
        registered('äö').encode('ascii', 'bytes'),
        codecs.charmap_encode(registered('a!b'), 'bytes', {97: 65, 98: 66}),
    )


# expect: (b'a\xe4b\xf6', b'a?b?', "a<b'\\xff'>b<b'\\xfe'>", b'?', (b'A?B', 3))
# frame: ops.ExtendFrame/1
def numbers(n):
    for i in range(n):
        yield wait(i)


def f():
    items = ['a']
    items.extend(numbers(3))
    items += numbers(2)
    return items, [*numbers(2), 'b'], set(numbers(3)), {*numbers(2), 'c'} - {'c'}, list(numbers(2))


# expect: (['a', 0, 1, 2, 0, 1], [0, 1, 'b'], {0, 1, 2}, {0, 1}, [0, 1])
# frame: ops.FinishFrame/1
class C:
    def __init__(self, value=None):
        wait()

    def __new__(cls, *args):
        return wait(super().__new__(cls))

    def __bool__(self):
        return wait(False)

    def __len__(self):
        return wait(Index())

    def __str__(self):
        return wait('str')

    def __repr__(self):
        return wait('ré')

    def __format__(self, spec):
        return wait(spec)

    def __bytes__(self):
        return wait(b'bytes')

    def __iter__(self):
        return wait(iter('ab'))

    def __int__(self):
        return wait(7)

    def __float__(self):
        return wait(2.5)

    def __hash__(self):
        return wait(2**80)

    def __eq__(self, other):
        return wait(Truth())

    def __getattribute__(self, name):
        if name == 'missing':
            wait()
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return wait(name.upper())


class Bare:
    def __getattr__(self, name):
        if not name.startswith('__'):
            wait()
        raise AttributeError(name)

    def __next__(self):
        wait()
        raise StopIteration


class Index:
    def __index__(self):
        return wait(3)


class Sized:
    def __len__(self):
        return wait(Index())


class Truth:
    def __bool__(self):
        return wait(True)


class Text(str):
    pass


class Number(float):
    pass


def numbers():
    yield wait(1)
    yield wait(2)


def f():
    c = C(wait(1))
    bare = Bare()
    return (
        not c,
        len(c),
        bool(Sized()),
        not Sized(),
        str(c),
        ascii(c),
        format(c, 'spec'),
        bytes(c),
        list(c),
        int(c),
        float(c),
        hash(c),
        c != 1,
        c.missing,
        hasattr(bare, 'x'),
        getattr(bare, 'x', 'default'),
        next(bare, 'stopped'),
        bin(Index()),
        Text(c),
        Number(c),
        bytearray(numbers()),
    )


# expect: (True, 3, True, False, 'str', 'r\\xe9', 'spec', b'bytes', ['a', 'b'], 7, 2.5, 524288, False, 'MISSING', False, 'default', 'stopped', '0b11', 'str', 2.5, bytearray(b'\x01\x02'))
# frame: ops.Iteration.SequenceNext/1
class Sequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        wait()
        return self.items[index]


def f():
    loop = []
    for item in Sequence(1, 2):
        loop.append(item)
    it = iter(Sequence('a'))
    return loop, next(it), next(it, 'end'), list(it)


# expect: ([1, 2], 'a', 'end', [])
# frame: ops.IterableSearchFrame/1
import operator


def items(*values):
    for value in values:
        yield wait(Equal(value))


def f():
    try:
        operator.indexOf(items(1, 2), 5)
    except ValueError as e:
        return (
            2 in items(1, 2, 3),
            9 in items(1, 2),
            operator.indexOf(items(1, 2, 3), 3),
            operator.countOf(items(1, 2, 1), 1),
            str(e),
        )


# expect: (True, False, 2, 2, 'sequence.index(x): x not in sequence')
# frame: ops.NextFrame/1
import itertools


def numbers(n):
    for i in range(n):
        yield wait(i)


def odd(n):
    return wait(n % 2)


def add(a, b):
    return wait(a + b)


def f():
    return (
        list(map(add, numbers(3), [10, 20])),
        list(filter(odd, numbers(4))),
        list(zip(numbers(2), numbers(3))),
        list(enumerate(numbers(2), 5)),
        list(itertools.accumulate(numbers(4), add)),
        list(itertools.chain(numbers(2), numbers(1))),
        [(k, list(g)) for k, g in itertools.groupby(numbers(4), lambda n: wait(n // 2))],
        list(itertools.takewhile(lambda n: wait(n < 2), numbers(4))),
        list(itertools.dropwhile(lambda n: wait(n < 2), numbers(4))),
        list(itertools.filterfalse(odd, numbers(3))),
        list(itertools.starmap(add, [(1, 2), (3, 4)])),
        list(itertools.zip_longest(numbers(1), numbers(2), fillvalue='-')),
        list(itertools.islice(numbers(9), 1, 5, 2)),
        list(itertools.batched(numbers(3), 2)),
        list(itertools.pairwise(numbers(3))),
        list(itertools.compress(numbers(3), [1, 0, 1])),
        list(itertools.islice(itertools.cycle(numbers(2)), 5)),
        [list(t) for t in itertools.tee(numbers(2))],
        list(iter(lambda it=numbers(3): wait(next(it)), 2)),
        list(reversed(Reversed())),
    )


class Reversed:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return wait(index)


# expect: ([10, 21], [1, 3], [(0, 0), (1, 1)], [(5, 0), (6, 1)], [0, 1, 3, 6], [0, 1, 0], [(0, [0, 1]), (1, [2, 3])], [0, 1], [2, 3], [0, 2], [3, 7], [(0, 0), ('-', 1)], [1, 3], [(0, 1), (2,)], [(0, 1), (1, 2)], [0, 2], [0, 1, 0, 1, 0], [[0, 1], [0, 1]], [0, 1], [1, 0])
# frame: ops.OpenFrame/1
import itertools


class Iterable:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        return wait(iter(self.text))


def f():
    return (
        list(zip(Iterable('ab'), Iterable('cd'))),
        list(map(str.upper, Iterable('ab'))),
        list(enumerate(Iterable('a'))),
        list(itertools.accumulate(Iterable('ab'))),
        list(zip(Iterable('a'), Iterable('bc'), strict=False)),
    )


# expect: ([('a', 'c'), ('b', 'd')], ['A', 'B'], [(0, 'a')], ['a', 'ab'], [('a', 'b')])
# frame: ops.FillFrame/1
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return wait(hash(self.name[0]))

    def __eq__(self, other):
        return wait(isinstance(other, Key) and self.name == other.name)

    def __repr__(self):
        return self.name


def f():
    return {Key('a1'): 1, Key('a2'): 2, Key('a1'): 3}, len({Key('a1'), Key('a2'), Key('a1')})


# expect: ({a1: 3, a2: 2}, 2)
# frame: ops.HashFrame/1
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return wait(hash(self.name[0]))

    def __eq__(self, other):
        return wait(isinstance(other, Key) and self.name == other.name)

    def __repr__(self):
        return self.name


def f():
    whole = 'a', Key('b'), None, (Key('c'), 1)
    simple = 'a', hash('b'), None, (hash('c'), 1)
    return hash(whole) == hash(simple), hash(slice(Key('a'), 1)) == hash(slice(hash('a'), 1))


# expect: (True, True)
# frame: ops.SetFrame/1
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return wait(hash(self.name[0]))

    def __eq__(self, other):
        return wait(isinstance(other, Key) and self.name == other.name)

    def __repr__(self):
        return self.name


def keys(*names):
    for name in names:
        yield wait(Key(name))


def f():
    a = set(keys('a1', 'a2', 'a3'))
    b = set(keys('a2', 'a4'))
    c = set(a)
    c.symmetric_difference_update(keys('a2', 'a4', 'a4'))
    d = set(a)
    d.difference_update(keys('a1', 'a2'))
    names = [sorted(map(str, s)) for s in (a | b, a & b, a - b, a ^ b, c, d, a.intersection(keys('a3', 'a5')))]
    tests = a == b, a >= {Key('a1')}, a.isdisjoint(keys('a5', 'a3')), a.issubset(keys('a3', 'a2', 'a1')), b <= a
    views = sorted(map(str, dict.fromkeys(a).keys() & keys('a1', 'a5'))), dict.fromkeys(b).keys() == b
    return names, tests, views


# expect: ([['a1', 'a2', 'a3', 'a4'], ['a2'], ['a1', 'a3'], ['a1', 'a3', 'a4'], ['a1', 'a3', 'a4'], ['a3'], ['a3']], (False, True, False, True, False), (['a1'], True))
# frame: ops.FromKeysFrame/1
class Mine(dict):
    def __init__(self):
        super().__init__()
        self.told = [wait('made')]

    def __setitem__(self, key, value):
        self.told.append(wait(key))
        super().__setitem__(key, value)


def keys():
    yield wait('a')
    yield wait('b')


def f():
    mine = Mine.fromkeys(keys(), 1)
    return dict.fromkeys(keys(), 0), dict(mine), mine.told


# expect: ({'a': 0, 'b': 0}, {'a': 1, 'b': 1}, ['made', 'a', 'b'])
