"""Fractions: linear equations solved exactly by elimination, and sums of unlike fractions."""

from fractions import Fraction


def solve(rows):
    n = len(rows)
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k])
        rows[k], rows[pivot] = rows[pivot], rows[k]
        factor = rows[k][k]
        rows[k] = [v / factor for v in rows[k]]
        for i, row in enumerate(rows):
            if i != k and row[k]:
                f = row[k]
                rows[i] = [v - f * p for v, p in zip(row, rows[k])]
    return [row[-1] for row in rows]


def run():
    n = 28
    rows = [[Fraction((i * 7 + j * 5 + i * j) % 9 + 5 * (i == j), 1 + j % 3) for j in range(n + 1)] for i in range(n)]
    solution = solve([list(row) for row in rows])
    assert all(sum(a * x for a, x in zip(row, solution)) == row[-1] for row in rows)
    harmonic = sum(Fraction(1, i) for i in range(1, 1500))
    return str(solution[0]), harmonic.numerator % 1_000_003, str(round(harmonic, 8))


EXPECTED = ('-544414595/45872985086', 363387, '197252567/25000000')
