# Sets iterate in the order of CPython's table.
print({3, 1, 2}, {20, 1, 2, 3, 4}, {5, -1, -2, 1000000, 3}, frozenset([9, 1, 17]))  # not saved: a set that is made anew may keep elements whose hashes collide in another order  # expect: {1, 2, 3} {1, 2, 3, 4, 20} {1000000, 3, 5, -2, -1} frozenset({9, 1, 17})
print(set(range(40, 0, -7)), {i * i for i in range(8)})  # expect: {33, 5, 40, 12, 19, 26} {0, 1, 4, 36, 9, 16, 49, 25}
print({1, 9, 17} | {2, 10}, {1, 9, 17} ^ {9, 33}, {1, 9, 17, 25} - {9}, {33, 1, 65} & {65, 1})  # not saved: a set that is made anew may keep elements whose hashes collide in another order  # expect: {1, 17, 2, 9, 10} {17, 1, 33} {1, 17, 25} {65, 1}
s = {8, 0, 16}
print(s.pop(), s)  # not saved: a set that is made anew may keep elements whose hashes collide in another order  # expect: 8 {0, 16}
s.discard(8)  # not saved: a set that is made anew may keep elements whose hashes collide in another order
s.add(24)  # not saved: a set that is made anew may keep elements whose hashes collide in another order
print(s, len(s))  # not saved: a set that is made anew may keep elements whose hashes collide in another order  # expect: {24, 0, 16} 3
print({None, 1, 2}, {(1, 2), (3, 4)}, {0.5, 1.5})  # expect: {None, 1, 2} {(1, 2), (3, 4)} {0.5, 1.5}
class Odd:
    def __init__(self, owner): self.owner = owner
    def __hash__(self): return 1
    def __eq__(self, other):
        self.owner.clear()
        return False
t = set()
t.add(Odd(t))
print(Odd(t) in t, len(t))  # expect: False 0
class Slotted(set):
    __slots__ = ('x',)
a = Slotted([1])
a.x = 5
print(a.__reduce__()[2])  # expect: (None, {'x': 5})
