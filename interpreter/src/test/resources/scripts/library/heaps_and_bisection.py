"""Modules heapq and bisect: what is in Java of them."""

import bisect, heapq

h = []
for n in 5, 1, 4, 2, 3:
    heapq.heappush(h, n)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)  # expect: [3, 5, 4, 9] 1 0 2 [3, 5, 4, 9]
heapq._heapify_max(h)
print(h, heapq._heappop_max(h), heapq._heapreplace_max(h, 0), h)  # expect: [4, 3, 0] 9 5 [4, 3, 0]
heapq.heappush((), 1)  # expect error: TypeError: heappush() argument 1 must be list, not tuple
heapq.heapify('ab')  # expect error: TypeError: heapify() argument must be list, not str
heapq.heappop([])  # expect error: IndexError: index out of range
heapq.heapreplace([], 1)  # expect error: IndexError: index out of range
heapq.heappush([], 1, 2)  # expect error: TypeError: heappush expected 2 arguments, got 3
heapq.heapify([1, 'a'])  # expect error: TypeError: '<' not supported between instances of 'int' and 'str'
print(heapq.heappushpop([], 1), heapq.heappush.__module__, heapq.heappush.__text_signature__)  # expect: 1 _heapq ($module, heap, item, /)


class Less:
    asked = []

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        self.asked.append((self.v, other.v))
        return self.v < other.v


# the comparisons are those of CPython, in its order
h = [Less(v) for v in (3, 1, 4, 1, 5, 9, 2, 6)]
heapq.heapify(h)
print(Less.asked)  # expect: [(1, 6), (9, 2), (4, 2), (1, 5), (1, 6), (1, 1), (1, 2), (1, 5), (3, 6), (3, 1)]
print([heapq.heappop(h).v for _ in range(8)])  # expect: [1, 1, 2, 3, 4, 5, 6, 9]


def asked_by_heapify(n):
    Less.asked = asked = []
    heapq.heapify([Less(i * 7 % n) for i in range(n)])
    return len(asked), asked[:3], asked[-2:], sum(i * a for i, (a, _) in enumerate(asked))


print(asked_by_heapify(3001))  # not saved: a large heap takes long  # expect: (5316, [(2311, 2318), (1152, 2311), (2297, 2304)], [(0, 2), (0, 1)], 18726247933)
Less.asked = []


class Shrinks:
    def __lt__(self, other):
        heap.pop()
        return True


heap = [Shrinks() for _ in range(5)]
heapq.heapify(heap)  # expect error: RuntimeError: list changed size during iteration
heap = [Shrinks() for _ in range(5)]
heapq.heappop(heap)  # expect error: RuntimeError: list changed size during iteration


class Empties:
    def __lt__(self, other):
        heap.clear()
        return True


heap = [Empties()]
heapq.heappushpop(heap, 1)  # expect error: IndexError: index out of range


class Mine(list):
    def append(self, o):
        raise AssertionError


m = Mine([3, 2, 1])
heapq.heapify(m)
heapq.heappush(m, 0)
print(m)  # expect: [0, 1, 3, 2]

a = [1, 2, 2, 2, 3]
print(
    bisect.bisect_left(a, 2),
    bisect.bisect(a, 2),
    bisect.bisect_left(a, 2, 2),
    bisect.bisect(a, 2, 0, 3),
    bisect.bisect(a, 9),
)  # expect: 1 4 2 3 5
bisect.insort(a, 2.5)
bisect.insort_left(a, 2.0, key=lambda v: v)
print(a)  # expect: [1, 2.0, 2, 2, 2, 2.5, 3]
print(bisect.insort(a, 0), a)  # expect: None [0, 1, 2.0, 2, 2, 2, 2.5, 3]
print(bisect.bisect_left('abc', 'b'), bisect.bisect(range(10), 4), bisect.bisect_left((1, 3), 2, hi=1))  # expect: 1 5 1
print(bisect.bisect_left([3, 2, 1], -2, key=lambda v: -v), bisect.bisect_left([1], 1, 0, -5))  # expect: 1 0
bisect.bisect([1], 1, -1)  # expect error: ValueError: lo must be non-negative
bisect.bisect([1], 1, 0, 9)  # expect error: IndexError: list index out of range
bisect.bisect({}, 1)  # expect error: TypeError: dict is not a sequence
bisect.bisect(set(), 1)  # expect error: TypeError: 'set' object does not support indexing
bisect.bisect(1, 1)  # expect error: TypeError: object of type 'int' has no len()
bisect.bisect([1], 1, 10**30)  # expect error: OverflowError: Python int too large to convert to C ssize_t
bisect.bisect([1], 1, 0, 10**30)  # expect error: OverflowError: cannot fit 'int' into an index-sized integer
bisect.bisect([1], 1, 0, 'a')  # expect error: TypeError: argument should be integer or None, not 'str'
bisect.bisect([1], 1, key=3)  # expect error: TypeError: 'int' object is not callable
bisect.bisect([1])  # expect error: TypeError: bisect_right() missing required argument 'x' (pos 2)
bisect.bisect(['a'], 1)  # expect error: TypeError: '<' not supported between instances of 'int' and 'str'
bisect.insort((1,), 1)  # expect error: AttributeError: 'tuple' object has no attribute 'insert'


class Sequence:
    def __getitem__(self, i):
        return i * 2

    def insert(self, i, v):
        print('insert', i, v)


print(bisect.bisect_left(Sequence(), 7, 0, 100))  # expect: 4
bisect.insort(Sequence(), 7, 0, 100)  # expect: insert 4 7


class Inserts(list):
    def insert(self, i, v):
        super().insert(i, (v,))


m = Inserts([1, 2])
bisect.insort(m, 3)
print(m)  # expect: [1, 2, (3,)]
