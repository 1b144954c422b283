"""Words counted in a dict, split, joined and formatted."""

TEXT = ' '.join('word%d' % (i * 7919 % 997) for i in range(20_000))


def run():
    counts = {}
    for _ in range(5):
        for word in TEXT.split():
            counts[word] = counts.get(word, 0) + 1
    lines = [f'{word}: {n}' for word, n in sorted(counts.items())]
    return len('\n'.join(lines).upper())


EXPECTED = 12850
