from itertools import *
import operator
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=1)), list(accumulate('abc')), list(accumulate([1, 2, 3], lambda a, b: a - b)))  # expect: [1, 3, 6] [1, 2, 6] [10, 11, 13] [1] ['a', 'ab', 'abc'] [1, -1, -4]
print(list(batched('abcdefg', 3)), list(batched([], 2)))  # expect: [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)] []
batched('a', 0)  # expect error: ValueError: n must be at least one
list(batched('abc', 2, strict=True))  # expect error: ValueError: batched(): incomplete batch
print(list(chain()), list(chain('ab', [1])), list(chain.from_iterable(['ab', (1,)])), list(chain((x for x in 'xy'), [])))  # expect: [] ['a', 'b', 1] ['a', 'b', 1] ['x', 'y']
list(chain(1))  # expect error: TypeError: 'int' object is not iterable
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations([], 0)), len(list(combinations(range(10), 4))))  # expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [] [()] 210
combinations('a', -1)  # expect error: ValueError: r must be non-negative
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement('a', 0)))  # expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] [] [()]
print(list(permutations('abc', 2)), list(permutations([1, 2, 3])), list(permutations('a', 2)), list(permutations([])))  # expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)] [] [()]
permutations('a', 'b')  # expect error: TypeError: Expected int as r
print(list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product([], 'a')), len(list(product(range(3), repeat=4))))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [()] [] 81
product('a', repeat=-1)  # expect error: ValueError: repeat argument cannot be negative
print(list(compress('abcd', [1, 0, 1])), list(compress(x for x in 'abc')) if 0 else 0)  # expect: ['a', 'c'] 0
c = count(5)
print(next(c), next(c), c, count(), count(1, 2), list(islice(count(1.5, 0.5), 3)), list(islice(count(10, -3), 3)), next(count(2**63)))  # expect: 5 6 count(7) count(0) count(1, 2) [1.5, 2.0, 2.5] [10, 7, 4] 9223372036854775808
count('a')  # expect error: TypeError: a number is required
k = cycle('ab')
print([next(k) for _ in range(5)], list(cycle([])))  # expect: ['a', 'b', 'a', 'b', 'a'] []
print(list(dropwhile(lambda x: x < 3, [1, 4, 1])), list(takewhile(lambda x: x < 3, [1, 4, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1])))  # expect: [4, 1] [1] [0, 2, 4] [0]
print([(k, list(g)) for k, g in groupby('aabbbc')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], [k for k, g in groupby('aabb')])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] [(1, [1, 3]), (0, [2, 4])] ['a', 'b']
g = groupby('aab')
first, grp = next(g)
next(g)
print(list(grp))  # expect: []
print(list(islice('abcdef', 3)), list(islice('abcdef', 1, 4)), list(islice('abcdef', 1, None, 2)), list(islice(range(10), None)), list(islice('abc', 0)), list(islice('abcdef', 2, 2)))  # expect: ['a', 'b', 'c'] ['b', 'c', 'd'] ['b', 'd', 'f'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [] []
islice('a', -1)  # expect error: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
islice('a', 1, -1)  # expect error: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
islice('a', 1, 2, 0)  # expect error: ValueError: Step for islice() must be a positive integer or None.
islice('a', 'x')  # expect error: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
i = iter(range(10))
print(list(islice(i, 2, 4)), next(i), list(islice(i, 0)), next(i), list(islice(i, 1, 4, 2)), list(i))  # expect: [2, 3] 4 [] 5 [7, 9] []
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise([])))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []
print(list(repeat(7, 3)), repeat(1), repeat('x', 2), list(repeat(1, -1)), next(repeat(5)), repeat(None, 3).__length_hint__())  # expect: [7, 7, 7] repeat(1) repeat('x', 2) [] 5 3
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: a, ['ab', [1]])))  # expect: [8, 9] [('a', 'b'), (1,)]
list(starmap(pow, [1]))  # expect error: TypeError: 'int' object is not iterable
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), tee([], 0))  # expect: 1 2 [1, 2, 3] [3] ()
a, b, c = tee((x for x in range(200)), 3)
print(sum(a), sum(b), sum(islice(c, 100)), sum(c))  # expect: 19900 19900 4950 14950
tee([], -1)  # expect error: ValueError: n must be >= 0
a, = tee('xyz', 1)
next(a)
b, c = tee(a)
print(b is a, list(b), list(c))  # expect: False ['y', 'z'] ['y', 'z']
print(list(zip_longest('abc', [1])), list(zip_longest('ab', [1], fillvalue='-')), list(zip_longest()), list(zip_longest([], 'a')))  # expect: [('a', 1), ('b', None), ('c', None)] [('a', 1), ('b', '-')] [] [(None, 'a')]
def gen(n):
    yield from range(n)

print(list(chain(gen(2), gen(1))), list(zip_longest(gen(1), gen(2))), list(accumulate(gen(4))), list(product(gen(2), gen(2))), [list(v) for k, v in groupby(gen(3), lambda x: x > 0)], list(pairwise(gen(3))), list(batched(gen(3), 2)))  # expect: [0, 1, 0] [(0, 0), (None, 1)] [0, 1, 3, 6] [(0, 0), (0, 1), (1, 0), (1, 1)] [[0], [1, 2]] [(0, 1), (1, 2)] [(0, 1), (2,)]
print(list(islice(gen(5), 1, None, 2)), list(compress(gen(3), gen(3))), list(starmap(max, zip(gen(2), gen(2)))), [next(cycle(gen(1)))], list(combinations(gen(3), 2)))  # expect: [1, 3] [1, 2] [0, 1] [0] [(0, 1), (0, 2), (1, 2)]
p = product('ab', [1, 2])
next(p)
print(p.__reduce__()[1:], list(p))  # expect: ((('a', 'b'), (1, 2)), (0, 0)) [('a', 2), ('b', 1), ('b', 2)]
q = combinations('abc', 2)
next(q)
print(q.__reduce__()[1:], count(3).__reduce__()[1:], repeat(1, 2).__reduce__()[1:])  # expect: ((('a', 'b', 'c'), 2), (0, 1)) ((3,),) ((1, 2),)
it = chain([1, 2], [3])
next(it)
r = it.__reduce__()
again = r[0](*r[1])
again.__setstate__(r[2])
print(list(again))  # expect: [2, 3]
class Sub(chain):
    pass

print(list(Sub('ab')), type(Sub.from_iterable(['x'])).__name__, isinstance(Sub(), chain))  # expect: ['a', 'b'] Sub True
print(chain[int], chain.__module__, type(tee([])[0]).__name__)  # expect: itertools.chain[int] itertools _tee
