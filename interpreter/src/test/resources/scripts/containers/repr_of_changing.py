"""Containers that change while they are shown; abstract classes whose subclasses are asked in their own way."""

import abc
import collections


class Popping:
    def __repr__(self):
        if shown:
            shown.pop()
        return 'popping'


class Growing:
    def __repr__(self):
        if len(shown) < 6:
            shown.append(len(shown))
        return 'growing'


class Clearing:
    def __repr__(self):
        shown.clear()
        return 'clearing'


shown = [Popping() for _ in range(5)]
print(shown, len(shown))  # expect: [popping, popping, popping] 5
shown = {Popping() for _ in range(5)}
print(shown, len(shown))  # expect: {popping, popping, popping, popping, popping} 5
shown = [Growing(), Growing()]
print(shown)  # expect: [growing, growing, 2, 3]
shown = [Growing(), [Growing(), 1], {2: Growing()}]
print(f'{shown}')  # expect: [growing, [growing, 1], {2: growing}, 3, 4, 5]
shown = {i: Clearing() for i in range(5)}
print(shown, shown)  # expect: {0: clearing} {}
shown = {1: 2, Clearing(): 3, 4: 5}
print(shown)  # expect: {1: 2, clearing: 3}
shown = [1, Clearing(), 2]
print(shown, shown)  # expect: [1, clearing] []
shown = [[], {}, (), [Growing()]]
shown.append(shown)
print(shown)  # expect: [[], {}, (), [growing], [...], 5]

for number, subclasses in enumerate([lambda x: [], lambda: 42, lambda: [42], lambda: [bool], lambda: (int,)]):

    class Own(metaclass=abc.ABCMeta):
        __subclasses__ = subclasses

    try:
        print(number, issubclass(int, Own), issubclass(bool, Own))
    except TypeError as e:
        print(number, e)
# expect: 0 <lambda>() missing 1 required positional argument: 'x'
# expect: 1 __subclasses__() must return a list
# expect: 2 issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: 3 False True
# expect: 4 __subclasses__() must return a list
