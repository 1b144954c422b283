print(sorted([3, 1, 2]), sorted('bca'), sorted([1.5, 1, 0.5]), sorted([(2, 'a'), (1, 'b'), (1, 'a')]))  # expect: [1, 2, 3] ['a', 'b', 'c'] [0.5, 1, 1.5] [(1, 'a'), (1, 'b'), (2, 'a')]
print(sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([], key=len))  # expect: [3, 2, 1] ['A', 'b', 'c'] []
words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=len), sorted(words, key=len, reverse=True))  # expect: ['the', 'fox', 'the', 'dog', 'over', 'lazy', 'quick', 'brown', 'jumps'] ['quick', 'brown', 'jumps', 'over', 'lazy', 'the', 'fox', 'the', 'dog']
print(sorted(words, key=lambda w: (len(w), w)))  # expect: ['dog', 'fox', 'the', 'the', 'lazy', 'over', 'brown', 'jumps', 'quick']
def key(w):
    return -len(w)

print(sorted(words, key=key))  # expect: ['quick', 'brown', 'jumps', 'over', 'lazy', 'the', 'fox', 'the', 'dog']
print(sorted([1, 'a']))  # expect error: TypeError: '<' not supported between instances of 'str' and 'int'
print(sorted([1, None]))  # expect error: TypeError: '<' not supported between instances of 'NoneType' and 'int'
print(sorted(5))  # expect error: TypeError: 'int' object is not iterable
sorted(None)  # expect error: TypeError: 'NoneType' object is not iterable
print(sorted([2, 1], key=None, reverse=1))  # expect: [2, 1]
class V:
    made = 0
    def __init__(self, v, i):
        self.v = v
        self.i = i
    def __lt__(self, other):
        V.made += 1
        return self.v < other.v
    def __repr__(self):
        return f'{self.v}.{self.i}'

vs = [V(x, i) for i, x in enumerate([5, 2, 5, 1, 2, 9, 0, 5, 3])]
print(sorted(vs))  # expect: [0.6, 1.3, 2.1, 2.4, 3.8, 5.0, 5.2, 5.7, 9.5]
print(sorted(vs, reverse=True))  # expect: [9.5, 5.0, 5.2, 5.7, 3.8, 2.1, 2.4, 1.3, 0.6]
print(sorted(vs, key=lambda v: -v.v))  # expect: [9.5, 5.0, 5.2, 5.7, 3.8, 2.1, 2.4, 1.3, 0.6]
V.made = 0
big = [V(i, 0) for i in range(200)]
big.sort()
print(V.made)  # expect: 199
V.made = 0
big.reverse()
big.sort()
print(V.made, big[0], big[-1])  # expect: 199 0.0 199.0
rnd = [(i * 7919) % 1009 for i in range(1009)]
print([v.v for v in sorted([V(x, 0) for x in rnd])] == sorted(rnd))  # expect: True
l = [3, 2, 1]
def meddle(x):
    l.append(x)
    return x

l.sort(key=meddle)  # expect error: ValueError: list modified during sort
print(l)  # expect: [1, 2, 3]
def broken(x):
    if x == 2:
        raise KeyError('broken')
    return x

l = [3, 2, 1]
l.sort(key=broken)  # expect error: KeyError: 'broken'
print(l)  # expect: [3, 2, 1]
nan = float('nan')
print(sorted([3.0, 1.0, 2.0, float('inf'), float('-inf')]))  # expect: [-inf, 1.0, 2.0, 3.0, inf]
print(sorted([2, 1.5, True, 0]))  # expect: [0, True, 1.5, 2]
print(sorted({'b': 1, 'a': 2}), sorted(x for x in (3, 1, 2)))  # expect: ['a', 'b'] [1, 2, 3]
print(sorted([[2], [1, 5], [1]]), sorted([b'b', b'a']))  # expect: [[1], [1, 5], [2]] [b'a', b'b']
print(max('hello'), min([3, 1, 2]), max(1, 2, 3), min('b', 'a', key=ord), max([], default='none'))  # expect: o 1 3 a none
print(max([1, 5, 3], key=lambda x: -x), min(vs), max(vs), max(vs, key=lambda v: v.i))  # expect: 1 0.6 9.5 3.8
max([])  # expect error: ValueError: max() iterable argument is empty
min()  # expect error: TypeError: min expected at least 1 argument, got 0
max(1, 2, default=3)  # expect error: TypeError: Cannot specify a default for max() with multiple positional arguments
min(1)  # expect error: TypeError: 'int' object is not iterable
max(1, 'a')  # expect error: TypeError: '>' not supported between instances of 'str' and 'int'
print(max([nan, 1]) != max([nan, 1]), max(1, 1.0), min(1.0, 1))  # expect: True 1 1.0
print(sum([1, 2, 3]), sum([0.1] * 10), sum([1.5, 2]), sum([[1], [2]], []), sum((), 5), sum([2**63, 1, 2**62]))  # expect: 6 1.0 3.5 [1, 2] 5 13835058055282163713
print(sum([0.1, 10**16, -10**16]), sum([1e100, 1.0, -1e100]), sum([True, True]), sum([1, 2.5, 3]), sum([1, 2], start=10))  # expect: 0.0 1.0 2 6.5 13
sum('ab')  # expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
sum(['a'], '')  # expect error: TypeError: sum() can't sum strings [use ''.join(seq) instead]
sum([b'a'], b'')  # expect error: TypeError: sum() can't sum bytes [use b''.join(seq) instead]
sum([1, 'a'])  # expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
sum(5)  # expect error: TypeError: 'int' object is not iterable
print(sum([3+4j, 1]), sum([float('inf'), 1.0]))  # expect: (4+4j) inf
print(any([]), all([]), any([0, '', 3]), all([1, 'a', []]), any(x > 3 for x in range(10)), all(x < 3 for x in range(10)))  # expect: False True True False True False
any(3)  # expect error: TypeError: 'int' object is not iterable
