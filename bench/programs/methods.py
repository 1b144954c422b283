"""Method calls that read and write attributes."""


class Particle:
    def __init__(self, x, v):
        self.x = x
        self.v = v

    def step(self, dt):
        self.x += self.v * dt
        self.v -= dt
        return self.x


def run():
    p = Particle(0, 10)
    total = 0
    for i in range(300_000):
        total += p.step(1)
    return total


EXPECTED = -4499549998450000
