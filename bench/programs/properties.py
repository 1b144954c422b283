"""Properties, descriptors and cached properties."""

from functools import cached_property


class Bounded:
    """A descriptor that checks what is assigned."""

    def __init__(self, low, high):
        self.low = low
        self.high = high

    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if not self.low <= value <= self.high:
            raise ValueError(value)
        setattr(instance, self.name, value)


class Temperature:
    kelvin = Bounded(0, 10_000)

    def __init__(self, kelvin):
        self.kelvin = kelvin

    @property
    def celsius(self):
        return self.kelvin - 273

    @celsius.setter
    def celsius(self, value):
        self.kelvin = value + 273

    @cached_property
    def label(self):
        return '%d K' % self.kelvin


def run():
    total = refused = 0
    t = Temperature(300)
    for i in range(50_000):
        t.celsius = i % 100
        total += t.celsius + t.kelvin
    for i in range(10_000):
        t = Temperature(i)
        total += len(t.label) + len(t.label)
        try:
            t.kelvin = i - 5000
        except ValueError:
            refused += 1
    return total, refused


EXPECTED = (18717780, 5000)
