# unpacking an iterator of a builtin container: Java's NullPointerException (rich does it while it is imported)
def two(it):
    a, b = it
    return a, b


def rest(it):
    a, *b = it
    return a, b


for make in (
    lambda: iter('xy'),
    lambda: iter([1, 2]),
    lambda: iter((1, 2)),
    lambda: iter(range(2)),
    lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.items()),
    lambda: iter(b'ab'),
    lambda: reversed([1, 2]),
):
    print(two(make()), rest(make()))
try:
    two(iter([1]))
except ValueError as e:
    print(e)
# expect: ('x', 'y') ('x', ['y'])
# expect: (1, 2) (1, [2])
# expect: (1, 2) (1, [2])
# expect: (0, 1) (0, [1])
# expect: (1, 3) (1, [3])
# expect: ((1, 2), (3, 4)) ((1, 2), [(3, 4)])
# expect: (97, 98) (97, [98])
# expect: (2, 1) (2, [1])
# expect: not enough values to unpack (expected 2, got 1)
