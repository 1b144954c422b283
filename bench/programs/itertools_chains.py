"""itertools: product, permutations, groupby, accumulate, islice, chain, zip_longest, starmap, tee."""

import itertools
import operator


def run():
    total = sum(a * b for a, b in itertools.product(range(600), range(200)))
    total += sum(1 for p in itertools.permutations(range(8)) if p[0] < p[-1])
    total += sum(map(sum, itertools.combinations(range(24), 4)))
    numbers = sorted(i * 37 % 50 for i in range(25_000))
    total += sum(k * len(list(g)) for k, g in itertools.groupby(numbers, key=lambda n: n // 5))
    total += list(itertools.accumulate(range(40_000), operator.xor))[-1]
    total += sum(itertools.islice(itertools.cycle([1, 2, 3]), 60_000))
    total += sum(itertools.starmap(operator.mul, zip(range(40_000), itertools.count(3, 2))))
    total += sum(a - b for a, b in itertools.zip_longest(range(30_000), range(20_000), fillvalue=1))
    first, second = itertools.tee(itertools.chain.from_iterable([range(10)] * 3000))
    total += sum(first) + sum(itertools.takewhile(lambda n: n < 9, second))
    total += sum(b - a for a, b in itertools.pairwise(range(0, 60_000, 3)))
    return total


EXPECTED = 42671293571489
