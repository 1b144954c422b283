"""Calls of a small function with floats: the spectral norm of an infinite matrix, by the power method."""


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    return [sum([entry(i, j) * x for j, x in enumerate(v)]) for i in range(len(v))]


def transposed_times(v):
    return [sum([entry(j, i) * x for j, x in enumerate(v)]) for i in range(len(v))]


def run():
    u = [1.0] * 60
    for _ in range(30):
        v = transposed_times(times(u))
        length = sum(x * x for x in v) ** 0.5
        u = [x / length for x in v]
    return round(length**0.5, 9)


EXPECTED = 1.274206094
