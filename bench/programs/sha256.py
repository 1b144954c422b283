"""Masked 32-bit arithmetic in local variables: SHA-256."""

MASK = 0xFFFFFFFF


def fraction(n, root):
    """The first 32 bits of the fraction of a root of n."""
    low, high = 0, n << 32
    while low < high:
        middle = (low + high + 1) // 2
        if middle**root <= n << 32 * root:
            low = middle
        else:
            high = middle - 1
    return low & MASK


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


CONSTANTS = [fraction(p, 3) for p in primes(64)]
START = [fraction(p, 2) for p in primes(8)]


def turn(x, n):
    return (x >> n | x << 32 - n) & MASK


def compress(state, block):
    w = [int.from_bytes(block[i : i + 4], 'big') for i in range(0, 64, 4)]
    for i in range(16, 64):
        x, y = w[i - 15], w[i - 2]
        s0 = turn(x, 7) ^ turn(x, 18) ^ x >> 3
        s1 = turn(y, 17) ^ turn(y, 19) ^ y >> 10
        w.append((w[i - 16] + s0 + w[i - 7] + s1) & MASK)
    a, b, c, d, e, f, g, h = state
    for k, x in zip(CONSTANTS, w):
        s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
        t1 = h + s1 + (e & f ^ ~e & g) + k + x
        s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
        t2 = s0 + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (t1 + t2) & MASK, a, b, c, (d + t1) & MASK, e, f, g
    return [(x + y) & MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def sha256(data):
    padded = data + b'\x80' + bytes(-(len(data) + 9) % 64) + (len(data) * 8).to_bytes(8, 'big')
    state = START
    for i in range(0, len(padded), 64):
        state = compress(state, padded[i : i + 64])
    return b''.join(x.to_bytes(4, 'big') for x in state).hex()


def run():
    return sha256(b'abc'), sha256(bytes(range(256)) * 56)


EXPECTED = (
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    'a00d9a1e101f5c6ce2ec8230b97608250ae8fef36a53de56d4dcc7ab8ea388a5',
)
