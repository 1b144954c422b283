# A damaged pickle gives an error of Python, whatever byte is wrong. The seeds are fixed. It is a script of the main tasklet.

import collections
import pickle
import random


class Plain:
    def __init__(self):
        self.a = [1, {'k': (1, 2.5)}]


VALUES = [
    None,
    70000,
    10**40,
    1.5,
    'text',
    b'bytes',
    bytearray(b'array'),
    (1, 2, 3, 4),
    [1, [3]],
    {'a': 1},
    {1, 2},
    frozenset({3}),
    Plain(),
    Plain,
    print,
    collections.OrderedDict(a=1),
    collections.deque([1, 2]),
    range(5),
    ValueError('x'),
]


def damaged(seed):
    numbers = random.Random(seed)
    data = bytearray(pickle.dumps(numbers.choices(VALUES, k=3), seed % 6))
    for _ in range(numbers.randrange(1, 3)):
        data[numbers.randrange(len(data))] = numbers.randrange(256)
    return bytes(data[: numbers.randrange(len(data) // 2, 2 * len(data))])


def failures(seeds):
    found = []
    for seed in seeds:
        try:
            pickle.loads(damaged(seed))
        except SystemError as e:
            found.append((seed, str(e)))
        except Exception:
            pass
    return found


print(failures(range(300)))  # expect: []
try:
    pickle.loads(b'ca\0b\nc\n.')
except ModuleNotFoundError as e:
    print(repr(e.name))  # expect: 'a\x00b'
