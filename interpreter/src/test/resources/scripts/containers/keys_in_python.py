# Operations of dicts and sets whose keys are asked in Python: a state may be saved while they are.
import collections
import functools
import types
import weakref


class Key:
    """Those whose names begin alike have one hash."""

    action = None

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name[0])

    def __eq__(self, other):
        action, Key.action = Key.action, None
        if action:
            action()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


class Number(Key):
    """Equal to an int."""

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == (other.name if isinstance(other, Number) else other)


def keys(names):
    return [Key(n) for n in names.split()]


def during(action, operation, *operands):
    """The result when the first __eq__ does something else before it answers."""
    Key.action = lambda: action(operands[0])
    return operation(*operands)


def grow(table):
    for i in range(20):
        table[i] = i


def names(elements):
    return ' '.join(sorted(map(str, elements)))


d = {Key('a1'): 1, Key('a2'): 2, Key('a3'): 3, 'b': 4}
print(d[Key('a3')], d.get(Key('a2')), d.get(Key('a4')), Key('a1') in d, Key('b') in d, 'a' in d)  # expect: 3 2 None True False False
d[Key('a2')] = 5
d[Key('a4')] = 6
print(d, d.setdefault(Key('a3'), 7), d.setdefault(Key('a5'), 8), len(d))  # expect: {a1: 1, a2: 5, a3: 3, 'b': 4, a4: 6, a5: 8} 3 8 6
del d[Key('a1')]
print(d.pop(Key('a2')), d.pop(Key('a2'), 'none'), d)  # expect: 5 none {a3: 3, 'b': 4, a4: 6, a5: 8}
del d[Key('c')]  # expect error: KeyError: c
d[[Key('c')]]  # expect error: TypeError: unhashable type: 'list'
print({k.name: v for k, v in {**d, **{Key('a3'): 0, Key('a6'): 1}}.items() if isinstance(k, Key)})  # expect: {'a3': 0, 'a4': 6, 'a5': 8, 'a6': 1}
d.update({Key('a3'): 9}, b=1)
d.update([(Key('a5'), 0), (Key('a7'), 7)])
d |= {Key('a7'): 8}
print(d, d | {Key('a4'): 1}, {Key('a4'): 1} | d)  # expect: {a3: 9, 'b': 1, a4: 6, a5: 0, a7: 8} {a3: 9, 'b': 1, a4: 1, a5: 0, a7: 8} {a4: 6, a3: 9, 'b': 1, a5: 0, a7: 8}
print(d == dict(reversed(d.items())), d == {**d, Key('a4'): 0}, d != {Key(str(k)): v for k, v in d.items()})  # expect: True False True
print({Key(n): i for i, n in enumerate('x1 x2 x1 x3'.split())}, names({Key(n) for n in 'x1 x2 x1 x3'.split()}))  # expect: {x1: 2, x2: 1, x3: 3} x1 x2 x3
print({Key('x1'): 1, Key('x2'): 2, Key('x1'): 3}, names({Key('x1'), Key('x2'), Key('x1')}), names({*keys('x1 x2'), *keys('x2 x3')}))  # expect: {x1: 3, x2: 2} x1 x2 x1 x2 x3
print(dict.fromkeys(keys('a1 a2 a1'), 0), dict.fromkeys({Key('a1'): 1, Key('a2'): 2}), names(dict.fromkeys(set(keys('a1 a2')))))  # expect: {a1: 0, a2: 0} {a1: None, a2: None} a1 a2
s = set(keys('a1 a2 a3'))
t = frozenset(keys('a2 a3 a4'))
print(names(s | t), names(s & t), names(s - t), names(s ^ t), names(t - s), s == t, s <= t, s > {Key('a1')}, s == set(keys('a3 a2 a1')))  # expect: a1 a2 a3 a4 a2 a3 a1 a1 a4 a4 False False True True
print(names(s.union(keys('a4'), t)), names(s.intersection(keys('a4 a2'))), names(s.difference(keys('a4 a2'), t)), names(s.symmetric_difference(keys('a4 a2 a4'))))  # expect: a1 a2 a3 a4 a2 a1 a1 a3 a4
print(s.isdisjoint(keys('b1 a4')), s.isdisjoint(t), s.issubset(keys('a3 a2 a1')), s.issuperset(keys('a3 a2')), t.issuperset(s))  # expect: True False True True False
s.add(Key('a3'))
s.add(Key('a5'))
s.discard(Key('a1'))
s.discard(Key('a1'))
s.remove(Key('a2'))
s.remove(Key('a2'))  # expect error: KeyError: a2
print(names(s), Key('a5') in s, Key('a6') in s)  # expect: a3 a5 True False
s.update(keys('a1 a2'), t)
s.intersection_update(keys('a1 a2 a4 a9'), t)
print(names(s))  # expect: a2 a4
s.symmetric_difference_update(keys('a4 a6'))
s.difference_update(keys('a2'), t)
print(names(s))  # expect: a6
s |= t
s &= set(keys('a2 a3 a6'))
s -= {Key('a3')}
s ^= {Key('a6'), Key('a7')}
print(names(s), {frozenset(keys('f1 f2')): 'found'}[frozenset(keys('f2 f1'))])  # expect: a2 a7 found
v = {Key('a1'): Key('v1'), Key('a2'): Key('v2')}
print(names(v.keys() & keys('a2 a3')), names(v.keys() | keys('a2 a3')), names(v.keys() - keys('a2')), names(v.keys() ^ set(keys('a2 a3'))), names(keys('a2 a3') - v.keys()))  # expect: a2 a1 a2 a3 a1 a1 a3 a3
print(names(v.items() & {(Key('a1'), Key('v1')), (Key('a2'), Key('v1'))}), (Key('a2'), Key('v2')) in v.items(), v.keys() == set(keys('a1 a2')), v.keys() <= t, v.items() == dict(v).items(), v.keys().isdisjoint(keys('b a2')))  # expect: (a1, v1) True True False True False
o = object()
print({(o, Key('a1'), 'x'): 'tuple'}[o, Key('a1'), 'x'], {(1, (2, Key('a1'))): 'nested'}[1, (2, Key('a1'))])  # expect: tuple nested
print({1: 'int', 'one': 'str'}[Number(1)], {Number(1): 'number'}[1], {Number('one'): 'number'}['one'], 1 in {Number(1)}, Number('one') in {'one'}, {1: 1} == {Number(1): 1})  # expect: int number number True True True
counter = collections.Counter(keys('a1 a2 a1'))
counter.update(keys('a2 a3'))
counter[Key('a1')] += 1
print(counter)  # expect: Counter({a1: 3, a2: 2, a3: 1})
groups = collections.defaultdict(list)
for k in keys('a1 a2 a1'):
    groups[k].append(str(k))
print(dict(groups), dict(groups | {Key('a2'): []}))  # expect: {a1: ['a1', 'a1'], a2: ['a2']} {a1: ['a1', 'a1'], a2: []}
od = collections.OrderedDict((k, i) for i, k in enumerate(keys('a1 a2 a3')))
od.move_to_end(Key('a1'))
od.move_to_end(Key('a3'), last=False)
print(list(od.items()), od == collections.OrderedDict(od), od == dict(od), od == collections.OrderedDict(reversed(od.items())), od.pop(Key('a2')), od.setdefault(Key('a1'), 5))  # expect: [(a3, 2), (a2, 1), (a1, 0)] True True False 1 0
od.move_to_end(Key('a9'))  # expect error: KeyError: a9


class Upper(collections.OrderedDict):
    def __missing__(self, key):
        return str(key).upper()


upper = Upper({Key('a1'): 1})
upper.pop(Key('a3'))  # expect error: KeyError: a3
print(upper[Key('a2')], upper.copy(), collections.ChainMap({}, v)[Key('a1')])  # expect: A2 Upper({a1: 1}) v1


@functools.lru_cache(maxsize=2)
def cached(k, *rest):
    return str(k)


print([cached(k) for k in keys('a1 a2 a1 a3 a2 a1')], cached(1, Key('a1')), cached(1, Key('a1')), cached.cache_info())  # expect: ['a1', 'a2', 'a1', 'a3', 'a2', 'a1'] 1 1 CacheInfo(hits=2, misses=6, maxsize=2, currsize=2)
print(types.MappingProxyType(v)[Key('a1')], types.MappingProxyType(v).get(Key('a9'), 'none'), 'abc'.translate({Number(ord('b')): 'B', ord('c'): None}))  # expect: v1 none aB
print('abcb'.translate({Number(98): 'B', 99: None}))  # expect: aBB
referent = Key('a1')
print(hash(weakref.ref(referent)) == hash('a'), weakref.ref(referent) in {weakref.ref(referent): 1}, weakref.WeakKeyDictionary({referent: 1})[Key('a1')])  # expect: True True 1
match {Key('a1'): 'matched', 'x': 1}:
    case {'a': _}:
        print('wrong')
    case {'x': n}:
        print(n)  # expect: 1
print(during(dict.clear, dict.get, {Key('a1'): 1, Key('a2'): 2}, Key('a2'), 'none'), during(grow, dict.get, {Key('a1'): 1, Key('a2'): 2}, Key('a2')))  # expect: none 2
print(during(dict.popitem, dict.get, {Key('a1'): 1, Key('a2'): 2}, Key('a2')), during(set.clear, lambda t, k: names([t.add(k), *t]), set(keys('a1 a2')), Key('a2')))  # expect: None None a2


class Counting:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 1
    def __eq__(self, other):
        counts['calls'] = counts.get('calls', 0) + 1
        return self.name == other.name


counts = {}
counts[Counting('a')] = 1
counts[Counting('b')] = 2
print(len(counts), counts[Counting('b')], counts['calls'] > 1)  # expect: 3 2 True
source = {}


class Growing:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        source[len(source)] = 1
        return False


source[Growing()] = 1
{Growing(): 2} | source  # expect error: RecursionError: maximum recursion depth exceeded


class Broken:
    def __hash__(self):
        return 'no int'


{Broken(): 1}  # expect error: TypeError: __hash__ method should return an integer
hash((1, Broken()))  # expect error: TypeError: __hash__ method should return an integer
