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


# frame: modules.functools.LruCache.CallFrame/1
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
# frame: modules.random.PyRandom.SeedFrame/1
import random


class Key:
    def __hash__(self):
        return wait(7)


def f():
    base = random.Random.__base__
    seeded = base.__new__(random.Random, Key())
    first = seeded.random()
    base.seed(seeded, Key())
    return first == random.Random(7).random() == seeded.random()


# expect: True
# frame: modules.weakref.PyWeakReference.HashFrame/1
import weakref


class Key:
    def __hash__(self):
        return wait(7)


def f():
    key = Key()
    return hash(weakref.ref(key))


# expect: 7
