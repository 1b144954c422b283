"""Functions wrapped by decorators that count, check, cache and repeat."""

import functools


def counted(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def checked(*kinds):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args):
            for value, kind in zip(args, kinds):
                if not isinstance(value, kind):
                    raise TypeError(f.__name__)
            return f(*args)

        return wrapper

    return decorate


def remembered(f):
    known = {}

    @functools.wraps(f)
    def wrapper(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]

    return wrapper


@counted
@checked(int, int)
def add(a, b):
    return a + b


@remembered
@checked(int)
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


class Shape:
    @staticmethod
    def area(a, b):
        return a * b

    @classmethod
    def make(cls, n):
        return cls.area(n, n + 1)


def run():
    add.calls = 0
    total = 0
    for i in range(30_000):
        total = add(total, i) % 65_536
    longest = max(range(1, 1500), key=collatz)
    made = sum(Shape.make(i) for i in range(30_000))
    return total, add.calls, longest, made


EXPECTED = (14824, 30000, 1161, 8999999990000)
