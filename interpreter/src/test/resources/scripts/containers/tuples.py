t = (1, 2, 3)
print(t, t[0], t[-1], t[1:], t[::-1], t[:] is t, len(t), (1,), (), tuple(), tuple('ab'), tuple([1]), tuple(t) is t)  # expect: (1, 2, 3) 1 3 (2, 3) (3, 2, 1) True 3 (1,) () () ('a', 'b') (1,) True
print(t + (4,), t * 2, 2 * t, t * 1 is t, () + t is t, t + () is t, t.index(2), t.count(1), 2 in t)  # expect: (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) (1, 2, 3, 1, 2, 3) True True True 1 1 True
t[9]  # expect error: IndexError: tuple index out of range
t['x']  # expect error: TypeError: tuple indices must be integers or slices, not str
t[0] = 1  # expect error: TypeError: 'tuple' object does not support item assignment
t + [1]  # expect error: TypeError: can only concatenate tuple (not "list") to tuple
t.index(7)  # expect error: ValueError: tuple.index(x): x not in tuple
tuple(1)  # expect error: TypeError: 'int' object is not iterable
tuple(1, 2)  # expect error: TypeError: tuple expected at most 1 argument, got 2
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) > (), (1, 'a') == (1, 'b'), hash((1, 2)) == hash((1, 2)), (1, 2) != [1, 2])  # expect: True True True False True True
(1,) < (None,)  # expect error: TypeError: '<' not supported between instances of 'int' and 'NoneType'
hash(([],))  # expect error: TypeError: unhashable type: 'list'
print(hash(()), hash((1, 2, 3)), hash((0,)), hash((1, (2, 3))))  # expect: 5740354900026072187 529344067295497451 -8753497827991233192 7267574591690527098
class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

q = T(1, 2)
print(q, type(q).__name__, q == (1, 2), q + (3,), type(q[:]).__name__, hash(q) == hash((1, 2)), q[0], len(q), list(q), isinstance(q, tuple))  # expect: (1, 2) T True (1, 2, 3) tuple True 1 2 [1, 2] True
print({q: 1}[(1, 2)], (1, 2) == q, q < (1, 3), sorted([T(2), T(1)]), T() or 'empty')  # expect: 1 True True [(1,), (2,)] empty
a, *b = q
print(a, b)  # expect: 1 [2]
print(((),), ((1,), [2]), repr(((1, (2,)),)))  # expect: ((),) ((1,), [2]) ((1, (2,)),)
print(tuple(x * 2 for x in range(3)), tuple(iter([1, 2])), tuple({1: 2}), tuple(range(3)))  # expect: (0, 2, 4) (1, 2) (1,) (0, 1, 2)
it = iter(t)
next(it)
print(it.__reduce__()[1:], it.__length_hint__(), list(it), type(it).__name__, t.__getnewargs__())  # expect: (((1, 2, 3),), 1) 2 [2, 3] tuple_iterator ((1, 2, 3),)
print(tuple[int, str], (1, [2]).__contains__([2]), (3).__class__)  # expect: tuple[int, str] True <class 'int'>
x = ([],)
x[0].append(x)
print(x)  # expect: ([(...)],)
r = range(10)
print(r, r[2], r[-1], r[2:5], r[::-1], r[::3], list(r[5:2:-1]), len(r), 3 in r, 10 in r, 3.0 in r, 'a' in r, range(0), bool(range(0)))  # expect: range(0, 10) 2 9 range(2, 5) range(9, -1, -1) range(0, 10, 3) [5, 4, 3] 10 True False True False range(0, 0) False
r[10]  # expect error: IndexError: range object index out of range
r['a']  # expect error: TypeError: range indices must be integers or slices, not str
range()  # expect error: TypeError: range expected at least 1 argument, got 0
range(1.5)  # expect error: TypeError: 'float' object cannot be interpreted as an integer
range(1, 2, 0)  # expect error: ValueError: range() arg 3 must not be zero
range('a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
print(range(1, 10, 3).start, range(5).stop, range(5).step, range(5).index(3), range(5).count(3), range(5).count(9), range(0, 10, 3).index(6))  # expect: 1 5 1 3 1 0 2
range(5).index(7)  # expect error: ValueError: 7 is not in range
range(5).index('a')  # expect error: ValueError: sequence.index(x): x not in sequence
range(5).start = 1  # expect error: AttributeError: readonly attribute
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) != [0, 1, 2], hash(range(3)) == hash(range(0, 3)))  # expect: True True True True True
print(list(range(10, 0, -3)), list(reversed(range(4))), range(10**30)[5], len(range(0, 10**18, 3)), 10**25 in range(10**30), list(range(10**20, 10**20 + 3)))  # expect: [10, 7, 4, 1] [3, 2, 1, 0] 5 333333333333333334 True [100000000000000000000, 100000000000000000001, 100000000000000000002]
len(range(10**30))  # expect error: OverflowError: Python int too large to convert to C ssize_t
print(range(10**30)[::10**29], range(2**63 - 2, 2**63 + 1)[-1], list(range(2**63 - 2, 2**63 + 1)), range(-5, 5)[3:-1:2])  # expect: range(0, 1000000000000000000000000000000, 100000000000000000000000000000) 9223372036854775808 [9223372036854775806, 9223372036854775807, 9223372036854775808] range(-2, 4, 2)
it = iter(range(5))
print(next(it), it.__length_hint__(), it.__reduce__()[1:], list(it), type(iter(range(10**30))).__name__, type(it).__name__)  # expect: 0 4 ((range(1, 5),), None) [1, 2, 3, 4] longrange_iterator range_iterator
class I:
    def __index__(self):
        return 3

print(range(I()), range(5)[I()], I() in range(5), [0, 1, 2, 3, 4][I()])  # expect: range(0, 3) 3 False 3
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), s == slice(1, 10, 2), s < slice(2, 3, 4), hash(s) == hash(slice(1, 10, 2)))  # expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) slice(1, 2, None) True True True
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(100, -100, -2).indices(7), slice(10**30).indices(5))  # expect: (1, 5, 2) (3, -1, -1) (7, 10, 1) (6, -1, -2) (0, 5, 1)
s.indices(-1)  # expect error: ValueError: length should not be negative
slice('a').indices(3)  # expect error: TypeError: slice indices must be integers or None or have an __index__ method
slice(1, 2, 0).indices(3)  # expect error: ValueError: slice step cannot be zero
slice()  # expect error: TypeError: slice expected at least 1 argument, got 0
s.start = 3  # expect error: AttributeError: readonly attribute
[1, 2][::0]  # expect error: ValueError: slice step cannot be zero
[1, 2]['a':]  # expect error: TypeError: slice indices must be integers or None or have an __index__ method
print(slice('a', [1], None), {slice(1): 2}[slice(1)], s.__reduce__())  # expect: slice('a', [1], None) 2 (<class 'slice'>, (1, 10, 2))
hash(slice([]))  # expect error: TypeError: unhashable type: 'list'
print([1, 2, 3, 4][-3:-1], [1, 2, 3][5:], [1, 2, 3][:-10], [1, 2, 3][2**70:], [1, 2, 3][-2**70:], [0, 1, 2, 3][3:0:-2])  # expect: [2, 3] [] [] [] [1, 2, 3] [3, 1]
