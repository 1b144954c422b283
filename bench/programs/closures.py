"""Closures that share and change variables, made and called often."""


def counter(step):
    count = 0

    def add():
        nonlocal count
        count += step
        return count

    def read():
        return count

    return add, read


def compose(*functions):
    def composed(value):
        for f in functions:
            value = f(value)
        return value

    return composed


def run():
    total = 0
    for i in range(8000):
        add, read = counter(i)
        for _ in range(10):
            add()
        total += read()
    work = compose(lambda v: v + 1, lambda v: v * 3 % 1009, *[lambda v, k=k: v ^ k for k in range(4)])
    value = 0
    for _ in range(60_000):
        value = work(value)
    return total, value


EXPECTED = (319960000, 85)
