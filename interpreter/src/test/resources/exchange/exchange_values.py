"""Values of every kind that a pickle may hold: for the same seed the same ones in CPython and here."""

import array
import builtins
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import ipaddress
import itertools
import operator
import pathlib
import pickle
import re
import types
import uuid
import zoneinfo

TEXTS = '', 'a', 'name', 'ä€𝄞', 'line\nfeed \\ and \0', 'x' * 300, '\udc80'
INTS = 0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -(2**31), 2**63, -(2**63) - 1, 10**700, -(10**700)
FLOATS = 0.0, -0.0, 1.5, -2.25e300, 5e-324, float('inf'), float('-inf'), float('nan'), 0.1


# ---- classes that both sides import


class Colour(enum.Enum):
    RED = 1
    GREEN = 'green'


class Rights(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    RUN = enum.auto()


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Word(enum.StrEnum):
    ONE = enum.auto()


Pair = collections.namedtuple('Pair', 'first second', defaults=(None,))


@dataclasses.dataclass
class Point:
    x: int
    y: object = None
    tags: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    x: int
    y: str


class Plain:
    pass


class Slots:
    __slots__ = 'a', 'b'


class SlotsAndDict(Slots):
    pass


class Stateful:
    def __init__(self, v):
        self.v = v

    def __getstate__(self):
        return ('state', self.v)

    def __setstate__(self, state):
        self.v = state[1]


class Named:
    """Is made with keywords."""

    def __new__(cls, *, v):
        self = super().__new__(cls)
        self.v = v
        return self

    def __getnewargs_ex__(self):
        return (), {'v': self.v}


class Reduced:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return Reduced, (self.v,), {'more': 1}


class MyInt(int):
    pass


class MyStr(str):
    pass


class MyFloat(float):
    pass


class MyBytes(bytes):
    pass


class MyList(list):
    pass


class MyDict(dict):
    pass


class MySet(set):
    pass


class MyTuple(tuple):
    pass


class MyDate(datetime.datetime):
    pass


class MyError(ValueError):
    def __init__(self, text, code=0):
        super().__init__(text)
        self.code = code

    def method(self):
        return self.code


class Outer:
    class Inner:
        pass

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def of_none():
        pass


def function():
    pass


# ---- values


def atom(r):
    return r.choice(
        (
            lambda: None,
            lambda: r.random() < 0.5,
            lambda: r.choice(INTS) + r.randrange(-2, 3),
            lambda: r.getrandbits(r.randrange(1, 200)),
            lambda: r.choice(FLOATS),
            lambda: r.uniform(-1e6, 1e6),
            lambda: complex(r.choice(FLOATS), r.random()),
            lambda: r.choice(TEXTS),
            lambda: ''.join(chr(r.randrange(32, 0x800)) for _ in range(r.randrange(20))),
            lambda: r.randbytes(r.choice((0, 1, 20, 255, 256, 300))),
            lambda: bytearray(r.randbytes(r.randrange(20))),
            lambda: Ellipsis,
            lambda: NotImplemented,
            lambda: range(r.randrange(-9, 9), r.randrange(100), r.randrange(1, 5)),
            lambda: slice(r.choice((None, 1, -3)), r.choice((None, 10)), r.choice((None, 2))),
        )
    )()


def hashable(r):
    return r.choice((r.randrange(-1000, 1000), r.random(), r.choice(TEXTS[:5]), (r.randrange(9), 'x'), None, b'k'))


def container(r, depth=3):
    def item():
        return container(r, depth - 1) if depth and r.random() < 0.5 else atom(r)

    def items():
        return [item() for _ in range(r.choice((0, 1, 2, 3, 4, 7)))]

    return r.choice(
        (
            items,
            lambda: tuple(items()),
            lambda: {hashable(r): item() for _ in range(r.randrange(5))},
            lambda: {hashable(r) for _ in range(r.randrange(5))},
            lambda: frozenset(hashable(r) for _ in range(r.randrange(5))),
            lambda: collections.deque(items(), r.choice((None, 5))),
            lambda: collections.OrderedDict((hashable(r), item()) for _ in range(r.randrange(5))),
            lambda: collections.defaultdict(r.choice((None, int, list)), {hashable(r): item()}),
            lambda: collections.Counter(r.choice('abc') for _ in range(9)),
            lambda: collections.ChainMap({'a': item()}, {'b': item()}),
            lambda: collections.UserDict(a=item()),
            lambda: collections.UserList(items()),
            lambda: collections.UserString(r.choice(TEXTS)),
            lambda: types.SimpleNamespace(a=item(), b=item()),
            lambda: Pair(item(), item()),
        )
    )()


def large(r):
    """Batches of a thousand items, long texts, frames of protocol 4."""
    n = r.choice((999, 1000, 1001, 2005))
    return r.choice(
        (
            lambda: list(range(n)),
            lambda: {i: str(i) for i in range(n)},
            lambda: set(range(n)),
            lambda: ['x' * 70_000, b'y' * 70_000, bytearray(b'z' * 70_000)],
            lambda: tuple(range(n)),
        )
    )()


def cycle(r):
    a = [r.randrange(10)]
    kind = r.randrange(6)
    if kind == 0:
        a.append(a)
    elif kind == 1:
        a.append({'me': a})
    elif kind == 2:
        a.append((a, a))
        return a[1]
    elif kind == 3:
        p = Plain()
        p.me, p.list = p, a
        a.append(p)
    elif kind == 4:
        d = {}
        d['d'] = d
        d['other'] = collections.deque([d, a])
        return d
    else:
        a.append(collections.OrderedDict(a=a))
    return a


def shared(r):
    one, text, data = container(r, 1), r.choice(TEXTS), bytearray(b'shared')
    return [one, {'again': one}, (one, text, text, data, data), Point(1, one)]


def moment(r):
    zone = r.choice(
        (
            None,
            datetime.timezone.utc,
            datetime.timezone(datetime.timedelta(minutes=r.randrange(-1400, 1400))),
            datetime.timezone(datetime.timedelta(hours=2), 'CEST'),
        )
    )
    day = datetime.date.fromordinal(r.randrange(1, datetime.date.max.toordinal()))
    time = datetime.time(
        r.randrange(24), r.randrange(60), r.randrange(60), r.randrange(10**6), zone, fold=r.randrange(2)
    )
    return r.choice(
        (
            day,
            time,
            datetime.datetime.combine(day, time),
            datetime.timedelta(r.randrange(-999999, 999999), r.randrange(86400), r.randrange(10**6)),
            zone,
            MyDate(2000, 1, r.randrange(1, 32), tzinfo=zone),
        )
    )


def number(r):
    digits = ''.join(r.choice('0123456789') for _ in range(r.randrange(1, 40)))
    return r.choice(
        (
            decimal.Decimal(f'{r.choice("+-")}{digits}E{r.randrange(-50, 50)}'),
            decimal.Decimal(r.choice(('NaN', 'sNaN12', '-Infinity', '-0.00'))),
            decimal.Context(prec=r.randrange(1, 50), rounding=decimal.ROUND_UP, traps=[decimal.Overflow]),
            fractions.Fraction(r.randrange(-(10**20), 10**20), r.randrange(1, 10**9)),
            complex(r.random(), r.random()),
        )
    )


def identifier(r):
    zone = r.random() < 0.1
    return r.choice(
        (
            uuid.UUID(int=r.getrandbits(128)),
            ipaddress.ip_address(r.getrandbits(32)),
            ipaddress.IPv6Address(r.getrandbits(128)),
            ipaddress.ip_network((r.getrandbits(32) & 0xFFFFFF00, 24)),
            ipaddress.ip_interface('10.0.0.1/8'),
            pathlib.PurePosixPath(r.choice(('.', '/a/b', 'c/../d', 'ä'))),
            pathlib.PureWindowsPath('c:/x/y'),
            pathlib.Path('/tmp', r.choice('xyz')),
            zone and zoneinfo.ZoneInfo('UTC'),
            re.compile(r.choice(('a+', '(?P<n>[a-z]*)', 'ä')), r.choice((0, re.I, re.M | re.S))),
        )
    )


def instance(r):
    v = container(r, 1)
    o = r.choice((Plain, Slots, SlotsAndDict, Stateful, Named, Reduced, Point, Frozen, Outer.Inner))
    if o in (Stateful, Reduced):
        return o(v)
    elif o is Named:
        return o(v=v)
    elif o is Point:
        return Point(r.randrange(9), v, [1])
    elif o is Frozen:
        return Frozen(r.randrange(9), r.choice(TEXTS))
    i = o()
    if o in (Slots, SlotsAndDict):
        i.a = v
    if o is not Slots:
        i.attribute, i.other = v, r.choice(TEXTS)
    return i


def derived(r):
    o = r.choice(
        (
            lambda: MyInt(r.choice(INTS)),
            lambda: MyStr(r.choice(TEXTS)),
            lambda: MyFloat(r.random()),
            lambda: MyBytes(r.randbytes(9)),
            lambda: MyList([1, container(r, 1)]),
            lambda: MyDict(a=container(r, 1)),
            lambda: MySet('abc'),
            lambda: MyTuple((1, container(r, 1))),
        )
    )()
    if r.random() < 0.5:
        o.attribute = r.choice(TEXTS)
    return o


def member(r):
    return r.choice((*Colour, *Rights, Rights.READ | Rights.RUN, Rights(0), *Level, *Word, re.I | re.M))


NOT_EXCEPTIONS = 'BaseExceptionGroup', 'ExceptionGroup', 'TaskletExit', '_IncompleteInputError'
EXCEPTIONS = sorted(
    (
        c
        for n, c in vars(builtins).items()
        if isinstance(c, type) and issubclass(c, BaseException) and n == c.__name__ and n not in NOT_EXCEPTIONS
    ),
    key=lambda c: c.__name__,
)


def exception(r):
    c = r.choice(EXCEPTIONS)
    if issubclass(c, UnicodeEncodeError):
        e = c('ascii', 'aä', 1, 2, 'ordinal')
    elif issubclass(c, UnicodeDecodeError):
        e = c('ascii', b'a\xff', 1, 2, 'ordinal')
    elif issubclass(c, UnicodeTranslateError):
        e = c('aä', 1, 2, 'no')
    elif issubclass(c, SyntaxError):
        e = c('wrong', r.choice((('f.py', 1, 2, 'x y', 1, 3), ('f.py', 1, 2, 'x y'))))
    elif issubclass(c, OSError):
        e = c(*r.choice(((), ('text',), (2, 'none'), (2, 'none', 'file'), (2, 'none', 'a', None, 'b'))))
    elif issubclass(c, ImportError):
        e = c('no module', name='m', path=r.choice((None, '/p')))
    elif issubclass(c, AttributeError):
        e = c('no attribute', name='n', obj=r.choice((None, 7)))
    elif issubclass(c, NameError):
        e = c('no name', name='n')
    elif issubclass(c, (StopIteration, SystemExit)):
        e = c(atom(r))
    else:
        e = c(*(atom(r) for _ in range(r.randrange(3))))
    kind = r.randrange(5)
    if kind == 0:
        e.add_note('a note')
    elif kind == 1:
        e.attribute = container(r, 1)
    elif kind == 2:
        return MyError(r.choice(TEXTS), 7)
    elif kind == 3 and issubclass(c, Exception):
        return ExceptionGroup('group', [e, ValueError(1)])
    return e


def buffer(r):
    data = r.randbytes(r.choice((0, 5, 300)))
    return r.choice(
        (
            array.array(r.choice('bBhHiIlLqQ'), [r.randrange(100) for _ in range(r.randrange(9))]),
            array.array(r.choice('fd'), [1.5, -2.0]),
            array.array('w', 'aä𝄞'),
            data,
            bytearray(data),
        )
    )


def out_of_band(r):
    return [pickle.PickleBuffer(r.randbytes(9)), pickle.PickleBuffer(bytearray(b'may be changed')), 'inside']


def name(r):
    return r.choice((
        int, object, type(None), type(...), type(NotImplemented), collections.OrderedDict, Outer, Outer.Inner,
        len, print, abs, function, Outer.of_class, Outer.of_none, [1, 2].append, 'text'.join, {1: 2}.get,
        str.upper, dict.fromkeys, int.from_bytes, operator.add, functools.reduce, ValueError, MyError,
        MyError('bound', 3).method, datetime.date, datetime.datetime.fromisoformat, decimal.Decimal,
        list[int], dict[str, list[int]], int | None,
    ))  # fmt: skip


def iterator(r):
    n = r.randrange(4)
    i = r.choice(
        (
            lambda: iter([1, 2, 3]),
            lambda: iter((1, 2, 3)),
            lambda: iter('abc'),
            lambda: iter(b'abc'),
            lambda: iter(bytearray(b'abc')),
            lambda: iter(range(5)),
            lambda: iter(range(2**70, 2**70 + 5)),
            lambda: iter({1: 2, 3: 4}),
            lambda: iter({1: 2, 3: 4}.items()),
            lambda: iter({3}),
            lambda: reversed([1, 2, 3]),
            lambda: enumerate('abc', 5),
            lambda: zip('abc', [1, 2, 3]),
            lambda: zip('abc', [1, 2, 3], strict=True),
            lambda: map(abs, [1, -2, 3]),
            lambda: filter(None, [0, 1, 2]),
            lambda: iter(collections.deque([1, 2, 3])),
            lambda: iter(array.array('i', [1, 2, 3])),
            lambda: iter(collections.OrderedDict(a=1, b=2)),
        )
    )()
    for _ in range(n):
        next(i, None)
    return i


def tool(r):
    return r.choice(
        (
            functools.partial(int, '11', base=r.randrange(2, 9)),
            operator.itemgetter(1),
            operator.itemgetter(1, 'a'),
            operator.attrgetter('a.b'),
            operator.methodcaller('get', 1, default=2),
            random_generator(r),
        )
    )


def random_generator(r):
    import random

    return random.Random(r.randrange(100))


KINDS = (
    atom, container, container, large, cycle, shared, moment, moment, number, identifier, instance, derived, member,
    exception, exception, buffer, out_of_band, name, iterator, tool,
)  # fmt: skip


# ---- what a value is


ATTRIBUTES_OF_EXCEPTIONS = (
    'name', 'path', 'obj', 'errno', 'strerror', 'filename', 'filename2', 'value', 'code', 'encoding', 'object', 'start',
    'end', 'reason', 'msg', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'exceptions', 'message',
)  # fmt: skip
PLAIN = int, float, complex, str, bytes, bytearray, bool, range, slice


def describe(value):
    """A text of a value by its types and parts; what occurs twice is written once."""
    return _describe(value, {})


def _describe(o, seen):
    kind = type(o)
    if o is None or o is Ellipsis or o is NotImplemented:
        return repr(o)
    elif kind in PLAIN:
        text = f'{kind.__name__} {o!r}' if kind is not bytearray else f'bytearray {bytes(o)!r}'
        if kind is not bytearray:
            return text
    else:
        text = None
    if id(o) in seen:
        return f'#{seen[id(o)][0]}'
    seen[id(o)] = len(seen), o
    if text is not None:
        return text

    def all_of(values):
        return ', '.join(_describe(v, seen) for v in values)

    full = f'{kind.__module__}.{kind.__qualname__}'
    if isinstance(o, type):
        return f'class {o.__module__}.{o.__qualname__}'
    elif isinstance(o, enum.Enum):
        return f'{full} {o!r}'
    elif isinstance(o, pickle.PickleBuffer):
        return f'buffer {bytes(o)!r} {memoryview(o).readonly}'
    elif isinstance(o, memoryview):
        return f'buffer {bytes(o)!r} {o.readonly}'
    elif isinstance(o, BaseException):
        # CPython forgets the name of a NameError.
        names = ATTRIBUTES_OF_EXCEPTIONS[isinstance(o, NameError) :]
        parts = [(n, getattr(o, n)) for n in names if getattr(o, n, None) is not None]
        return f'{full} {all_of([o.args, sorted(vars(o).items()), parts])}'
    elif isinstance(o, (set, frozenset)):
        return f'{full} {sorted(describe(v) for v in o)} {_attributes(o, seen)}'
    elif isinstance(o, (list, tuple, collections.deque)):
        extra = o.maxlen if isinstance(o, collections.deque) else ''
        return f'{full} {extra} [{all_of(o)}] {_attributes(o, seen)}'
    elif isinstance(o, dict):
        extra = o.default_factory if isinstance(o, collections.defaultdict) else ''
        return f'{full} {extra} {{{all_of(part for item in o.items() for part in item)}}} {_attributes(o, seen)}'
    elif isinstance(o, (int, float, str, bytes)):
        base = next(c for c in PLAIN if isinstance(o, c))
        return f'{full} {base.__repr__(o)} {_attributes(o, seen)}'
    elif isinstance(o, decimal.Context):
        return f'{full} {o!r}'
    elif isinstance(o, (datetime.datetime, datetime.time)):
        return f'{full} {o.isoformat()} {o.fold} {o.tzinfo!r}'
    elif isinstance(o, zoneinfo.ZoneInfo):
        return f'{full} {o.key}'
    elif isinstance(o, functools.partial):
        return f'{full} {all_of([o.func, o.args, o.keywords])}'
    elif isinstance(o, (types.BuiltinFunctionType, types.FunctionType, types.MethodType)):
        owner = getattr(o, '__self__', None)
        return f'{o.__qualname__} of {"" if isinstance(owner, types.ModuleType) else _describe(owner, seen)}'
    elif hasattr(kind, '__next__'):
        return f'{full} [{all_of(o)}]'
    elif kind.__module__ == __name__ or isinstance(o, (types.SimpleNamespace, collections.ChainMap)):
        return f'{full} {_attributes(o, seen)}'
    elif isinstance(o, (collections.UserDict, collections.UserList, collections.UserString)):
        return f'{full} {all_of([o.data])}'
    elif full == 'random.Random':
        return f'{full} {o.getstate()}'
    return f'{full} {o!r}'


def _attributes(o, seen):
    slots = [(n, getattr(o, n)) for c in type(o).__mro__ for n in vars(c).get('__slots__', ()) if hasattr(o, n)]
    there = slots + sorted(getattr(o, '__dict__', {}).items())
    return ', '.join(f'{n}={_describe(v, seen)}' for n, v in there)
