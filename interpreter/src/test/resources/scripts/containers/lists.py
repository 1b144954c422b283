l = [5, 3, 8]
print(l[0], l[-1], l[1:], l[::-1], l[5:], l[-2:], l[::2])  # expect: 5 8 [3, 8] [8, 3, 5] [] [3, 8] [5, 8]
print(l[10])  # expect error: IndexError: list index out of range
print(l['a'])  # expect error: TypeError: list indices must be integers or slices, not str
l[7] = 1  # expect error: IndexError: list assignment index out of range
del l[9]  # expect error: IndexError: list assignment index out of range
print([1] + [2], [1, 2] * 2, 2 * [0], [1] * -1)  # expect: [1, 2] [1, 2, 1, 2] [0, 0] []
print([1] + (2,))  # expect error: TypeError: can only concatenate list (not "tuple") to list
print([1] * 'a')  # expect error: TypeError: can't multiply sequence by non-int of type 'str'
print([1] * 2.5)  # expect error: TypeError: can't multiply sequence by non-int of type 'float'
m = list(range(10))
m[2:5] = 'abc'
print(m)  # expect: [0, 1, 'a', 'b', 'c', 5, 6, 7, 8, 9]
m[::2] = [0] * 5
print(m)  # expect: [0, 1, 0, 'b', 0, 5, 0, 7, 0, 9]
m[::2] = [0]  # expect error: ValueError: attempt to assign sequence of size 1 to extended slice of size 5
del m[1::3]
print(m)  # expect: [0, 0, 'b', 5, 0, 0, 9]
del m[-2:]
print(m)  # expect: [0, 0, 'b', 5, 0]
m[1:1] = (9, 9)
print(m)  # expect: [0, 9, 9, 0, 'b', 5, 0]
m[:] = iter([1, 2, 3])
print(m)  # expect: [1, 2, 3]
m[0:1] = 5  # expect error: TypeError: must assign iterable to extended slice
m[::2] = 5  # expect error: TypeError: must assign iterable to extended slice
m[5:2] = [7]
print(m)  # expect: [1, 2, 3, 7]
m += (i for i in 'xy')
print(m)  # expect: [1, 2, 3, 7, 'x', 'y']
m *= 2
print(m, len(m))  # expect: [1, 2, 3, 7, 'x', 'y', 1, 2, 3, 7, 'x', 'y'] 12
print([1, 2, 3].index(2), [1, 2, 1].count(1), 2 in [1, 2], 3 not in [1, 2])  # expect: 1 2 True True
print([1, 2].index(5))  # expect error: ValueError: 5 is not in list
print([1, 2, 1, 2].index(2, 2), [1, 2, 1].index(1, -1))  # expect: 3 2
print([].index([1]))  # expect error: ValueError: [1] is not in list
l.remove(42)  # expect error: ValueError: list.remove(x): x not in list
print([].pop())  # expect error: IndexError: pop from empty list
print([1].pop(3))  # expect error: IndexError: pop index out of range
l.insert(-100, 'first')
l.insert(100, 'last')
l.insert(1, 'second')
print(l)  # expect: ['first', 'second', 5, 3, 8, 'last']
print(l.pop(), l.pop(0), l)  # expect: last first ['second', 5, 3, 8]
l.clear()
print(l, [1, 2].copy())  # expect: [] [1, 2]
l.extend('abc')
l.extend(x * 2 for x in range(3))
print(l)  # expect: ['a', 'b', 'c', 0, 2, 4]
l.extend(l)
print(l)  # expect: ['a', 'b', 'c', 0, 2, 4, 'a', 'b', 'c', 0, 2, 4]
l.extend(3)  # expect error: TypeError: 'int' object is not iterable
l.reverse()
print(l, list(reversed([1, 2, 3])))  # expect: [4, 2, 0, 'c', 'b', 'a', 4, 2, 0, 'c', 'b', 'a'] [3, 2, 1]
print([1, 2] < [1, 3], [1] < [1, 0], [] == [], [1] != [1.0], [2] > [1, 5], [[1]] == [[1]], [1, 'a'] == [1, 'a'])  # expect: True True True False True True True
print([1] < ['a'])  # expect error: TypeError: '<' not supported between instances of 'int' and 'str'
print([1] < 3)  # expect error: TypeError: '<' not supported between instances of 'list' and 'int'
print([1] == (1,))  # expect: False
hash([])  # expect error: TypeError: unhashable type: 'list'
a = []
a.append(a)
print(a, [a, a])  # expect: [[...]] [[[...]], [[...]]]
b = [1, [2, (3, {4: [5]})], {6}, frozenset([7])]
print(b)  # expect: [1, [2, (3, {4: [5]})], {6}, frozenset({7})]
print(list('héé'), list(b'ab'), list({1: 2}), list())  # expect: ['h', 'é', 'é'] [97, 98] [1] []
list(1)  # expect error: TypeError: 'int' object is not iterable
list(1, 2)  # expect error: TypeError: list expected at most 1 argument, got 2
list(x=1)  # expect error: TypeError: list() takes no keyword arguments
class L(list):
    def __init__(self, *a, tag=None):
        super().__init__(*a)
        self.tag = tag

p = L([1, 2], tag='t')
print(p, p.tag, type(p + [3]).__name__, isinstance(p, list), p == [1, 2], type(p[:]).__name__, type(p.copy()).__name__)  # expect: [1, 2] t list True True list list
class E:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == getattr(o, 'v', o)
    def __lt__(self, o):
        return self.v < o.v
    def __repr__(self):
        return f'E{self.v}'

es = [E(3), E(1), E(2)]
print(sorted(es), es.index(2), es.count(E(1)), E(3) in es, 9 in es, es == [E(3), E(1), E(2)], es < [E(3), E(2)])  # expect: [E1, E2, E3] 2 1 True False True True
es.remove(1)
print(es)  # expect: [E3, E2]
es.sort(reverse=True)
print(es)  # expect: [E3, E2]
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), it.__reduce__()[1:], list(it), it.__length_hint__())  # expect: 2 (([1, 2, 3],), 1) [2, 3] 0
print(list.__doc__[:26], [].__class__.__name__)  # expect: Built-in mutable sequence. list
class Idx:
    def __index__(self):
        return 1

print([1, 2, 3][Idx()], [1, 2, 3][Idx():], [0] * Idx())  # expect: 2 [2, 3] [0]
x = [1, 2, 3]
for i in x:
    if i < 3:
        x.append(i + 10)

print(x)  # expect: [1, 2, 3, 11, 12]
print(list.__getitem__([1, 2], 0), list.__len__([1]), [1, 2].__contains__(2), [3].__add__([4]))  # expect: 1 1 True [3, 4]
print(list[int], list[int] == list[int])  # expect: list[int] True
[3, 1, 2].sort(lambda a: a)  # expect error: TypeError: sort() takes no positional arguments
