"""isinstance and issubclass with tuples, abstract classes and protocols; singledispatch."""

import collections.abc
import functools
import numbers
from abc import ABC, abstractmethod
from typing import Protocol, runtime_checkable


@runtime_checkable
class Sized(Protocol):
    def size(self): ...


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4

    def size(self):
        return 2


class Other:
    pass


@functools.singledispatch
def describe(value):
    return 0


@describe.register
def _(value: int):
    return 1


@describe.register
def _(value: str):
    return 2


@describe.register(list)
@describe.register(tuple)
def _(value):
    return 3


VALUES = [1, 2.5, 'text', [1], (2,), {3: 4}, {5}, None, Square(), Other(), True, b'b']


def run():
    total = 0
    for i in range(1800):
        for v in VALUES:
            if isinstance(v, (int, float, str)):
                total += 1
            if isinstance(v, collections.abc.Sequence):
                total += 2
            if isinstance(v, numbers.Number):
                total += 3
            if isinstance(v, Shape):
                total += v.area()
            if issubclass(type(v), collections.abc.Hashable):
                total += 5
            if i % 50 == 0 and isinstance(v, Sized):
                total += v.size()
            total += describe(v)
    return total


EXPECTED = 144072
