"""Recursion with sets and generators: all ways to put ten queens on a board."""


def place(n, row, columns, sums, differences):
    if row == n:
        yield ()
        return
    for column in range(n):
        if column in columns or row + column in sums or row - column in differences:
            continue
        columns.add(column)
        sums.add(row + column)
        differences.add(row - column)
        for rest in place(n, row + 1, columns, sums, differences):
            yield (column, *rest)
        columns.remove(column)
        sums.remove(row + column)
        differences.remove(row - column)


def run():
    found = list(place(10, 0, set(), set(), set()))
    return len(found), found[0], found[-1]


EXPECTED = (724, (0, 2, 5, 7, 9, 4, 8, 1, 3, 6), (9, 7, 4, 2, 0, 5, 1, 8, 6, 3))
