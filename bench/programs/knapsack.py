"""Dynamic programming in flat lists: a knapsack, and the longest common subsequence."""


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            with_it = best[room - weight] + value
            if with_it > best[room]:
                best[room] = with_it
    return best[capacity]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            elif table[i][j + 1] >= table[i + 1][j]:
                table[i + 1][j + 1] = table[i][j + 1]
            else:
                table[i + 1][j + 1] = table[i + 1][j]
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return ''.join(reversed(out))


def run():
    items = [(5 + i * 7 % 41, 10 + i * 13 % 67) for i in range(100)]
    a = ''.join('gact'[i * i * 3 % 13 % 4] for i in range(260))
    b = ''.join('gact'[i * i * 5 % 17 % 4] for i in range(260))
    lcs = common(a, b)
    return knapsack(items, 2500), len(lcs), lcs[:12]


EXPECTED = (4246, 126, 'gtgcggagtgtg')
