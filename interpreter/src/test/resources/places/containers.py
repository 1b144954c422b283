# place: list of a generator
def f():
    return list(wait(v) for v in range(3))


# expect: [0, 1, 2]


# place: tuple of a generator
def f():
    return tuple(wait(v) for v in range(3))


# expect: (0, 1, 2)


# place: dict of a generator
def f():
    return dict((wait(v), wait(v * 2)) for v in range(2)), dict(wait(p) for p in ['ab', 'cd'])


# expect: ({0: 0, 1: 2}, {'a': 'b', 'c': 'd'})


# place: set of a generator
def f():
    return set(wait(v) for v in range(3))


# expect: {0, 1, 2}


# place: frozenset of a generator
def f():
    return frozenset(wait(v) for v in range(3))


# expect: frozenset({0, 1, 2})


# place: bytes of a generator
def f():
    return bytes(wait(v) for v in (65, 66)), bytes(wait(b'x'))


# expect: (b'AB', b'x')


# place: bytearray of a generator
def f():
    b = bytearray(wait(v) for v in (65, 66))
    b.extend(wait(v) for v in (67, 68))
    return b


# expect: bytearray(b'ABCD')


# place: deque of a generator
from collections import deque


def f():
    d = deque((wait(v) for v in range(4)), 3)
    d.extend(wait(v) for v in (8, 9))
    d.extendleft(wait(v) for v in (7,))
    return d


# expect: deque([7, 3, 8], maxlen=3)


# place: Counter of a generator
from collections import Counter


def f():
    return Counter(wait(v) for v in 'abca')


# expect: Counter({'a': 2, 'b': 1, 'c': 1})


# place: OrderedDict of a generator
from collections import OrderedDict


def f():
    return OrderedDict((wait(k), 1) for k in 'ba')


# expect: OrderedDict({'b': 1, 'a': 1})


# place: defaultdict factory
from collections import defaultdict


def f():
    d = defaultdict(lambda: wait([]))
    d['a'].append(1)
    d['a'].append(2)
    return dict(d)


# expect: {'a': [1, 2]}


# place: dict.update
def f():
    d = {}
    d.update((wait(k), 1) for k in 'ab')
    return d


# expect: {'a': 1, 'b': 1}


# place: dict.update of a mapping in Python
class M:
    def keys(self):
        return wait(['a', 'b'])

    def __getitem__(self, k):
        return wait(k * 2)


def f():
    d = {}
    d.update(M(), c=1)
    return d, dict(M()), {**M()}


# expect: ({'a': 'aa', 'b': 'bb', 'c': 1}, {'a': 'aa', 'b': 'bb'}, {'a': 'aa', 'b': 'bb'})


# place: list.extend
def f():
    a = [0]
    a.extend(wait(v) for v in (1, 2))
    a += (wait(v) for v in (3,))
    return a


# expect: [0, 1, 2, 3]


# place: set.update and set operations
def f():
    s = {1}
    s.update(wait(v) for v in (2, 3))
    return (
        s,
        s.union(wait(v) for v in (4,)),
        s.intersection(wait(v) for v in (1, 2)),
        s.difference(wait(v) for v in (1,)),
        s.isdisjoint(wait(v) for v in (9,)),
        s.issuperset(wait(v) for v in (1,)),
    )


# expect: ({1, 2, 3}, {1, 2, 3, 4}, {1, 2}, {2, 3}, True, True)


# place: str.join
def f():
    return '-'.join(wait(v) for v in 'abc'), b'-'.join(wait(v) for v in (b'a', b'b'))


# expect: ('a-b-c', b'a-b')
