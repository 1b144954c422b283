"""Exceptions raised in a call and caught."""


def check(i):
    if i % 2:
        raise ValueError(i)
    return i


def run():
    caught = 0
    for i in range(200_000):
        try:
            check(i)
        except ValueError:
            caught += 1
    return caught


EXPECTED = 100000
