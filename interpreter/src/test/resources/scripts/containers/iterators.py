print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(int, '12')), list(map(lambda *a: a, 'ab', 'cd', 'ef')))  # expect: ['1', '2'] [4, 10] [1, 2] [('a', 'c', 'e'), ('b', 'd', 'f')]
map(str)  # expect error: TypeError: map() must have at least two arguments.
map()  # expect error: TypeError: map() must have at least two arguments.
map(str, 5)  # expect error: TypeError: 'int' object is not iterable
list(map(3, [1]))  # expect error: TypeError: 'int' object is not callable
print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, range(4))), list(filter(bool, [0, 2])))  # expect: [1, 'a'] [2, 3] [2]
filter(None)  # expect error: TypeError: filter expected 2 arguments, got 1
print(list(zip()), list(zip([1, 2])), list(zip('ab', range(5), (x for x in 'xyz'))), dict(zip('ab', [1, 2])))  # expect: [] [(1,), (2,)] [('a', 0, 'x'), ('b', 1, 'y')] {'a': 1, 'b': 2}
list(zip([1, 2], [1], strict=True))  # expect error: ValueError: zip() argument 2 is shorter than argument 1
list(zip([1], [1, 2], strict=True))  # expect error: ValueError: zip() argument 2 is longer than argument 1
list(zip([1], [1], [], strict=True))  # expect error: ValueError: zip() argument 3 is shorter than arguments 1-2
list(zip([], [], [1], strict=True))  # expect error: ValueError: zip() argument 3 is longer than arguments 1-2
print(list(zip([1, 2], (x for x in 'ab'), strict=True)))  # expect: [(1, 'a'), (2, 'b')]
zip(1)  # expect error: TypeError: 'int' object is not iterable
zip([], foo=1)  # expect error: TypeError: zip() got an unexpected keyword argument 'foo'
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(['x'], start=2**63)), next(enumerate(x for x in 'q')))  # expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(9223372036854775808, 'x')] (0, 'q')
enumerate(5)  # expect error: TypeError: 'int' object is not iterable
enumerate([], 'a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
print(list(reversed('abc')), list(reversed((1, 2))), list(reversed([1, 2])), list(reversed(range(3))))  # expect: ['c', 'b', 'a'] [2, 1] [2, 1] [2, 1, 0]
reversed({1})  # expect error: TypeError: 'set' object is not reversible
reversed(5)  # expect error: TypeError: 'int' object is not reversible
class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10

print(list(Seq()), list(reversed(Seq())), 20 in Seq(), 21 in Seq(), max(Seq()), sum(Seq()), sorted(Seq(), reverse=True), type(iter(Seq())).__name__, tuple(Seq()))  # expect: [0, 10, 20] [20, 10, 0] True False 20 30 [20, 10, 0] iterator (0, 10, 20)
class Rev:
    def __reversed__(self):
        return iter('rev')

print(list(reversed(Rev())))  # expect: ['r', 'e', 'v']
class It:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

print(list(It(3)), tuple(It(3)), sorted(set(It(3))), sum(It(4)), max(It(3)), sorted(It(3)), list(map(str, It(2))), list(zip(It(2), It(3))), list(enumerate(It(2))), list(filter(None, It(3))))  # expect: [2, 1, 0] (2, 1, 0) [0, 1, 2] 6 2 [0, 1, 2] ['1', '0'] [(1, 2), (0, 1)] [(0, 1), (1, 0)] [2, 1]
print([*It(2), *It(1)], dict(zip(It(2), It(2))), dict.fromkeys(It(2)), sorted({1}.union(It(3))), sorted(frozenset(It(2))), [9] + list(It(1)), any(It(1)), all(It(2)), min(It(3), default=1))  # expect: [1, 0, 0] {1: 1, 0: 0} {1: None, 0: None} [0, 1, 2] [0, 1] [9, 0] False False 0
l = [0, 0]
l[1:1] = It(2)
l += It(1)
l.extend(It(2))
print(l)  # expect: [0, 1, 0, 0, 0, 1, 0]
a, b = It(2)
print(a, b)  # expect: 1 0
class Bad:
    def __iter__(self):
        return 5

iter(Bad())  # expect error: TypeError: iter() returned non-iterator of type 'int'
list(Bad())  # expect error: TypeError: iter() returned non-iterator of type 'int'
iter(5)  # expect error: TypeError: 'int' object is not iterable
next(5)  # expect error: TypeError: 'int' object is not an iterator
next([])  # expect error: TypeError: 'list' object is not an iterator
next(iter([]))  # expect error: StopIteration
print(next(iter([]), 'd'), next(It(0), 'd'), next((x for x in ()), 'd'), next(iter([1]), 'd'))  # expect: d d d 1
next(It(0))  # expect error: StopIteration
n = 0
def tick():
    global n
    n += 1
    return n

print(list(iter(tick, 4)), n)  # expect: [1, 2, 3] 4
c = iter(tick, 7)
print(next(c), type(c).__name__, list(c), list(c))  # expect: 5 callable_iterator [6] []
iter(5, 1)  # expect error: TypeError: iter(v, w): v must be callable
def stop():
    raise StopIteration

print(list(iter(stop, 1)))  # expect: []
def gen():
    yield 1
    raise ValueError('inside')

list(gen())  # expect error: ValueError: inside
sum(gen())  # expect error: ValueError: inside
list(map(lambda x: 1 // x, [1, 0]))  # expect error: ZeroDivisionError: integer division or modulo by zero
sorted(gen())  # expect error: ValueError: inside
z = zip([1, 2, 3], 'abc')
next(z)
print(z.__reduce__()[1][0].__reduce__()[1:], list(z))  # expect: (([1, 2, 3],), 1) [(2, 'b'), (3, 'c')]
e = enumerate('abc')
next(e)
print(e.__reduce__()[1][1], type(e).__name__, list(e))  # expect: 1 enumerate [(1, 'b'), (2, 'c')]
m = map(str, [1, 2])
next(m)
print(m.__reduce__()[1][0], list(m), list(m))  # expect: <class 'str'> ['2'] []
class Len:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n

print(len(Len(3)), bool(Len(0)), bool(Len(1)))  # expect: 3 False True
len(Len(-1))  # expect error: ValueError: __len__() should return >= 0
len(Len('a'))  # expect error: TypeError: 'str' object cannot be interpreted as an integer
len(5)  # expect error: TypeError: object of type 'int' has no len()
len(Len(2**70))  # expect error: OverflowError: cannot fit 'int' into an index-sized integer
s = iter(Seq())
next(s)
print(s.__reduce__()[1][1:], s.__length_hint__(), list(s), list(s))  # expect: () 2 [10, 20] []
def inner():
    return [x for x in map(lambda v: [v, list(filter(lambda w: w < v, range(v + 1)))], range(3))]

print(inner())  # expect: [[0, []], [1, [0]], [2, [0, 1]]]
print(type(iter('abc')).__name__, type(iter('aé')).__name__, list(iter('aé😀')), iter('x').__reduce__()[1:], type(iter(b'')).__name__)  # expect: str_ascii_iterator str_iterator ['a', 'é', '😀'] (('x',), 0) bytes_iterator
class E(enumerate):
    pass

print(list(E('a')), isinstance(E(''), enumerate))  # expect: [(0, 'a')] True
chain = range(3)
for _ in range(300):
    chain = map(lambda v: v + 1, chain)

print(list(chain))  # expect: [300, 301, 302]
chain = range(3)
for _ in range(400):
    chain = filter(None, chain)

print(list(chain))  # expect: [1, 2]
