s = {1, 2, 3}
print(s, len(s), 1 in s, sorted(s | {4}), s & {2, 9}, s - {1}, sorted(s ^ {3, 4}), s == {3, 2, 1}, set(), {1}.pop())  # expect: {1, 2, 3} 3 True [1, 2, 3, 4] {2} {2, 3} [1, 2, 4] True set() 1
print(s < {1, 2, 3, 4}, s <= s, s > {1}, s >= {1, 5}, s != {1})  # expect: True True True False True
s.add(4)
s.discard(9)
s.remove(1)
print(s)  # expect: {2, 3, 4}
s.remove(99)  # expect error: KeyError: 99
s.add([])  # expect error: TypeError: unhashable type: 'list'
set().pop()  # expect error: KeyError: 'pop from an empty set'
{1} | [2]  # expect error: TypeError: unsupported operand type(s) for |: 'set' and 'list'
{1} < [2]  # expect error: TypeError: '<' not supported between instances of 'set' and 'list'
hash(set())  # expect error: TypeError: unhashable type: 'set'
print(sorted(s.union([7], (8,))), s.intersection([2, 3], {3}), s.difference([2], iter([3])), sorted(s.symmetric_difference([2, 10])))  # expect: [2, 3, 4, 7, 8] {3} {4} [3, 4, 10]
s.update('ab', [1])
print(len(s))  # expect: 6
s.intersection_update([1, 'a', 'b'], 'ab')
print(sorted(s))  # expect: ['a', 'b']
s.difference_update('a')
s.symmetric_difference_update('bc')
print(s)  # expect: {'c'}
print({1, 2}.isdisjoint([3]), {1, 2}.issubset(range(5)), {1, 2}.issuperset(x for x in (1,)), {1}.isdisjoint(x for x in (1, 2)))  # expect: True True True False
a = {1, 2}
b = a
a |= {3}
a &= {1, 3, 5}
a -= {5}
a ^= {9}
print(b is a, sorted(b))  # expect: True [1, 3, 9]
a |= [1]  # expect error: TypeError: unsupported operand type(s) for |=: 'set' and 'list'
f = frozenset([1, 2])
print(f, hash(f) == hash(frozenset([2, 1])), f | {3}, f | {3}, type(f | {1}).__name__, type({1} | f).__name__, f.copy() is f, frozenset(f) is f, frozenset())  # expect: frozenset({1, 2}) True frozenset({1, 2, 3}) frozenset({1, 2, 3}) frozenset set True True frozenset()
print({frozenset([1]): 'x'}[frozenset([1])], {1} in {frozenset([1])}, f == {1, 2})  # expect: x True True
f.add(1)  # expect error: AttributeError: 'frozenset' object has no attribute 'add'
set(1)  # expect error: TypeError: 'int' object is not iterable
set([], [])  # expect error: TypeError: set expected at most 1 argument, got 2
frozenset([[]])  # expect error: TypeError: unhashable type: 'list'
class S(set):
    pass

q = S([1])
print(q, type(q | {2}).__name__, type(q.copy()).__name__, S(), repr(frozenset('a')), isinstance(q, set))  # expect: S({1}) set set S() frozenset({'a'}) True
class FS(frozenset):
    pass

print(FS([1]), FS(), hash(FS([1])) == hash(frozenset([1])))  # expect: FS({1}) FS() True
def change():
    s = {1, 2, 3}
    for x in s:
        s.add(x + 10)

change()  # expect error: RuntimeError: Set changed size during iteration
print({1, 1.0, True}, {x % 3 for x in range(10)}, set('aab') == {'a', 'b'}, len({(1, 2), (1, 2)}))  # expect: {1} {0, 1, 2} True 1
it = iter({5})
print(it.__length_hint__(), it.__reduce__()[1], next(it), it.__length_hint__())  # expect: 1 ([5],) 5 0
print({1}.__reduce__(), frozenset([2]).__reduce__(), set.__doc__)  # expect: (<class 'set'>, ([1],), None) (<class 'frozenset'>, ([2],), None) Build an unordered collection of unique elements.
print({1, 2, 3} == frozenset([1, 2, 3]), {1} <= frozenset([1]), set([1]).__or__([2]))  # expect: True True NotImplemented
big = set(range(20000))
total = 0
while big:
    total += big.pop()

print(total)  # expect: 199990000
u = set()
class H:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        return True

print(len({H(), H(), H()}), H() in {H()})  # expect: 1 True
