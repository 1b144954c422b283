"""A generator, consumed by sum() through a generator expression."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def run():
    return sum(x * 2 for x in count(500_000))


EXPECTED = 249999500000
