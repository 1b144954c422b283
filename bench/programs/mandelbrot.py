"""Complex numbers in a loop: how soon points leave the Mandelbrot set."""


def escape(c):
    z = 0j
    for n in range(50):
        z = z * z + c
        if abs(z) > 2.0:
            return n
    return 50


def run():
    return sum(escape(complex(x / 40 - 2, y / 40 - 1)) for y in range(81) for x in range(121))


EXPECTED = 159984
