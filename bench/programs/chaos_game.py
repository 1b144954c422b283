"""Random numbers and lists of lists: points that jump half-way to the corners of a triangle."""

import random


def run():
    dice = random.Random(7)
    size = 128
    corners = [(0, 0), (size - 1, 0), (size // 2, size - 1)]
    picture = [[0] * size for _ in range(size)]
    x = y = 1.0
    for _ in range(90_000):
        cx, cy = dice.choice(corners)
        x = (x + cx) / 2
        y = (y + cy) / 2
        picture[int(y)][int(x)] += 1
    return sum(1 for row in picture for n in row if n), max(map(max, picture))


EXPECTED = (3509, 69)
