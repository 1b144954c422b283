"""Dataclasses made, compared, replaced, ordered and hashed."""

from dataclasses import asdict, dataclass, field, replace


@dataclass(order=True)
class Order:
    priority: int
    name: str
    items: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        self.items.append(self.priority)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


def run():
    orders = [Order(i * 7919 % 1009, 'n%d' % (i % 10)) for i in range(7000)]
    orders.sort()
    point = Point(0)
    seen = set()
    for i in range(12_000):
        point = point.moved(i % 3 - 1, i % 5 - 2)
        seen.add(point)
    equal = sum(a == b for a, b in zip(orders, orders[1:]))
    changed = [replace(o, name='x') for o in orders[:2000]]
    dicts = [asdict(o) for o in changed[:800]]
    return orders[100].name, len(seen), equal, repr(changed[0]), dicts[-1], repr(point)


EXPECTED = (
    'n6',
    6,
    0,
    "Order(priority=0, name='x', items=[0, 0])",
    {'priority': 115, 'name': 'x', 'items': [115, 115]},
    'Point(x=0, y=0)',
)
