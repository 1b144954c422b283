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


# frame: modules.bisect.BisectFrame/1
import bisect


class Mine(list):
    def __len__(self):
        return wait(list.__len__(self))

    def __getitem__(self, i):
        return wait(list.__getitem__(self, i))

    def insert(self, i, v):
        list.insert(self, wait(i), v)


class Less:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return wait(self.v < other.v)


def f():
    a = Mine([1, 3, 5])
    bisect.insort(a, 4, key=lambda v: wait(v))
    b = [1, 2, 2, 3]
    bisect.insort_left(b, 2, 1, key=lambda v: wait(-v))
    return (
        list(a),
        b,
        bisect.bisect_left([Less(1), Less(2), Less(2)], Less(2)),
        bisect.bisect([Less(1), Less(2)], Less(2)),
    )


# expect: ([1, 3, 4, 5], [1, 2, 2, 2, 3], 1, 2)


# frame: modules.collections.CountFrame/3
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


# frame: modules.collections.OrderedDictType.CopyFrame/2
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


# frame: modules.heapq.HeapFrame/1
import heapq


class Truth:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        return wait(self.v)


class Less:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return wait(Truth(self.v < other.v))


def f():
    h = [Less(v) for v in (5, 2, 4, 1, 3)]
    heapq.heapify(h)
    heapq.heappush(h, Less(0))
    out = [heapq.heappop(h).v, heapq.heappushpop(h, Less(6)).v, heapq.heapreplace(h, Less(0)).v]
    heapq._heapify_max(h)
    return out, [heapq._heappop_max(h).v for _ in range(5)]


# expect: ([0, 1, 2], [6, 5, 4, 3, 0])


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
