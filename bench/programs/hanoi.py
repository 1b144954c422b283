"""Plain recursion with several arguments: towers of Hanoi, Ackermann's function, permutations."""


def move(n, source, target, spare):
    if n == 0:
        return 0
    moves = move(n - 1, source, spare, target)
    target.append(source.pop())
    return moves + 1 + move(n - 1, spare, target, source)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items, k, out):
    if k == len(items):
        out.append(tuple(items))
        return
    for i in range(k, len(items)):
        items[k], items[i] = items[i], items[k]
        permutations(items, k + 1, out)
        items[k], items[i] = items[i], items[k]


def run():
    a, b, c = list(range(15, 0, -1)), [], []
    moves = move(15, a, b, c)
    found = []
    permutations(list(range(8)), 0, found)
    return moves, b[:3], ackermann(2, 160), len(found), found[-1]


EXPECTED = (32767, [15, 14, 13], 323, 40320, (7, 0, 1, 2, 3, 4, 5, 6))
