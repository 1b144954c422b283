"""Float arithmetic on attributes of a few objects: planets that attract each other."""


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass


def system():
    return [
        Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 40.0),
        Body((5.0, -1.0, 0.1), (0.5, 2.75, -0.02), 0.04),
        Body((8.5, 4.0, -0.4), (-1.0, 1.8, 0.01), 0.01),
        Body((13.0, -15.0, -0.2), (1.1, 0.9, -0.01), 0.002),
        Body((15.0, -26.0, 0.2), (1.0, 0.6, -0.03), 0.002),
    ]


def attract(a, b, dt):
    dx = a.x - b.x
    dy = a.y - b.y
    dz = a.z - b.z
    force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
    pull = b.mass * force
    a.vx -= dx * pull
    a.vy -= dy * pull
    a.vz -= dz * pull
    pull = a.mass * force
    b.vx += dx * pull
    b.vy += dy * pull
    b.vz += dz * pull


def run():
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    for _ in range(5000):
        for a, b in pairs:
            attract(a, b, 0.001)
        for b in bodies:
            b.x += 0.001 * b.vx
            b.y += 0.001 * b.vy
            b.z += 0.001 * b.vz
    return round(sum(b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz) for b in bodies), 6)


EXPECTED = 0.377116
