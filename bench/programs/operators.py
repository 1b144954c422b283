"""Arithmetic, comparison and container methods of classes of the program."""

from functools import total_ordering
from math import gcd


@total_ordering
class Ratio:
    def __init__(self, top, bottom=1):
        shared = gcd(top, bottom)
        self.top = top // shared
        self.bottom = bottom // shared

    def __add__(self, other):
        if isinstance(other, int):
            other = Ratio(other)
        return Ratio(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __mul__(self, other):
        return Ratio(self.top * other.top, self.bottom * other.bottom)

    def __neg__(self):
        return Ratio(-self.top, self.bottom)

    def __eq__(self, other):
        return self.top == other.top and self.bottom == other.bottom

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __bool__(self):
        return self.top != 0


class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)

    def __len__(self):
        return len(self.coefficients)

    def __getitem__(self, i):
        return self.coefficients[i] if i < len(self.coefficients) else 0

    def __call__(self, x):
        total = 0
        for c in reversed(self.coefficients):
            total = total * x + c
        return total

    def __iadd__(self, other):
        self.coefficients = [self[i] + other[i] for i in range(max(len(self), len(other)))]
        return self

    def __contains__(self, value):
        return value in self.coefficients


def run():
    ratios = [Ratio(i % 12 + 1, i % 10 + 1) for i in range(6000)]
    total = sum(ratios[:60])
    best = max(ratios)
    kinds = {r: i for i, r in enumerate(ratios)}
    product = Ratio(1)
    for r in ratios:
        product = -(product * r) if r > Ratio(3) else r
        if not product:
            break
    p = Polynomial(1, 2, 3)
    value = 0
    for i in range(16_000):
        p += Polynomial(0, i % 2)
        value = (value + p(i % 10)) % 1_000_003
        value += (i % 50 in p) + len(p)
    return (total.top, total.bottom), (best.top, best.bottom), len(kinds), (product.top, product.bottom), value


EXPECTED = ((15721, 140), (11, 1), 38, (6, 5), 643775)
