# Every builtin here runs Python code that gives way to another tasklet.
import stackless
import itertools
from _collections import deque, defaultdict, OrderedDict, _count_elements
from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
import _operator as op


def pause(v):
    stackless.schedule()
    return v


class N:
    """A number whose operations all give way."""

    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return pause(self.v < o.v)

    def __gt__(self, o):
        return pause(self.v > o.v)

    def __eq__(self, o):
        return pause(self.v == getattr(o, 'v', o))

    __hash__ = None

    def __add__(self, o):
        return N(pause(self.v + getattr(o, 'v', o)))

    __radd__ = __add__

    def __bool__(self):
        return pause(self.v != 0)

    def __repr__(self):
        return pause(f'N{self.v}')


class It:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return pause(self)

    def __next__(self):
        pause(0)
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class Seq:
    def __getitem__(self, i):
        if pause(i) > 2:
            raise IndexError
        return i

    def __len__(self):
        return pause(3)


class Map:
    def keys(self):
        return It('a', 'b')

    def __getitem__(self, k):
        return pause(k * 2)


class Missing(dict):
    def __missing__(self, key):
        return pause(key)


class Attr:
    def __getattr__(self, name):
        return pause(name)


def gen(*items):
    for i in items:
        yield pause(i)


def setslice(s):
    l = [1, 2, 3]
    l[s] = gen(7, 8)
    return l


def extend(l, it):
    l += it
    return l


def removed(l, v):
    l.remove(v)
    return l


def updated(d, *a):
    d.update(*a)
    return d


def groups():
    return [(k, list(g)) for k, g in itertools.groupby(It(1, 1, 2), key=lambda v: pause(v))]


def tee():
    a, b = itertools.tee(It(1, 2))
    return list(a), list(b)


def lru():
    f = _lru_cache_wrapper(pause, 2, False, None)
    return f(1), f(1), f(2)


def counted(d, it):
    _count_elements(d, it)
    return d


CASES = {
    'list': lambda: [list(It(1, 2)), list(gen(1)), list(Seq())],
    'tuple': lambda: tuple(It(1, 2)),
    'set': lambda: [set(It(1)), frozenset(gen(2)), {1}.union(It(2), gen(3)), {1, 2} & set(It(2)), {1}.issubset(It(1)), {1}.isdisjoint(gen(3))],
    'setslice': lambda: [setslice(slice(0, 1)), setslice(slice(0, 3, 2))],
    'extend': lambda: extend([1], It(2)),
    'sort': lambda: [sorted([3, 1, 2], key=pause), sorted([N(3), N(1), N(2)]), sorted(It(2, 1), reverse=True)],
    'cmp_to_key': lambda: sorted([3, 1, 2], key=cmp_to_key(lambda a, b: pause(b - a))),
    'search': lambda: [2 in [N(1), N(2)], [N(1), N(2)].index(2), (N(1), N(1)).count(1), removed([N(1), N(2)], 2)],
    'compare': lambda: [[N(1)] == [N(1)], (N(1), N(2)) < (N(1), N(3)), {'a': N(1)} == {'a': N(1)}, [[N(1)]] != [[N(2)]]],
    'repr': lambda: [N(1), (N(2), {3: N(4)}), deque([N(5)]), defaultdict(None, a=N(6)), OrderedDict(a=N(7))],
    'dict': lambda: [dict(It((1, 2), It(3, 4))), dict(Map()), updated({}, Map()), dict.fromkeys(gen('a')), Missing()['k']],
    'views': lambda: [{'a': 1}.keys() & It('a'), {'a': 1}.items() - gen(('a', 1))],
    'sum': lambda: [sum([N(1), N(2)]), sum(It(1, 2)), min(It(2, 1)), max([N(1), N(2)]), max([1, 2], key=lambda v: pause(-v))],
    'any': lambda: [any([N(0), N(1)]), all(It(1, 0)), any(gen())],
    'map': lambda: [list(map(pause, It(1, 2))), list(map(op.add, It(1), gen(2))), list(filter(pause, [0, 1])), list(filter(None, [N(0), N(1)]))],
    'zip': lambda: [list(zip(It(1, 2), gen(3, 4))), list(zip(It(1), [1], strict=True)), list(enumerate(It('a'))), list(reversed(Seq()))],
    'iter': lambda: [list(iter(lambda v=[0]: v.append(pause(1)) or len(v), 4)), next(It(5)), next(It(), 'end'), len(Seq())],
    'chain': lambda: [list(itertools.chain(It(1), gen(2))), list(itertools.islice(It(1, 2, 3), 1, None)), list(itertools.accumulate(It(1, 2), lambda a, b: pause(a + b)))],
    'combine': lambda: [list(itertools.product(It(1, 2), gen(3))), list(itertools.combinations(gen(1, 2), 2)), list(itertools.permutations(It(1, 2)))],
    'while': lambda: [list(itertools.takewhile(pause, It(1, 0, 1))), list(itertools.dropwhile(pause, It(1, 0, 1))), list(itertools.filterfalse(pause, [0, 1]))],
    'itertools': lambda: [list(itertools.compress(It(1, 2), gen(0, 1))), list(itertools.pairwise(It(1, 2))), list(itertools.batched(It(1, 2, 3), 2)), list(itertools.starmap(op.add, It(It(1, 2)))), list(itertools.zip_longest(It(1), gen(2, 3)))],
    'cycle': lambda: list(itertools.islice(itertools.cycle(It(1, 2)), 5)),
    'count': lambda: list(itertools.islice(itertools.count(1, 2), 2)),
    'groupby': groups,
    'tee': tee,
    'deque': lambda: [deque(It(1, 2)), extend(deque(), gen(3)), 2 in deque([N(1), N(2)]), deque([N(1)]).index(1), deque([N(1)]) == deque([N(1)])],
    'defaultdict': lambda: defaultdict(lambda: pause('made'))['k'],
    'counter': lambda: counted({}, It('a', 'b', 'a')),
    'reduce': lambda: [reduce(lambda a, b: pause(a + b), It(1, 2, 3)), partial(pause, 4)()],
    'lru_cache': lru,
    'operator': lambda: [op.indexOf(It(1, 2), 2), op.countOf(gen(1, 1), 1), op.attrgetter('a', 'b.c')(Attr()) if False else op.attrgetter('a', 'b')(Attr()), op.itemgetter('x', 'y')(Missing()), op.methodcaller('upper')('a')],
}


def run(name):
    try:
        results[name] = repr(CASES[name]())
    except BaseException as e:
        results[name] = f'{type(e).__name__}: {e}'


results = {}
for name in CASES:
    stackless.tasklet(run)(name)

stackless.run()

print(results['list'])  # expect: [[1, 2], [1], [0, 1, 2]]
print(results['tuple'])  # expect: (1, 2)
print(results['set'])  # expect: [{1}, frozenset({2}), {1, 2, 3}, {2}, True, True]
print(results['setslice'])  # expect: [[7, 8, 2, 3], [7, 2, 8]]
print(results['extend'])  # expect: [1, 2]
print(results['sort'])  # expect: [[1, 2, 3], [N1, N2, N3], [2, 1]]
print(results['cmp_to_key'])  # expect: [3, 2, 1]
print(results['search'])  # expect: [True, 1, 2, [N1]]
print(results['compare'])  # expect: [True, True, True, True]
print(results['repr'])  # expect: [N1, (N2, {3: N4}), deque([N5]), defaultdict(None, {'a': N6}), OrderedDict({'a': N7})]
print(results['dict'])  # expect: [{1: 2, 3: 4}, {'a': 'aa', 'b': 'bb'}, {'a': 'aa', 'b': 'bb'}, {'a': None}, 'k']
print(results['views'])  # expect: [{'a'}, set()]
print(results['sum'])  # expect: [N3, 3, 1, N2, 1]
print(results['any'])  # expect: [True, False, False]
print(results['map'])  # expect: [[1, 2], [3], [1], [N1]]
print(results['zip'])  # expect: [[(1, 3), (2, 4)], [(1, 1)], [(0, 'a')], [2, 1, 0]]
print(results['iter'])  # expect: [[2, 3], 5, 'end', 3]
print(results['chain'])  # expect: [[1, 2], [2, 3], [1, 3]]
print(results['combine'])  # expect: [[(1, 3), (2, 3)], [(1, 2)], [(1, 2), (2, 1)]]
print(results['while'])  # expect: [[1], [0, 1], [0]]
print(results['itertools'])  # expect: [[2], [(1, 2)], [(1, 2), (3,)], [3], [(1, 2), (None, 3)]]
print(results['cycle'])  # expect: [1, 2, 1, 2, 1]
print(results['count'])  # expect: [1, 3]
print(results['groupby'])  # expect: [(1, [1, 1]), (2, [2])]
print(results['tee'])  # expect: ([1, 2], [1, 2])
print(results['deque'])  # expect: [deque([1, 2]), deque([3]), True, 0, True]
print(results['defaultdict'])  # expect: 'made'
print(results['counter'])  # expect: {'a': 2, 'b': 1}
print(results['reduce'])  # expect: [6, 4]
print(results['lru_cache'])  # expect: (1, 1, 2)
print(results['operator'])  # expect: [1, 2, ('a', 'b'), ('x', 'y'), 'A']
