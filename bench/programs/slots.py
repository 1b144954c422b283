"""Instances with __slots__, also inherited: a doubly linked list."""


class Link:
    __slots__ = ('before', 'after')

    def __init__(self):
        self.before = self.after = self


class Item(Link):
    __slots__ = ('value', 'weight')

    def __init__(self, value, weight):
        super().__init__()
        self.value = value
        self.weight = weight

    def insert_behind(self, other):
        self.before = other
        self.after = other.after
        other.after.before = self
        other.after = self

    def remove(self):
        self.before.after = self.after
        self.after.before = self.before


def run():
    ring = Link()
    items = []
    for i in range(30_000):
        item = Item(i, i % 7)
        item.insert_behind(ring if i % 3 else ring.before)
        items.append(item)
    for item in items[::2]:
        item.remove()
    total = steps = 0
    for _ in range(10):
        at = ring.after
        while at is not ring:
            total += at.value * at.weight
            steps += 1
            at = at.after
    return total, steps


EXPECTED = (6749700010, 150000)
