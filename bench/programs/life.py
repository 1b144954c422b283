"""Sets of tuples: Conway's game of life on an endless board."""

GLIDERS = [(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
PENTOMINO = [(40, 41), (41, 40), (41, 41), (41, 42), (42, 40)]


def step(alive):
    near = {}
    for x, y in alive:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = x + dx, y + dy
                    near[cell] = near.get(cell, 0) + 1
    return {cell for cell, n in near.items() if n == 3 or n == 2 and cell in alive}


def run():
    alive = set(GLIDERS) | set(PENTOMINO)
    for _ in range(300):
        alive = step(alive)
    return len(alive), min(alive), max(alive)


EXPECTED = (114, (0, 42), (99, 91))
