# Which keys are asked for their hash, and which for equality, in which order and with which on the left; keys a, b, c, ... have one hash.
import collections
import functools


class Key:
    calls = []
    action = None

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        Key.calls.append('#' + self.name)
        return 1

    def __eq__(self, other):
        Key.calls.append(self.name + (other.name if isinstance(other, Key) else repr(other)))
        action, Key.action = Key.action, None
        if action:
            action()
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


def key(name):
    return Key(name)


def calls(operation, *operands):
    Key.calls.clear()
    try:
        result = operation(*operands)
    except Exception as e:
        result = f'{type(e).__name__}: {e}'
    if isinstance(result, (set, frozenset)):
        result = sorted(map(str, result))
    return ' '.join(Key.calls), result


def during(action, operation, *operands):
    """The calls when the first __eq__ does something else before it answers."""
    Key.action = lambda: action(operands[0])
    return calls(operation, *operands)


def grow(table):
    for i in range(100):
        table[i + 2] = i


def remove_first(table):
    del table[next(iter(table))]


def count(table):
    table['count'] = 1


a, b, c, a2, b2 = map(key, 'abcab')
d = {a: 1, b: 2}  # not saved: keys are asked again when a state is loaded
s = {a, b}  # not saved: keys are asked again when a state is loaded
f = frozenset(s)  # not saved: keys are asked again when a state is loaded
print(calls(lambda: {key('a'): 1, key('b'): 2, key('a'): 3}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab #a aa', {a: 3, b: 2})
print(calls(lambda: [{key(n): n for n in 'aba'}, len({key(n) for n in 'aba'})]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab #a aa #a #b ab #a aa', [{a: 'a', b: 'b'}, 2])
print(calls(lambda: (d[a2], d.get(b2), c in d, a in d, d.get(c, 'none'))))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #b ab bb #c ac bc #a #c ac bc', (1, 2, False, True, 'none'))
print(calls(lambda: d.setdefault(b2, 5)))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', 2)
print(calls(lambda: d.pop(c, 'none')))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc', 'none')
print(calls(lambda: d.pop(c)))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc', 'KeyError: c')
print(calls(lambda: {}.pop(c, 'none')))  # not saved: keys are asked again when a state is loaded  # expect: ('', 'none')
print(calls(lambda: {**d, **{c: 3}}))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc', {a: 1, b: 2, c: 3})
print(calls(lambda: d | {b2: 3}))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', {a: 1, b: 3})
print(calls(lambda: {b2: 3} | d))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ba bb', {b: 2, a: 1})
print(calls(dict, d))  # not saved: keys are asked again when a state is loaded  # expect: ('', {a: 1, b: 2})
print(calls(lambda: dict([(a2, 1), (a, 2)])))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #a aa', {a: 2})
print(calls(lambda: dict.fromkeys(d, 0)))  # not saved: keys are asked again when a state is loaded  # expect: ('ab', {a: 0, b: 0})
print(calls(lambda: dict.fromkeys([a, b, a2], 0)))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab #a aa', {a: 0, b: 0})
print(calls(lambda: d == {b2: 2, a2: 1}))  # not saved: keys are asked again when a state is loaded  # expect: ('#b #a ba ba aa bb', True)
print(calls(lambda: {a: a} == {a2: a2}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #a aa aa', True)
print(calls(set, d))  # not saved: keys are asked again when a state is loaded  # expect: ('ab', ['a', 'b'])
print(calls(set, d.keys()))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab', ['a', 'b'])
print(calls(lambda: s | {a2, c}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #c ac aa ac bc', ['a', 'b', 'c'])
print(calls(lambda: s & {a2, c}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #c ac aa ac bc', ['a'])
print(calls(lambda: s - {a2, c}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #c ac aa ab cb', ['b'])
print(calls(lambda: s ^ {a2}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa', ['b'])
print(calls(s.union, [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #c ac bc', ['a', 'b', 'c'])
print(calls(s.intersection, [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #c ac bc', ['a'])
print(calls(s.difference, [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #c bc', ['b'])
print(calls(s.difference, {a2: 1}))  # not saved: keys are asked again when a state is loaded  # expect: ('aa ab', ['b'])
print(calls(s.symmetric_difference, [a2, a2]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #a aa', ['b'])
print(calls(s.isdisjoint, [c, b2, a]))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc #b ab bb', False)
print(calls(s.isdisjoint, {c}))  # not saved: keys are asked again when a state is loaded  # expect: ('ac bc', True)
print(calls(s.issubset, [b2, a2]))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb #a aa ba', True)
print(calls(s.issuperset, [b2, c, a]))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb #c ac bc', False)
print(calls(lambda: s == {a2, b2}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab aa ab bb', True)
print(calls(lambda: s <= {a, b, c}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab #c ac bc ab', True)
print(calls(lambda: (c in s, b2 in s)))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc #b ab bb', (False, True))
print(calls(lambda: (s.discard(c), s.add(b2))))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc #b ab bb', (None, None))
print(calls(lambda: s.remove(c)))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc', 'KeyError: c')
print(calls(lambda: (hash(f) == hash(f), f.copy() is f)))  # not saved: keys are asked again when a state is loaded  # expect: ('', (True, True))
print(calls(lambda: hash((a, 'x', (b,))) == hash((1, 'x', (1,)))))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b', True)
print(calls(lambda: d.keys() & [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #a #c ac bc', ['a'])
print(calls(lambda: d.keys() - [a2]))  # not saved: keys are asked again when a state is loaded  # expect: ('ab #a aa', ['b'])
print(calls(lambda: d.keys() | [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('ab #a aa #c ac bc', ['a', 'b', 'c'])
print(calls(lambda: d.keys() ^ [a2, c]))  # not saved: keys are asked again when a state is loaded  # expect: ('ab #a #c ac aa bc bc', ['b', 'c'])
print(calls(lambda: d.items() & [(a2, 1), (b, 1)]))  # not saved: keys are asked again when a state is loaded  # expect: ('#a aa #a #b ab', ['(a, 1)'])
print(calls(lambda: d.keys() == {a2, b2}))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #b ab #a aa #b ab bb', True)
print(calls(lambda: d.keys().isdisjoint([c, a2])))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc #a aa', False)
print(calls(lambda: (b2, 2) in d.items()))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', True)
print(calls(lambda: collections.Counter([a, a2, b])))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #a aa aa #b ab ab', Counter({a: 2, b: 1}))
print(calls(lambda: collections.defaultdict(list, d)[c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac bc #c ac bc', [])
cached = functools.lru_cache(2)(lambda x: 0)  # not saved: keys are asked again when a state is loaded
print(calls(lambda: (cached(a), cached(a2), cached(b), cached(b))))  # not saved: keys are asked again when a state is loaded  # expect: ('#a #a aa #b ab ab ab #b ab', (0, 0, 0, 0))
print(calls(lambda: {'a': 1}[c]))  # not saved: keys are asked again when a state is loaded  # expect: ('#c', 'KeyError: c')
print(during(grow, dict.get, {a: 1, b: 2, c: 3}, c))  # not saved: keys are asked again when a state is loaded  # expect: ('#c ac ac bc', 3)
print(during(remove_first, dict.get, {a: 1, b: 2}, key('b')))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab #a bb', 2)
print(during(count, dict.get, {a: 1, b: 2}, key('b')))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', 2)
print(during(count, dict.__setitem__, {a: 1, b: 2}, key('b'), 3))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', None)
print(during(dict.clear, dict.get, {a: 1, b: 2}, key('b'), 'none'))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab', 'none')
print(during(set.clear, set.add, {a, b}, key('b')))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab', None)
print(during(set.pop, set.discard, {a, b}, key('b')))  # not saved: keys are asked again when a state is loaded  # expect: ('#b ab bb', None)
print(during(count, lambda t, u: u.update(t), {a: 1}, {a2: 2}))  # not saved: keys are asked again when a state is loaded  # expect: ('aa', 'RuntimeError: dict mutated during update')
print(during(count, lambda t, u: {**u, **t}, {a: 1}, {a2: 2}))  # not saved: keys are asked again when a state is loaded  # expect: ('aa', 'RuntimeError: dict mutated during update')
