"""Calls with * of tuples, lists and generators; unpacking and displays with stars."""


def add(a, b, c, d=0):
    return a + b + c + d


def total(*values):
    return sum(values)


def rotate(first, *rest):
    return *rest, first


def run():
    result = 0
    values = (1, 2, 3)
    four = [4, 5, 6, 7]
    for i in range(20_000):
        result += add(*values)
        result += add(i, *values)
        result += total(*four, *values, i)
        head, *middle, tail = four
        result += head * tail + len(middle)
        values = rotate(*values)
        result += len([*values, *four, i])
        if i % 20 == 0:
            result += total(*(v for v in four))
    return result, values


EXPECTED = (401562000, (3, 1, 2))
