"""Unions, intersections and differences of sets of ints, tuples and strings."""


def run():
    threes = set(range(0, 60_000, 3))
    fives = set(range(0, 60_000, 5))
    total = 0
    for _ in range(6):
        both = threes & fives
        either = threes | fives
        one = threes ^ fives
        total += len(both) + len(either) + len(one) + len(threes - fives) + len(fives - threes)
    points = {(x, y) for x in range(60) for y in range(60)}
    circle = {(x, y) for x, y in points if x * x + y * y < 2500}
    edge = {p for p in circle if not {(p[0] + 1, p[1]), (p[0], p[1] + 1)} <= circle}
    words = {'w%d' % (i * 7919 % 5003) for i in range(6000)}
    even = frozenset('w%d' % i for i in range(0, 6000, 2))
    return total, len(edge), len(words & even), words.isdisjoint(even), edge < circle


EXPECTED = (480000, 71, 2502, False, True)
