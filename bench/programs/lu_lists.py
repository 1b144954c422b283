"""Floats in lists, changed in place: LU decomposition with pivots, and a solution."""


def decompose(a):
    n = len(a)
    order = list(range(n))
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        a[k], a[pivot] = a[pivot], a[k]
        order[k], order[pivot] = order[pivot], order[k]
        top = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] = row[k] / top[k]
            if factor:
                for j in range(k + 1, n):
                    row[j] -= factor * top[j]
    return order


def solve(a, order, b):
    n = len(a)
    x = [b[i] for i in order]
    for i in range(n):
        for j in range(i):
            x[i] -= a[i][j] * x[j]
    for i in reversed(range(n)):
        for j in range(i + 1, n):
            x[i] -= a[i][j] * x[j]
        x[i] /= a[i][i]
    return x


def run():
    n = 130
    a = [[((i * 73 + j * 41 + i * j) % 97) / 97 + (i == j) for j in range(n)] for i in range(n)]
    b = [sum(row) for row in a]
    order = decompose(a)
    return [round(v, 6) for v in solve(a, order, b)] == [1.0] * n


EXPECTED = True
