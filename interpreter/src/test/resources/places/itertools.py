# place: itertools.accumulate
import itertools


def f():
    return list(itertools.accumulate((wait(v) for v in (1, 2, 3)), lambda a, b: wait(a * 10 + b), initial=0))


# expect: [0, 1, 12, 123]


# place: itertools.batched
import itertools


def f():
    return list(itertools.batched((wait(v) for v in range(5)), 2))


# expect: [(0, 1), (2, 3), (4,)]


# place: itertools.chain
import itertools


def f():
    return list(itertools.chain((wait(v) for v in 'ab'), 'c')), list(
        itertools.chain.from_iterable(wait(v) for v in ('ab', 'c'))
    )


# expect: (['a', 'b', 'c'], ['a', 'b', 'c'])


# place: itertools.combinations
import itertools


def f():
    return list(itertools.combinations((wait(v) for v in 'abc'), 2)), list(
        itertools.combinations_with_replacement((wait(v) for v in 'ab'), 2)
    )


# expect: ([('a', 'b'), ('a', 'c'), ('b', 'c')], [('a', 'a'), ('a', 'b'), ('b', 'b')])


# place: itertools.compress
import itertools


def f():
    return list(itertools.compress((wait(v) for v in 'abc'), (wait(v) for v in (1, 0, 1))))


# expect: ['a', 'c']


# place: itertools.count
import itertools


class N:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return wait(N(self.v + o))

    def __index__(self):
        return self.v


def f():
    return [n.v for n in itertools.islice(itertools.count(N(1), 2), 3)]


# expect: [1, 3, 5]


# place: itertools.cycle
import itertools


def f():
    return list(itertools.islice(itertools.cycle(wait(v) for v in 'ab'), 5))


# expect: ['a', 'b', 'a', 'b', 'a']


# place: itertools.dropwhile
import itertools


def f():
    return list(itertools.dropwhile(lambda v: wait(v < 2), (wait(v) for v in range(4))))


# expect: [2, 3]


# place: itertools.filterfalse
import itertools


def f():
    return list(itertools.filterfalse(lambda v: wait(v % 2), range(4)))


# expect: [0, 2]


# place: itertools.groupby
import itertools


def f():
    return [(k, list(g)) for k, g in itertools.groupby((wait(v) for v in 'aAb'), lambda v: wait(v.lower()))]


# expect: [('a', ['a', 'A']), ('b', ['b'])]


# place: itertools.islice
import itertools


def f():
    return list(itertools.islice((wait(v) for v in range(9)), 1, 6, 2))


# expect: [1, 3, 5]


# place: itertools.pairwise
import itertools


def f():
    return list(itertools.pairwise(wait(v) for v in 'abc'))


# expect: [('a', 'b'), ('b', 'c')]


# place: itertools.permutations and product
import itertools


def f():
    return list(itertools.permutations((wait(v) for v in 'abc'), 2)), list(
        itertools.product((wait(v) for v in 'ab'), (wait(v) for v in (1, 2)))
    )


# expect: ([('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')], [('a', 1), ('a', 2), ('b', 1), ('b', 2)])


# place: itertools.repeat
import itertools


class I:
    def __index__(self):
        return wait(2)


def f():
    return list(itertools.repeat('x', I()))


# expect: ['x', 'x']


# place: itertools.starmap
import itertools


def f():
    return list(itertools.starmap(lambda a, b: wait(a + b), (wait(p) for p in ((1, 2), (3, 4)))))


# expect: [3, 7]


# place: itertools.takewhile
import itertools


def f():
    return list(itertools.takewhile(lambda v: wait(v < 2), (wait(v) for v in range(4))))


# expect: [0, 1]


# place: itertools.tee
import itertools


def f():
    a, b = itertools.tee(wait(v) for v in range(3))
    return next(a), list(b), list(a)


# expect: (0, [0, 1, 2], [1, 2])


# place: itertools.zip_longest
import itertools


def f():
    return list(itertools.zip_longest((wait(v) for v in 'a'), (wait(v) for v in (1, 2)), fillvalue='-'))


# expect: [('a', 1), ('-', 2)]
