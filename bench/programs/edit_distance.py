"""Dynamic programming over two rows: how many edits lead from one string to another."""


def distance(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y)))
        before = row
    return before[-1]


def run():
    a = ''.join('abcd'[i * i % 7 % 4] for i in range(380))
    b = ''.join('abcd'[i * 5 % 11 % 4] for i in range(330))
    return distance(a, b), distance(b, b[::-1])


EXPECTED = (193, 180)
