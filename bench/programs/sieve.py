"""Extended slices of a bytearray and a scan: primes."""


def run():
    n = 1_000_000
    flags = bytearray([1]) * n
    flags[0:2] = b'\0\0'
    for i in range(2, 1000):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n, i)))
    primes = [i for i, flag in enumerate(flags) if flag]
    return len(primes), primes[-1]


EXPECTED = (78498, 999983)
