"""Three nested loops over lists of lists: the product of two matrices."""


def matrix(n, seed):
    return [[(i * 31 + j * 17 + seed) % 10 / 4 for j in range(n)] for i in range(n)]


def product(a, b):
    n = len(a)
    result = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row, target = a[i], result[i]
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += row[k] * b[k][j]
            target[j] = total
    return result


def run():
    c = product(matrix(80, 1), matrix(80, 2))
    return sum(map(sum, c)), c[3][5]


EXPECTED = (648000.0, 100.0)
