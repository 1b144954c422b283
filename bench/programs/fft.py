"""Complex numbers in lists that are sliced, recursively: the fast Fourier transform and back."""

import cmath


def transform(x, sign):
    n = len(x)
    if n == 1:
        return x
    even = transform(x[::2], sign)
    odd = transform(x[1::2], sign)
    turns = [cmath.exp(sign * 2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + t for e, t in zip(even, turns)] + [e - t for e, t in zip(even, turns)]


def run():
    n = 4096
    signal = [complex(i * i % 13, 0) for i in range(n)]
    back = transform(transform(signal, -1), 1)
    return max(abs(b / n - s) for b, s in zip(back, signal)) < 1e-9


EXPECTED = True
