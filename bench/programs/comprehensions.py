"""List, dict and set comprehensions, nested and with conditions."""


def run():
    total = 0
    for seed in range(60):
        numbers = [i * seed % 101 for i in range(4000)]
        squares = {n: n * n for n in numbers if n % 2}
        grid = [[x * y for x in range(40)] for y in range(40)]
        flat = [v for row in grid for v in row if v % 3 == 0]
        turned = [list(column) for column in zip(*grid)]
        unique = {v // 7 for v in flat}
        pairs = [(a, b) for a in range(40) if a % 2 for b in range(40) if a * b % 5 == seed % 5]
        total += sum(squares.values()) + len(flat) + turned[3][seed % 40] + len(unique) + len(pairs)
    return total


EXPECTED = 9909840
