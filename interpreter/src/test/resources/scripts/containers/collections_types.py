from _collections import deque, defaultdict, OrderedDict, _count_elements, _tuplegetter
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), list(d), list(reversed(d)), 2 in d, bool(deque()))  # expect: deque([1, 2, 3]) 5 0 4 4 0 [1, 2, 3] [3, 2, 1] True False
d.extend('ab')
d.extendleft('xy')
print(d, d.count('a'), d.index('b'), d.index(1))  # expect: deque(['y', 'x', 1, 2, 3, 'a', 'b']) 1 6 2
d.rotate(2)
print(d)  # expect: deque(['a', 'b', 'y', 'x', 1, 2, 3])
d.rotate(-3)
print(d)  # expect: deque(['x', 1, 2, 3, 'a', 'b', 'y'])
def rotated(size, n):
    d = deque(range(-1, size - 1))
    d.popleft()
    d.append(size - 1)
    d.rotate(n)
    return list(d) == [(i - n) % size for i in range(size)] and len(d) == size
print(all(rotated(size, n) for size in (1, 2, 7, 8, 15, 16) for n in range(-20, 20)))  # expect: True
d.insert(1, 'ins')
d.remove('a')
del d[0]
d[0] = 'set'
print(d, d.maxlen)  # expect: deque(['set', 1, 2, 3, 'b', 'y']) None
d.reverse()
print(d, d.copy() == d, d + deque([1]), deque([1, 2]) * 2, deque([1]) < deque([2]), deque([1]) == [1])  # expect: deque(['y', 'b', 3, 2, 1, 'set']) True deque(['y', 'b', 3, 2, 1, 'set', 1]) deque([1, 2, 1, 2]) True False
m = deque(range(5), maxlen=3)
m.append(9)
print(m, m.maxlen, m.appendleft(0), m, m * 2, deque(maxlen=0))  # expect: deque([0, 3, 4], maxlen=3) 3 None deque([0, 3, 4], maxlen=3) deque([0, 3, 4], maxlen=3) deque([], maxlen=0)
m.insert(1, 2)  # expect error: IndexError: deque already at its maximum size
deque().pop()  # expect error: IndexError: pop from an empty deque
deque().popleft()  # expect error: IndexError: pop from an empty deque
deque()[0]  # expect error: IndexError: deque index out of range
deque([1])['a']  # expect error: TypeError: sequence index must be integer, not 'str'
deque([1]).remove(2)  # expect error: ValueError: 2 is not in deque
deque([1]).index(2)  # expect error: ValueError: 2 is not in deque
deque([1]) + [2]  # expect error: TypeError: can only concatenate deque (not "list") to deque
deque(5)  # expect error: TypeError: 'int' object is not iterable
deque([], -1)  # expect error: ValueError: maxlen must be non-negative
deque([], 'a')  # expect error: TypeError: an integer is required
deque(foo=1)  # expect error: TypeError: deque() got an unexpected keyword argument 'foo'
print(deque.__hash__)  # expect: None
def mutate():
    d = deque([1, 2])
    for x in d:
        d.append(x)

mutate()  # expect error: RuntimeError: deque mutated during iteration
r = deque([1])
r.append(r)
print(r, deque('ab').__reduce__()[1], deque([1], 5).__reduce__()[1], [deque([1])])  # expect: deque([1, [...]]) () ((), 5) [deque([1])]
d = deque(x for x in range(3))
d += [3]
d *= 2
print(d, deque([deque([1])]))  # expect: deque([0, 1, 2, 3, 0, 1, 2, 3]) deque([deque([1])])
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()

print(len(big), big[0], big[100], sum(big))  # expect: 666 334 434 443889
class DQ(deque):
    def __init__(self, *a, extra=None):
        super().__init__(*a)
        self.extra = extra

q = DQ([1, 2], extra='e')
print(q, q.extra, isinstance(q, deque), type(q.copy()).__name__)  # expect: DQ([1, 2]) e True DQ
dd = defaultdict(list)
dd['a'].append(1)
dd['b']
print(dd, dd['a'], dd.get('zz'), 'zz' in dd, len(dd), dd.default_factory, dict(dd))  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [1] None False 2 <class 'list'> {'a': [1], 'b': []}
defaultdict()['x']  # expect error: KeyError: 'x'
defaultdict(5)  # expect error: TypeError: first argument must be callable or None
i = defaultdict(int, {'a': 1}, b=2)
i['z'] += 5
print(i, i == {'a': 1, 'b': 2, 'z': 5}, i.copy(), type(i | {'q': 1}).__name__, i.__reduce__()[1], isinstance(i, dict))  # expect: defaultdict(<class 'int'>, {'a': 1, 'b': 2, 'z': 5}) True defaultdict(<class 'int'>, {'a': 1, 'b': 2, 'z': 5}) defaultdict (<class 'int'>,) True
l = defaultdict(lambda: 'made')
print(l['k'], dict(l), defaultdict(None, x=1))  # expect: made {'k': 'made'} defaultdict(None, {'x': 1})
rec = defaultdict(list)
rec['r'] = rec
class DD(defaultdict):
    def __missing__(self, key):
        return key * 2

print(DD(int)['ab'], DD(int, a=1))  # expect: abab DD(<class 'int'>, {'a': 1})
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
print(o, list(o), o.popitem(), o.popitem(last=False), o)  # expect: OrderedDict({'c': 3}) ['b', 'c', 'a'] ('a', 1) ('b', 2) OrderedDict({'c': 3})
o['x'] = 1
o['y'] = 2
o.move_to_end('y', last=False)
print(o, list(reversed(o)), o.keys(), o.items(), o.values(), o == {'c': 3, 'x': 1, 'y': 2}, o == OrderedDict(c=3, x=1, y=2), OrderedDict())  # expect: OrderedDict({'y': 2, 'c': 3, 'x': 1}) ['x', 'c', 'y'] odict_keys(['y', 'c', 'x']) odict_items([('y', 2), ('c', 3), ('x', 1)]) odict_values([2, 3, 1]) True False OrderedDict()
o.move_to_end('nope')  # expect error: KeyError: 'nope'
OrderedDict().popitem()  # expect error: KeyError: 'dictionary is empty'
o.pop('nope')  # expect error: KeyError: 'nope'
print(o.pop('nope', 1), o.setdefault('n', 5), o.copy(), OrderedDict.fromkeys('ab', 1), o | {'w': 1}, type({} | o).__name__, o.__reduce__()[:2])  # expect: 1 5 OrderedDict({'y': 2, 'c': 3, 'x': 1, 'n': 5}) OrderedDict({'a': 1, 'b': 1}) OrderedDict({'y': 2, 'c': 3, 'x': 1, 'n': 5, 'w': 1}) OrderedDict (<class 'collections.OrderedDict'>, ())
class OD(OrderedDict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 10)

p = OD([('a', 1)], b=2)
p.update(c=3)
print(p, type(p.copy()).__name__, p != OrderedDict())  # expect: OD({'a': 10, 'b': 20, 'c': 30}) OD True
c = {}
_count_elements(c, 'abca')
_count_elements(c, (x for x in 'zz'))
print(c)  # expect: {'a': 2, 'b': 1, 'c': 1, 'z': 2}
class P(tuple):
    x = _tuplegetter(0, 'the x')

print(P((5, 6)).x, P.x.__doc__, P.x.__reduce__()[1])  # expect: 5 the x (0, 'the x')
P((1,)).x = 3  # expect error: AttributeError: can't set attribute
fifo = OrderedDict()
for n in range(3000):
    fifo[n] = n
    if n > 10:
        fifo.popitem(last=False)

print(list(fifo))  # expect: [2989, 2990, 2991, 2992, 2993, 2994, 2995, 2996, 2997, 2998, 2999]
