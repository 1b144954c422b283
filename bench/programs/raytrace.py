"""Vectors as objects with operators: rays, spheres and a shadow."""

import math


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, shade):
        self.centre = centre
        self.radius = radius
        self.shade = shade

    def distance(self, origin, direction):
        to = self.centre - origin
        along = to.dot(direction)
        rest = self.radius * self.radius - (to.dot(to) - along * along)
        if rest < 0:
            return None
        near = along - math.sqrt(rest)
        return near if near > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    shade = 0.6

    def distance(self, origin, direction):
        if direction.y >= 0:
            return None
        return -origin.y / direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


LIGHT = Vector(-3.0, 5.0, -4.0)


def nearest(things, origin, direction):
    best = found = None
    for thing in things:
        d = thing.distance(origin, direction)
        if d is not None and (best is None or d < best):
            best, found = d, thing
    return best, found


def colour(things, origin, direction, depth):
    distance, thing = nearest(things, origin, direction)
    if thing is None:
        return 0.1
    point = origin + direction * distance
    normal = thing.normal(point)
    point = point + normal * 1e-4
    light = (LIGHT - point).unit()
    brightness = 0.1
    if nearest(things, point, light)[1] is None:
        brightness += max(0.0, normal.dot(light)) * thing.shade
    if depth:
        mirrored = direction - normal * (2 * direction.dot(normal))
        brightness += 0.3 * colour(things, point, mirrored, depth - 1)
    return brightness


def run():
    things = [
        Sphere(Vector(0.0, 1.0, 4.0), 1.0, 0.9),
        Sphere(Vector(1.8, 0.6, 3.0), 0.6, 0.7),
        Sphere(Vector(-1.6, 0.7, 3.2), 0.7, 0.8),
        Floor(),
    ]
    eye = Vector(0.0, 1.2, -2.0)
    total = 0.0
    for y in range(60):
        for x in range(80):
            direction = Vector((x - 40) / 50, (30 - y) / 50, 1.0).unit()
            total += colour(things, eye, direction, 2)
    return round(total, 6)


EXPECTED = 1524.876787
