"""Calls with keywords, defaults, keyword-only parameters and ** both ways."""


def area(width, height=2, *, border=0, scale=1):
    return (width + 2 * border) * (height + 2 * border) * scale


def options(**given):
    return len(given) + given.get('depth', 0)


def forward(*args, **kwargs):
    return area(*args, **kwargs)


class Point:
    def __init__(self, x=0, y=0, *, label=None):
        self.x = x
        self.y = y
        self.label = label


def run():
    total = 0
    style = {'border': 1, 'scale': 3}
    for i in range(25_000):
        total += area(i, height=3)
        total += area(height=i, width=2, scale=2)
        total += area(i, **style)
        total += options(depth=i, name='n', size=4)
        total += forward(i, 2, border=1)
        total += Point(y=i, label='p').y
    return total


EXPECTED = 7813062500
