"""What the walk of odd_calls.py gives to callables: each value is made anew for a call, by its name."""

import collections
import io
import types
import weakref


class Evil:
    """Raises in every special method that a builtin may ask for."""


class Refusal(Exception):
    """What an Evil raises, and an Endless at its end."""


class StrSub(str):
    """A str that is not exactly one."""


class IntSub(int):
    """An int that is not exactly one."""


class BytesSub(bytes):
    """A bytes that is not exactly one."""


class ListSub(list):
    """A list that is not exactly one."""


class DictSub(dict):
    """A dict that is not exactly one."""


class TupleSub(tuple):
    """A tuple that is not exactly one."""


class Plain:
    """An object with attributes of its own."""


class Slotted:
    """An object with a slot that is not set."""

    __slots__ = ('a',)


class Meta(type):
    """A class of classes."""


class Callable:
    """Takes any arguments, gives what it was made with."""

    def __init__(self, result):
        self.result = result

    def __call__(self, *args, **kwargs):
        return self.result


SPECIAL = """abs add aenter aexit aiter and anext await bool buffer bytes call ceil complex contains
delete delitem dir divmod enter eq exit float floor floordiv format fspath ge get getattribute getitem gt hash
iadd iand ifloordiv ilshift imatmul imod imul index instancecheck int invert ior ipow irshift isub iter itruediv
ixor le len length_hint lshift lt matmul missing mod mul ne neg next or pos pow radd rand rdivmod reduce
reduce_ex repr reversed rfloordiv rlshift rmatmul rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor set
set_name setattr setitem sizeof str sub subclasscheck truediv trunc xor""".split()


def refuse(*args, **kwargs):
    raise Refusal


for name in SPECIAL:
    setattr(Evil, f'__{name}__', refuse)


def lying(**special):
    """An object whose special methods (without their underscores) give these values."""
    body = {f'__{n}__': (v if callable(v) else (lambda v: lambda *args: v)(v)) for n, v in special.items()}
    return type('Lying', (), body)()


class Endless:
    """An iterator that goes on for 3,000 items, which is more than anybody looks for."""

    def __init__(self):
        self.left = 3000

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise Refusal
        return 1


class Changing:
    """Empties what else a call was given as soon as it is asked for anything."""

    def __init__(self, args):
        self.args = args

    def change(self):
        for a in self.args:
            if isinstance(a, (list, dict, set, bytearray)):
                try:
                    a.clear()
                except BufferError:
                    pass

    def __index__(self):
        self.change()
        return 1

    def __eq__(self, other):
        self.change()
        return False

    def __lt__(self, other):
        self.change()
        return True

    def __hash__(self):
        self.change()
        return 1

    def __str__(self):
        self.change()
        return 'changing'

    def __len__(self):
        self.change()
        return 1

    def __getitem__(self, i):
        self.change()
        if i:
            raise IndexError
        return 1

    def __float__(self):
        self.change()
        return 1.0

    def __call__(self, *args, **kwargs):
        self.change()
        return 1


def released():
    view = memoryview(b'abc')
    view.release()
    return view


def in_itself(kind):
    a = kind()
    a.append(a)
    return a


def dict_in_itself():
    a = {}
    a['a'] = a
    return a


def closed(file):
    file.close()
    return file


def generator():
    yield 1


def begun():
    g = generator()
    next(g)
    return g


def ended():
    g = generator()
    g.close()
    return g


async def coroutine():
    pass


async def asynchronous_generator():
    yield 1


def closed_coroutine():
    c = coroutine()
    c.close()
    return c


def dead_reference():
    class Thing:
        pass

    return weakref.ref(Thing())


def caught():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def cell(x):
    return (lambda: x).__closure__[0]


def empty_cell():
    return types.CellType()


def odd_class():
    class Odd(metaclass=Meta):
        __slots__ = ('x', '__dict__')

    return Odd


def frame():
    return caught().__traceback__.tb_frame


def deep(n=100_000):
    a = []
    for _ in range(n):
        a = [a]
    return a


# What most functions are made for, and what they are not made for.
VALUES = {
    'None': lambda: None,
    'True': lambda: True,
    '0': lambda: 0,
    '1': lambda: 1,
    '-1': lambda: -1,
    '3': lambda: 3,
    '255': lambda: 255,
    '0xd800': lambda: 0xD800,
    '0x110000': lambda: 0x110000,
    '2**31-1': lambda: 2**31 - 1,
    '2**31': lambda: 2**31,
    '-2**31': lambda: -(2**31),
    '2**32': lambda: 2**32,
    '2**63-1': lambda: 2**63 - 1,
    '2**63': lambda: 2**63,
    '-2**63': lambda: -(2**63),
    '2**64': lambda: 2**64,
    '10**400': lambda: 10**400,
    '-10**400': lambda: -(10**400),
    '0.0': lambda: 0.0,
    '1.5': lambda: 1.5,
    '-0.0': lambda: -0.0,
    '1e308': lambda: 1e308,
    '5e-324': lambda: 5e-324,
    'nan': lambda: float('nan'),
    'inf': lambda: float('inf'),
    '-inf': lambda: float('-inf'),
    '1j': lambda: 1j,
    'complex(nan, inf)': lambda: complex('nan+infj'),
    "''": lambda: '',
    "'a'": lambda: 'a',
    "'abc def'": lambda: 'abc def',
    "'1'": lambda: '1',
    "'%s'": lambda: '%s',
    "'{0.a[b]!r:>{1}}'": lambda: '{0.a[b]!r:>{1}}',
    "'{'": lambda: '{',
    "'('": lambda: '(',
    "'\\0'": lambda: '\0',
    "'\\ud800'": lambda: '\ud800',
    "'\\udc80'": lambda: '\udc80',
    "'\\U0001f600'": lambda: '\U0001f600',
    "'\\xe9'": lambda: 'é',
    "'utf-8'": lambda: 'utf-8',
    "'strict'": lambda: 'strict',
    "'__class__'": lambda: '__class__',
    "'rb'": lambda: 'rb',
    "'d'": lambda: 'd',
    "'x'*5000": lambda: 'x' * 5000,
    "StrSub('a')": lambda: StrSub('a'),
    'IntSub(1)': lambda: IntSub(1),
    "BytesSub(b'a')": lambda: BytesSub(b'a'),
    'ListSub([1])': lambda: ListSub([1]),
    'DictSub(a=1)': lambda: DictSub(a=1),
    'TupleSub((1,))': lambda: TupleSub((1,)),
    "b''": lambda: b'',
    "b'a'": lambda: b'a',
    "b'\\xff\\xfe\\0'": lambda: b'\xff\xfe\0',
    "b'x'*5000": lambda: b'x' * 5000,
    "bytearray(b'abc')": lambda: bytearray(b'abc'),
    "memoryview(b'abc')": lambda: memoryview(b'abc'),
    "memoryview(b'abcdef')[::-2]": lambda: memoryview(b'abcdef')[::-2],
    "memoryview(bytearray(8)).cast('d')": lambda: memoryview(bytearray(8)).cast('d'),
    'released()': released,
    '[]': lambda: [],
    '[1]': lambda: [1],
    "[3,'a',None]": lambda: [3, 'a', None],
    "['a','b']": lambda: ['a', 'b'],
    "[b'a']": lambda: [b'a'],
    'in_itself(list)': lambda: in_itself(list),
    '()': lambda: (),
    '(1,2)': lambda: (1, 2),
    "('a',)": lambda: ('a',),
    '(None,None,None)': lambda: (None, None, None),
    "(1,'a',b'',{},[])": lambda: (1, 'a', b'', {}, []),
    '{}': lambda: {},
    "{'a':1}": lambda: {'a': 1},
    '{1:2}': lambda: {1: 2},
    'dict_in_itself()': dict_in_itself,
    'set()': lambda: set(),
    '{1}': lambda: {1},
    'frozenset({1})': lambda: frozenset({1}),
    'range(3)': lambda: range(3),
    'range(2**70)': lambda: range(2**70),
    'slice(None)': lambda: slice(None),
    "slice(2**70,'a',0)": lambda: slice(2**70, 'a', 0),
    'Ellipsis': lambda: Ellipsis,
    'NotImplemented': lambda: NotImplemented,
    'object()': lambda: object(),
    'Evil()': lambda: Evil(),
    'Endless()': lambda: Endless(),
    'Plain()': lambda: Plain(),
    'Slotted()': lambda: Slotted(),
    'Callable(None)': lambda: Callable(None),
    'Callable(1)': lambda: Callable(1),
    "Callable('a')": lambda: Callable('a'),
    'Callable((1,2))': lambda: Callable((1, 2)),
    'refuse': lambda: refuse,
    'lying(len=-1)': lambda: lying(len=-1, getitem=1),
    'lying(len=2**70)': lambda: lying(len=2**70, getitem=refuse),
    "lying(len='a')": lambda: lying(len='a', iter=3),
    'lying(length_hint=2**62)': lambda: lying(length_hint=2**62, iter=lambda self: iter([1, 2])),
    'lying(length_hint=2**31-1)': lambda: lying(length_hint=2**31 - 1, iter=lambda self: iter([1, 2])),
    "lying(index='a')": lambda: lying(index='a', hash='a', bool='a', float='a', complex='a'),
    'lying(index=2**70)': lambda: lying(index=2**70, hash=2**70, bool=2, float=1, complex=1.0),
    'lying(iter=int)': lambda: lying(iter=1, next=1, contains=1, reversed=1, call=1),
    'lying(str=1)': lambda: lying(str=1, repr=1, format=1, fspath=1, bytes=1, dir=1),
    "lying(fspath='a')": lambda: lying(fspath='a', str='a', repr='a', bytes=b'a'),
    'lying(eq=None)': lambda: lying(eq=None, lt=refuse, hash=1),
    'lying(keys=[1])': lambda: lying(getitem=1, **{'iter': lambda self: iter('ab')}),
    'lying(buffer=1)': lambda: lying(buffer=1, release_buffer=1),
    'lying(enter=None)': lambda: lying(enter=None, exit=True, await_=1, get=1, set=1),
    'closed(StringIO())': lambda: closed(io.StringIO()),
    'closed(BytesIO())': lambda: closed(io.BytesIO()),
    "StringIO('a\\nb')": lambda: io.StringIO('a\nb'),
    "BytesIO(b'a\\nb')": lambda: io.BytesIO(b'a\nb'),
    'generator()': generator,
    'begun()': begun,
    'ended()': ended,
    'closed_coroutine()': closed_coroutine,
    'asynchronous_generator()': asynchronous_generator,
    'iter([])': lambda: iter([]),
    'iter([1,2])': lambda: iter([1, 2]),
    "iter('abc')": lambda: iter('abc'),
    'map(None,[1])': lambda: map(None, [1]),
    'deque([1])': lambda: collections.deque([1]),
    'caught()': caught,
    'caught().__traceback__': lambda: caught().__traceback__,
    'frame()': frame,
    'ZeroDivisionError': lambda: ZeroDivisionError,
    'ValueError()': lambda: ValueError(),
    'StopIteration(1)': lambda: StopIteration(1),
    'int': lambda: int,
    'str': lambda: str,
    'bytes': lambda: bytes,
    'object': lambda: object,
    'type': lambda: type,
    'odd_class()': odd_class,
    'odd_class()()': lambda: odd_class()(),
    'list[int]': lambda: list[int],
    'int | None': lambda: int | None,
    'len': lambda: len,
    '[].append': lambda: [].append,
    'str.join': lambda: str.join,
    'lambda: 1': lambda: lambda: 1,
    'lambda *a, **k: 1': lambda: lambda *a, **k: 1,
    'lambda x: x': lambda: lambda x: x,
    '(lambda: 1).__code__': lambda: (lambda: 1).__code__,
    'property()': lambda: property(),
    'classmethod(1)': lambda: classmethod(1),
    'staticmethod(1)': lambda: staticmethod(1),
    'super(int, 1)': lambda: super(int, 1),
    'dead_reference()': dead_reference,
    "ModuleType('m')": lambda: types.ModuleType('m'),
    'ModuleType.__new__': lambda: types.ModuleType.__new__(types.ModuleType),
    'MappingProxyType({})': lambda: types.MappingProxyType({'a': 1}),
    'cell(1)': lambda: cell(1),
    'empty_cell()': empty_cell,
}

# What lets a call come further than the check of its arguments.
USUAL = """None 0 1 3 -1 1.5 '' 'a' 'abc def' '1' b'' b'a' bytearray(b'abc') [] [1] ['a','b'] () (1,2) ('a',) {} {'a':1} {1}
range(3) Callable(1) Callable(None) iter([1,2]) int str 'utf-8' 'strict' BytesIO(b'a\\nb') StringIO('a\\nb') object()""".split()
USUAL = [n for n in VALUES if n in USUAL or n in ("'abc def'", '(1,2)')]
