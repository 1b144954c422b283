"""Generators that read from generators, yield from, send and close."""


def numbers(n):
    for i in range(n):
        yield i


def keep(predicate, source):
    for value in source:
        if predicate(value):
            yield value


def scale(factor, source):
    for value in source:
        yield value * factor


def pairs(source):
    for first in source:
        yield first, next(source, None)


def chain(*sources):
    for source in sources:
        yield from source


def tree(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from tree(low, middle)
        yield middle
        yield from tree(middle + 1, high)


def average():
    total = count = 0
    result = None
    while True:
        total += yield result
        count += 1
        result = total // count


def run():
    pipe = pairs(scale(3, keep(lambda v: v % 3, chain(numbers(60_000), numbers(60_000)))))
    total = sum(a + (b or 0) for a, b in pipe)
    walked = sum(tree(0, 10_000))
    mean = average()
    next(mean)
    for i in range(40_000):
        last = mean.send(i)
    mean.close()
    return total, walked, last


EXPECTED = (7200000000, 49995000, 19999)
