"""f-strings: conversions, specs that are nested, expressions, repr."""


def run():
    total = 0
    width = 12
    name = 'value'
    for i in range(8000):
        half = i / 2
        total += len(f'{name}: {i}')
        total += len(f'{i:5d}|{half:.3f}|{name:>{width}}|{name!r}')
        total += len(f'{i:#x} {i:b} {half:10.2e} {i * 1000:,}')
        total += len(f'{"yes" if i % 2 else "no"} {i=} {name.upper()}')
        total += len(f'a{i}b{i + 1}c{i + 2}d{i + 3}')
    return total


EXPECTED = 956466
