d = {'a': 1, 'b': 2}
print(d, d['a'], len(d), 'a' in d, 'z' in d, list(d), d.get('z'), d.get('z', 5))  # expect: {'a': 1, 'b': 2} 1 2 True False ['a', 'b'] None 5
print(d['z'])  # expect error: KeyError: 'z'
print({1: 'i', 1.0: 'f', True: 'b'})  # expect: {1: 'b'}
d[[1]] = 2  # expect error: TypeError: unhashable type: 'list'
del d['q']  # expect error: KeyError: 'q'
del d['a']
print(d)  # expect: {'b': 2}
d.update({'c': 3}, e=5)
d.update([('f', 6), 'gh'])
d.update(zip('xy', range(2)))
print(d)  # expect: {'b': 2, 'c': 3, 'e': 5, 'f': 6, 'g': 'h', 'x': 0, 'y': 1}
d.update(5)  # expect error: TypeError: 'int' object is not iterable
d.update([1])  # expect error: TypeError: cannot convert dictionary update sequence element #0 to a sequence
d.update([(1, 2, 3)])  # expect error: ValueError: dictionary update sequence element #0 has length 3; 2 is required
d.update(['abc'])  # expect error: ValueError: dictionary update sequence element #0 has length 3; 2 is required
d.update({}, {})  # expect error: TypeError: update expected at most 1 argument, got 2
print(d.setdefault('new', []), d.setdefault('c', 0), d.pop('new'), d.pop('new', 'gone'))  # expect: [] 3 [] gone
d.pop('new')  # expect error: KeyError: 'new'
print(d.popitem(), d.popitem())  # expect: ('y', 1) ('x', 0)
{}.popitem()  # expect error: KeyError: 'popitem(): dictionary is empty'
print(dict(), dict(a=1), dict([('a', 1)]), dict({'a': 1}, b=2), dict(iter([[1, 2]])))  # expect: {} {'a': 1} {'a': 1} {'a': 1, 'b': 2} {1: 2}
dict(1)  # expect error: TypeError: 'int' object is not iterable
dict(1, 2)  # expect error: TypeError: dict expected at most 1 argument, got 2
print(dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict.fromkeys((x for x in 'ab'), 1))  # expect: {'a': None, 'b': None} {1: 0, 2: 0} {'a': 1, 'b': 1}
class M:
    def keys(self):
        return ['k', 'l']
    def __getitem__(self, k):
        return k * 2

print(dict(M()), {**M()}, {'a': 0, **{'b': 1}})  # expect: {'k': 'kk', 'l': 'll'} {'k': 'kk', 'l': 'll'} {'a': 0, 'b': 1}
print({'a': 1} | {'b': 2}, {'a': 1} | {'a': 2})  # expect: {'a': 1, 'b': 2} {'a': 2}
{} | []  # expect error: TypeError: unsupported operand type(s) for |: 'dict' and 'list'
d = {'a': 1}
d |= [('b', 2)]
print(d)  # expect: {'a': 1, 'b': 2}
print({'a': 1} == {'a': 1.0}, {'a': 1} != {'a': 2}, {1: 2} == [1], {'a': 1, 'b': 2} == {'b': 2, 'a': 1})  # expect: True True False True
{} < {}  # expect error: TypeError: '<' not supported between instances of 'dict' and 'dict'
hash({})  # expect error: TypeError: unhashable type: 'dict'
k = d.keys()
print(k, d.values(), d.items(), len(k), 'a' in k, ('a', 1) in d.items(), ('a', 2) in d.items(), 1 in d.values())  # expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True False True
print(k & {'a', 'q'}, sorted(k | ['z']), k - {'a'}, sorted(k ^ {'a', 'z'}), k == {'a', 'b'}, k <= {'a', 'b', 'c'}, k.isdisjoint([1]))  # expect: {'a'} ['a', 'b', 'z'] {'b'} ['b', 'z'] True True True
print(d.items() & {('a', 1)}, {'a'} & k, {'a', 'zz'} - k, k > {'a'}, k.mapping)  # expect: {('a', 1)} {'a'} {'zz'} True {'a': 1, 'b': 2}
print(list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())), list(reversed({}.keys())))  # expect: ['b', 'a'] [('b', 2), ('a', 1)] [2, 1] []
k.mapping['q'] = 1  # expect error: TypeError: 'mappingproxy' object does not support item assignment
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1

grow()  # expect error: RuntimeError: dictionary changed size during iteration
def shift():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
        d[k] = 1

shift()  # expect error: RuntimeError: dictionary keys changed during iteration
class D(dict):
    def __missing__(self, key):
        return 'missing ' + str(key)

m = D(a=1)
print(m['a'], m['zz'], m.get('zz'), m, type(m.copy()).__name__, D.fromkeys('a'), type(D.fromkeys('a')).__name__, m == {'a': 1})  # expect: 1 missing zz None {'a': 1} dict {'a': None} D True
class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return hash(self.v)
    def __eq__(self, o):
        return isinstance(o, K) and self.v == o.v
    def __repr__(self):
        return f'K({self.v})'

e = {K(1): 'one'}
print(e[K(1)], K(2) in e, e)  # expect: one False {K(1): 'one'}
print(e[K(3)])  # expect error: KeyError: K(3)
e['self'] = e
print(e)  # expect: {K(1): 'one', 'self': {...}}
it = iter({'a': 1, 'b': 2}.items())
print(next(it), it.__length_hint__(), it.__reduce__()[1], list(it))  # expect: ('a', 1) 1 ([('b', 2)],) [('b', 2)]
print(type(iter({})).__name__, type(iter({}.values())).__name__, type(iter({}.items())).__name__, type(reversed({})).__name__)  # expect: dict_keyiterator dict_valueiterator dict_itemiterator dict_reversekeyiterator
c = {i: i for i in range(1000)}
for i in range(990):
    del c[i]

print(c, len(c))  # expect: {990: 990, 991: 991, 992: 992, 993: 993, 994: 994, 995: 995, 996: 996, 997: 997, 998: 998, 999: 999} 10
c.clear()
print(c, dict(c))  # expect: {} {}
x = {}
for i in range(2000):
    x[i % 7] = i
    x.pop((i + 3) % 7, None)

print(x)  # expect: {1: 1996, 2: 1997, 3: 1998, 4: 1999}
print({'b': 1}.__contains__('b'), dict.__getitem__({1: 2}, 1), {}.__eq__(3), dict[str, int])  # expect: True 2 NotImplemented dict[str, int]
def two(a, **kw):
    return a, kw

print(two(1, **{'x': 2}), dict(self=1, iterable=2))  # expect: (1, {'x': 2}) {'self': 1, 'iterable': 2}
from types import MappingProxyType as P
p = P({'a': 1})
print(p, p['a'], len(p), list(p), 'a' in p, p.get('b', 2), p.keys(), p | {'b': 2}, p == {'a': 1}, p.copy())  # expect: {'a': 1} 1 1 ['a'] True 2 dict_keys(['a']) {'a': 1, 'b': 2} True {'a': 1}
p['a'] = 2  # expect error: TypeError: 'mappingproxy' object does not support item assignment
P(3)  # expect error: TypeError: mappingproxy() argument must be a mapping, not int
print(str(p), repr(P(D(x=1))), P({1: 2})[1])  # expect: {'a': 1} mappingproxy({'x': 1}) 2
