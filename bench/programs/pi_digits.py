"""Big integers that grow: digits of pi from a continued fraction, one after the other."""


def digits():
    q, r, t, k, n, odd = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            n = (q * (7 * k + 2) + r * odd) // (t * odd)
            q, r, t, k, odd = q * k, (2 * q + r) * odd, t * odd, k + 1, odd + 2


def run():
    source = digits()
    found = [next(source) for _ in range(900)]
    return ''.join(map(str, found[-20:])), sum(found)


EXPECTED = ('38142061717766914730', 3997)
