from types import MappingProxyType as P
class UD:
    def __init__(self, d):
        self.d = d
    def keys(self):
        return self.d.keys()
    def __getitem__(self, k):
        return self.d[k]
    def __iter__(self):
        return iter(self.d)
    def __len__(self):
        return len(self.d)
    def get(self, k, d=None):
        return ('get', k, d)

p = P(UD({'a': 1}))
print(list(p), p['a'], len(p), dict(p), p.get('zz', 3), 'a' in p, [*p], {**p}, list(p.keys()))  # expect: ['a'] 1 1 {'a': 1} ('get', 'zz', 3) True ['a'] {'a': 1} ['a']
class L(list):
    def __iter__(self):
        return iter('own')

print(list(L([1])), [*L([1])], tuple(L()), sorted(L()), L([1]) + [2], L([1])[0], len(L([1])), ''.join(L()), set(L()) == {'o', 'w', 'n'})  # expect: ['o', 'w', 'n'] ['o', 'w', 'n'] ('o', 'w', 'n') ['n', 'o', 'w'] [1, 2] 1 1 own True
x, *y = L()
print(x, y)  # expect: o ['w', 'n']
class D(dict):
    def __iter__(self):
        return iter(['k'])
    def keys(self):
        return ['k2']
    def __getitem__(self, k):
        return 'v' + k

print(dict(D(a=1)), list(D(a=1)), {**D(a=1)}, D(a=1))  # expect: {'k2': 'vk2'} ['k'] {'k2': 'vk2'} {'a': 1}
class S(set):
    def __iter__(self):
        return iter([9])

print(list(S([1])), set(S([1])) == {1}, {5} | S([1]) == {5, 1}, len(S([1, 2])))  # expect: [9] True True 2
class T(tuple):
    def __iter__(self):
        return iter([7])

print(list(T([1])), tuple(T([1])), T([1])[0], [*T([1])])  # expect: [7] (7,) 1 [7]
class M(type):
    def __len__(cls):
        return 4
    def __iter__(cls):
        return iter('meta')
    def __contains__(cls, v):
        return v == 'in'
    def __getitem__(cls, k):
        return k

class A(metaclass=M):
    pass

print(len(A), list(A), 'in' in A, A[3])  # expect: 4 ['m', 'e', 't', 'a'] True 3
class Cmp:
    def __eq__(self, o):
        return 'truthy'
    def __lt__(self, o):
        return []

print([Cmp()] == [1], [Cmp()] < [1], 5 in [Cmp()], sorted([Cmp(), Cmp()]) != [])  # expect: True False True True
def raiser(*a):
    raise LookupError('no')

class R:
    __eq__ = __lt__ = __repr__ = __iter__ = __len__ = __bool__ = raiser
    __hash__ = None

[R()] == [1]  # expect error: LookupError: no
R() in [1]  # expect error: LookupError: no
[R()].index(2)  # expect error: LookupError: no
repr([1, R()])  # expect error: LookupError: no
sorted([R(), R()])  # expect error: LookupError: no
list(R())  # expect error: LookupError: no
any([R()])  # expect error: LookupError: no
{'a': R()} == {'a': 2}  # expect error: LookupError: no
[1, 2][R():]  # expect error: TypeError: slice indices must be integers or None or have an __index__ method
{R(): 1}  # expect error: TypeError: unhashable type: 'R'
[].extend(R())  # expect error: LookupError: no
filter(None, [R()]).__next__()  # expect error: LookupError: no
print([1, 2, 3].__getitem__(slice(0, 2)), [].__len__(), [5].__reversed__().__next__(), (1).__add__(2))  # expect: [1, 2] 0 5 3
list.append(3, 4)  # expect error: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
list.__len__({})  # expect error: TypeError: descriptor '__len__' requires a 'list' object but received a 'dict'
[].append()  # expect error: TypeError: list.append() takes exactly one argument (0 given)
[].append(1, 2)  # expect error: TypeError: list.append() takes exactly one argument (2 given)
[].insert(1)  # expect error: TypeError: insert expected 2 arguments, got 1
[].pop(1, 2)  # expect error: TypeError: pop expected at most 1 argument, got 2
{}.get()  # expect error: TypeError: get expected at least 1 argument, got 0
{}.setdefault()  # expect error: TypeError: setdefault expected at least 1 argument, got 0
{}.pop()  # expect error: TypeError: pop expected at least 1 argument, got 0
(1,).count()  # expect error: TypeError: tuple.count() takes exactly one argument (0 given)
{1}.add()  # expect error: TypeError: set.add() takes exactly one argument (0 given)
list.sort([], True)  # expect error: TypeError: sort() takes no positional arguments
d = {}
d['self'] = d
d['list'] = [d]
print(d)  # expect: {'self': {...}, 'list': [{...}]}
big = list(range(5))
for v in big:
    big.remove(v)

print(big, [[]] * 3, [None] * 2, [0] * 3 == [0, 0, 0])  # expect: [1, 3] [[], [], []] [None, None] True
a = b = [1]
a += (2,)
a *= 2
print(b, a is b)  # expect: [1, 2, 1, 2] True
def f(*args, **kwargs):
    return args, sorted(kwargs)

print(f(*range(3), **{'a': 1}, **dict(b=2)))  # expect: ((0, 1, 2), ['a', 'b'])
print({k: v for k, v in zip('ab', (1, 2))}, {v for v in 'aa'}, [(i, j) for i in range(2) for j in 'ab'])  # expect: {'a': 1, 'b': 2} {'a'} [(0, 'a'), (0, 'b'), (1, 'a'), (1, 'b')]
match [1, 2, 3]:
    case [first, *rest]:
        print(first, rest)  # expect: 1 [2, 3]

print(all(isinstance(v, int) for v in range(3)), sum(1 for _ in iter(int, 1) if False) if 0 else 'x')  # expect: True x
it = iter([1, 2, 3])
print(2 in it, list(it), [*zip(*[iter('abcd')] * 2)])  # expect: True [3] [('a', 'b'), ('c', 'd')]
