# frame: modules.abc.SubclassFrame/1
import abc


class Hooked(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return wait(NotImplemented if other is str else other is int)


class Registered(abc.ABC):
    pass


class Part(Registered):
    @classmethod
    def __subclasshook__(cls, other):
        return wait(other is bytes)


Registered.register(Hooked)


def f():
    return (
        issubclass(int, Hooked),
        issubclass(float, Hooked),
        isinstance('', Hooked),
        issubclass(int, Registered),
        isinstance(b'', Registered) and Part.__name__,
        issubclass(list, Registered),
    )


# expect: (True, False, False, True, 'Part', False)
# frame: modules.array.ArrayType.FillFrame/2
import array


def numbers(n):
    for i in range(n):
        yield wait(i)


def f():
    a = array.array('i', numbers(3))
    a.extend(numbers(2))
    return a


# expect: array('i', [0, 1, 2, 0, 1])
# frame: modules.collections.CountFrame/2
import collections


def letters():
    for letter in 'abca':
        yield wait(letter)


class Mine(collections.Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, wait(value))


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return wait(self.value + other)


def f():
    started = {'a': Number(10)}
    collections._count_elements(started, 'aba')
    return dict(collections.Counter(letters())), dict(Mine('aab')), started


# expect: ({'a': 2, 'b': 1, 'c': 1}, {'a': 2, 'b': 1}, {'a': 12, 'b': 1})
# frame: modules.collections.DefaultDictType.MissingFrame/1
import collections


class Mine(collections.defaultdict):
    def __setitem__(self, key, value):
        super().__setitem__(key, wait(value))


def f():
    d = collections.defaultdict(lambda: wait([]))
    d['a'].append(1)
    d['b'].append(2)
    d['a'].append(3)
    mine = Mine(lambda: wait(5))
    return dict(d), mine['x'], dict(mine)


# expect: ({'a': [1, 3], 'b': [2]}, 5, {'x': 5})
# frame: modules.collections.DequeExtendFrame/2
import collections


def numbers(n):
    for i in range(n):
        yield wait(i)


def f():
    d = collections.deque(numbers(4), 3)
    d.extendleft(numbers(2))
    e = collections.deque()
    e.extend(numbers(2))
    e += numbers(1)
    return d, e


# expect: (deque([1, 0, 1], maxlen=3), deque([0, 1, 0]))
# frame: modules.collections.DequeSearchFrame/1
import collections


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return wait(self.value)


class Equal:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return wait(Truth(self.value == getattr(other, 'value', other)))

    def __repr__(self):
        return wait(f'Equal({self.value})')


class Changing:
    def __init__(self, deque):
        self.deque = deque

    def __eq__(self, other):
        self.deque.append(1)
        return wait(False)


class Cycle:
    def __init__(self, channel):
        # The deque leads to the tasklet that searches it.
        self.channel = channel

    def __eq__(self, other):
        stackless.tasklet(self.wake)()
        return self.channel.receive()

    def wake(self):
        self.channel.send(wait(False))


items = collections.deque([Equal(1), Equal(2), Equal(1)])


def f():
    found = 2 in items, 5 in items, items.index(2), items.count(1)
    items.remove(1)
    told = [item.value for item in items]
    try:
        items.index(Equal(7))
    except ValueError as e:
        told.append(str(e))
    changing = collections.deque()
    changing.append(Changing(changing))
    for search in (changing.index, changing.remove):
        try:
            search(5)
        except (RuntimeError, IndexError) as e:
            told.append(str(e))
    return found, told


# expect: ((True, False, 1, 2), [2, 1, 'Equal(7) is not in deque', 'deque mutated during iteration', 'deque mutated during iteration'])
# frame: modules.collections.OrderedDictType.CopyFrame/1
import collections


class Mine(collections.OrderedDict):
    def __init__(self, *args):
        wait()
        super().__init__(*args)
        self.stored = []

    def __setitem__(self, key, value):
        super().__setitem__(key, wait(value))
        self.stored.append(key)


def f():
    mine = Mine()
    mine['a'] = 1
    mine['b'] = 2
    copy = mine.copy()
    copy['c'] = 3
    return dict(copy), copy.stored, dict(mine), type(copy)


# expect: ({'a': 1, 'b': 2, 'c': 3}, ['a', 'b', 'c'], {'a': 1, 'b': 2}, <class '__main__.Mine'>)
# frame: modules.contextvars.PyContext.RunFrame/1
import contextvars

variable = contextvars.ContextVar('variable', default='default')


def inside(value):
    before = variable.get()
    variable.set(value)
    return before, wait(variable.get())


def failing():
    variable.set('failed')
    raise ValueError(wait('inside'))


def f():
    variable.set('outside')
    context = contextvars.copy_context()
    first = context.run(inside, 'inside')
    try:
        context.run(failing)
    except ValueError as e:
        told = str(e)
    return first, variable.get(), context[variable], told, context.run(inside, value='again')


# expect: (('outside', 'inside'), 'outside', 'failed', 'inside', ('failed', 'again'))
# frame: modules.csv.CsvWriter.Row/2
import csv
import io


def fields():
    yield wait(1)
    yield wait('a,b')


def f():
    out = io.StringIO()
    return csv.writer(out).writerow(fields()), out.getvalue()


# expect: (9, '1,"a,b"\r\n')
# frame: modules.csv.CsvWriter.AllRows/2
import csv
import io


def rows():
    yield wait([1, 2])
    yield wait('ab')


def f():
    out = io.StringIO()
    csv.writer(out, delimiter=';').writerows(rows())
    return out.getvalue().split()


# expect: ['1;2', 'a;b']
# frame: modules.csv.CsvWriter.RowsFrame/1
import csv


class File:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(wait(line))


def f():
    file = File()
    csv.writer(file).writerows([[1, 2], [3]])
    return file.lines


# expect: ['1,2\r\n', '3\r\n']
# frame: modules.csv.CsvWriter.LineFrame/1
import csv


class Field:
    def __str__(self):
        return wait('a "b"')


class File:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(wait(line))
        return 'written'


def f():
    file = File()
    return csv.writer(file, quoting=csv.QUOTE_NONNUMERIC).writerow([1, Field(), None, Field()]), file.lines


# expect: ('written', ['1,"a ""b""","","a ""b"""\r\n'])
# frame: modules.functools.ComparisonKey.CompareFrame/1
import functools


class Order:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return wait(self.value < other)

    def __gt__(self, other):
        return wait(('greater', self.value > other))


def compare(a, b):
    return wait(b - a)


def f():
    objects = functools.cmp_to_key(lambda a, b: wait(Order(a - b)))
    return sorted([2, 3, 1], key=functools.cmp_to_key(compare)), objects(1) < objects(2), objects(1) > objects(2)


# expect: ([3, 2, 1], True, ('greater', False))
# frame: modules.functools.LruCache.MissFrame/1
import functools


@functools.lru_cache(maxsize=2)
def square(n, *, offset=0):
    return wait(n * n) + offset


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + wait(fibonacci(n - 2))


def f():
    found = square(2), square(3), square(2), square(4, offset=1), square(4, offset=1)
    return found, tuple(square.cache_info()), fibonacci(6), tuple(fibonacci.cache_info())


# expect: ((4, 9, 4, 17, 17), (2, 3, 2, 2), 8, (4, 7, None, 7))
# frame: modules.functools.ReduceFrame/2
import functools


def numbers():
    yield wait(1)
    yield wait(2)
    yield wait(3)


def f():
    return (
        functools.reduce(lambda a, b: wait(a * 10 + b), numbers()),
        functools.reduce(lambda a, b: wait(a + [b]), 'ab', wait([])),
        functools.reduce(max, numbers()),
    )


# expect: (123, ['a', 'b'], 3)
# frame: modules.itertools.PoolFrame/1
import itertools


def letters(text):
    for letter in text:
        yield wait(letter)


def joined(tuples):
    return [''.join(t) for t in tuples]


def f():
    return (
        joined(itertools.product(letters('ab'), letters('cd'))),
        joined(itertools.product(letters('ab'), repeat=2)),
        joined(itertools.permutations(letters('abc'), 2)),
        joined(itertools.combinations(letters('abc'), 2)),
        joined(itertools.combinations_with_replacement(letters('ab'), 2)),
        joined(itertools.permutations(letters('ab'))),
    )


# expect: (['ac', 'ad', 'bc', 'bd'], ['aa', 'ab', 'ba', 'bb'], ['ab', 'ac', 'ba', 'bc', 'ca', 'cb'], ['ab', 'ac', 'bc'], ['aa', 'ab', 'bb'], ['ab', 'ba'])
# frame: modules.itertools.Tee.TeeFrame/1
import itertools


class Iterable:
    def __iter__(self):
        return wait(iter('ab'))


def f():
    return [list(t) for t in itertools.tee(Iterable(), 3)]


# expect: [['a', 'b'], ['a', 'b'], ['a', 'b']]
# frame: modules.math.FloatCall/1
import math


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return wait(self.value)


class Index:
    def __index__(self):
        return wait(3)


def f():
    return (
        math.pow(Float(2.0), Float(3.0)),
        math.sqrt(Float(9.0)),
        math.fmod(Index(), Float(2.0)),
        math.log2(Index()) > 1,
    )


# expect: (8.0, 3.0, 1.0, True)
# frame: modules.math.FoldFrame/1
import math


class Number:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return Number(wait(self.value * getattr(other, 'value', other)))

    __rmul__ = __mul__

    def __add__(self, other):
        return Number(wait(self.value + getattr(other, 'value', other)))

    __radd__ = __add__


def f():
    return math.prod([2, Number(3), 4]).value, math.sumprod([Number(1), 2, Number(3)], [4, Number(5), 6]).value


# expect: (24, 32)
# frame: modules.math.MathModule.FloatsFrame/2
import math


class Float:
    def __float__(self):
        return wait(0.2)


def numbers():
    for _ in range(5):
        yield wait(0.1)
    yield Float()


def f():
    return math.fsum(numbers())


# expect: 0.7000000000000001
# frame: modules.math.MathModule.ProductFrame/2
import math


def numbers():
    yield wait(2)
    yield wait(3.5)


def f():
    return math.prod(numbers()), math.prod(numbers(), start=2)


# expect: (7.0, 14.0)
# frame: modules.operator.Getter.GetFrame/1
import operator


class Part:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return wait(Part(f'{self.name}.{name}'))

    def __getitem__(self, key):
        return wait(key * 2)


def f():
    found = operator.attrgetter('a.b', 'c', 'd.e.f')(Part('p'))
    return [part.name for part in found], operator.itemgetter(1, 'x')(Part('')), operator.itemgetter(3)(Part(''))


# expect: (['p.a.b', 'p.c', 'p.d.e.f'], (2, 'xx'), 6)
# frame: modules.posix.CheckFspathFrame/1
import os


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return wait(self.path)


def f():
    try:
        os.fspath(Path(1))
    except TypeError as e:
        return os.fspath(Path('a/b')), str(e)


# expect: ('a/b', 'expected Path.__fspath__() to return str or bytes, not int')
# frame: modules.posix.FspathFrame/1
import os


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return wait(self.path)


def f():
    try:
        os.rename(Path('/no such folder/a'), Path('/no such folder/b'))
    except FileNotFoundError as e:
        return os.access(Path('/'), os.R_OK), e.filename, e.filename2


# expect: (True, '/no such folder/a', '/no such folder/b')
# frame: modules.sre.ExpandFrame/1
import re


class Template(str):
    def __getitem__(self, index):
        return wait(super().__getitem__(index))


def f():
    return re.match('(a)(b)', 'ab').expand(Template(r'\2-\1'))


# expect: b-a
# frame: modules.sre.SubFrame/1
import re


class Template(str):
    def __getitem__(self, index):
        return wait(super().__getitem__(index))


def replace(match):
    return wait(f'<{match[0]}{match.start()}>')


def f():
    return (
        re.sub('[ab]', replace, 'xaybz'),
        re.subn('b*', replace, 'abb', count=2),
        re.sub('(a)', Template(r'\1\1'), 'bab'),
        re.sub(b'a', lambda match: wait(b'A'), b'banana'),
    )


# expect: ('x<a1>y<b3>z', ('<0>a<bb1>', 2), 'baab', b'bAnAnA')
# frame: modules.weakref.CallbackFrame/2
import gc
import weakref

told = []


class Finalized:
    def __del__(self):
        told.append(wait('finalized'))


class Referred:
    pass


def callback(reference):
    told.append(wait(reference()))


def make():
    Finalized()
    return weakref.ref(Referred(), callback)


def f():
    reference = make()
    gc.collect()
    gc.collect()
    return sorted(told, key=str), reference()


# expect: ([None, 'finalized'], None)
