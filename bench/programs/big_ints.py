"""Products, powers and the text of big integers."""


def run():
    factorial = 1
    for i in range(1, 3000):
        factorial *= i
    digits = sum(map(int, str(factorial % 10**4000)))
    p, q = 2**521 - 1, 2**607 - 1
    n, e = p * q, 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    message = int.from_bytes(b'a message that is kept secret', 'big')
    plain = message
    for _ in range(8):
        plain = pow(pow(plain, e, n), d, n)
    a, b = 0, 1
    for _ in range(12_000):
        a, b = b, a + b
    return digits, plain == message, a % 1_000_003


EXPECTED = (14658, True, 10654)
