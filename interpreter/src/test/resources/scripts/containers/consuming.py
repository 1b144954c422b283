# Builtins that take the items of Python iterators one after the other.
import array
import math
import operator
from collections import OrderedDict


def g():
    yield 3
    yield 4


class Pair:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


class NoIterator:
    def __iter__(self):
        raise TypeError('none')


class Mapping:
    def keys(self):
        yield 'a'
        yield 'b'

    def __getitem__(self, key):
        return key * 2


class Wrapping(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, [value])


class Lists(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, [value])


def broken():
    yield 1
    raise TypeError('inner')


class NeverEqual:
    def __eq__(self, other):
        raise ValueError('eq')


def keywords(**k):
    return k


print(dict([Pair(), 'ab']))  # expect: {1: 0, 'a': 'b'}
print(dict(Mapping(), c=1))  # expect: {'a': 'aa', 'b': 'bb', 'c': 1}
print(dict(((k, k) for k in 'xy'), c=1))  # expect: {'x': 'x', 'y': 'y', 'c': 1}
print({**Mapping(), 'z': 0})  # expect: {'a': 'aa', 'b': 'bb', 'z': 0}
print(keywords(**Mapping(), z=1))  # expect: {'a': 'aa', 'b': 'bb', 'z': 1}
keywords(a=1, **Mapping())  # expect error: TypeError: __main__.keywords() got multiple values for keyword argument 'a'
keywords(**3)  # expect error: TypeError: __main__.keywords() argument after ** must be a mapping, not int
{**3}  # expect error: TypeError: 'int' object is not a mapping
dict([NoIterator()])  # expect error: TypeError: cannot convert dictionary update sequence element #0 to a sequence
dict([(1, 2), broken()])  # expect error: TypeError: cannot convert dictionary update sequence element #1 to a sequence
dict([(1, 2), 5])  # expect error: TypeError: cannot convert dictionary update sequence element #1 to a sequence
dict([(1, 2, 3)])  # expect error: ValueError: dictionary update sequence element #0 has length 3; 2 is required
dict([Pair(), g(), range(3)])  # expect error: ValueError: dictionary update sequence element #2 has length 3; 2 is required
dict(5)  # expect error: TypeError: 'int' object is not iterable
print(Wrapping(Mapping(), q=3))  # expect: Wrapping({'a': ['aa'], 'b': ['bb'], 'q': [3]})
print(Wrapping([Pair()], q=3))  # expect: Wrapping({1: [0], 'q': [3]})
print(Wrapping.fromkeys((c for c in 'ab'), 1))  # expect: Wrapping({'a': [1], 'b': [1]})
print(Lists.fromkeys(c for c in 'ab'))  # expect: {'a': [None], 'b': [None]}
print(Lists([Pair()], q=3))  # expect: {1: 0, 'q': 3}
print(4 in g())  # expect: True
print(5 in g())  # expect: False
NeverEqual() in g()  # expect error: ValueError: eq
print([*g(), *'ab', *Pair()])  # expect: [3, 4, 'a', 'b', 1, 0]
print(sorted({*g(), 1}))  # expect: [1, 3, 4]
[*NoIterator()]  # expect error: TypeError: none
print(''.join(str(i) for i in g()))  # expect: 34
''.join(g())  # expect error: TypeError: sequence item 0: expected str instance, int found
print(b','.join(b'%d' % i for i in g()))  # expect: b'3,4'
print(bytes(g()))  # expect: b'\x03\x04'
bytes(i * 100 for i in g())  # expect error: ValueError: bytes must be in range(0, 256)
print(bytearray(g()))  # expect: bytearray(b'\x03\x04')
print(array.array('i', g()))  # expect: array('i', [3, 4])
print(math.fsum(g()))  # expect: 7.0
print(math.prod(g()))  # expect: 12
print(operator.indexOf(g(), 4))  # expect: 1
operator.indexOf(g(), 5)  # expect error: ValueError: sequence.index(x): x not in sequence
print(operator.countOf(g(), 4))  # expect: 1
print({1, 3}.symmetric_difference(g()))  # expect: {1, 4}
print(tuple(g()))  # expect: (3, 4)
b = bytearray(b'abc')
b[1:2] = g()
b.extend(g())
print(b)  # expect: bytearray(b'a\x03\x04c\x03\x04')
l = [1, 2, 3]
l[1:2] = g()
print(l)  # expect: [1, 3, 4, 3]


# Unpacking takes the builtin iterators as they are.
def two(it):
    a, b = it
    return a, b


def rest(it):
    a, *b = it
    return a, b


print([two(iter(v)) for v in ('xy', [1, 2], (1, 2), range(2), {1: 2, 3: 4}, b'ab')])  # expect: [('x', 'y'), (1, 2), (1, 2), (0, 1), (1, 3), (97, 98)]
print([rest(reversed(v)) for v in ([1, 2], (1, 2), {1: 2, 3: 4})])  # expect: [(2, [1]), (2, [1]), (3, [1])]
two(iter([1]))  # expect error: ValueError: not enough values to unpack (expected 2, got 1)
import array, contextvars, os, re, weakref
print(re.Pattern[str], re.Match[bytes], array.array[int], weakref.ref[int], contextvars.ContextVar[int], os.DirEntry[str])  # expect: re.Pattern[str] re.Match[bytes] array.array[int] weakref.ReferenceType[int] _contextvars.ContextVar[int] posix.DirEntry[str]
