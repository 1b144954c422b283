"""Named tuples: made, read by name, replaced, unpacked and used as keys."""

from collections import namedtuple
from typing import NamedTuple

Point = namedtuple('Point', 'x y z', defaults=[0])


class Edge(NamedTuple):
    start: Point
    end: Point
    weight: int = 1

    def length(self):
        return abs(self.start.x - self.end.x) + abs(self.start.y - self.end.y)


def run():
    points = [Point(i % 50, i // 50) for i in range(12_000)]
    edges = [Edge(a, b) for a, b in zip(points, points[7:])]
    total = sum(e.length() * e.weight for e in edges)
    heavier = [e._replace(weight=i % 9) for i, e in enumerate(edges)]
    by_start = {}
    for e in heavier:
        start, _, weight = e
        by_start.setdefault(start, []).append(weight)
    top = max(heavier, key=lambda e: (e.weight, e.start.y, e.start.x))
    return total, len(by_start), top, sum(p.x + p.y + p.z for p in points)


EXPECTED = (145852, 11993, Edge(start=Point(x=37, y=239, z=0), end=Point(x=44, y=239, z=0), weight=8), 1728000)
