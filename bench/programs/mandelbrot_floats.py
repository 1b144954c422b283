"""Local floats in a loop: how soon points leave the Mandelbrot set, without complex numbers."""


def run():
    total = 0
    for row in range(81):
        ci = row / 40 - 1
        for column in range(121):
            cr = column / 40 - 2
            zr = zi = 0.0
            for _ in range(50):
                rr = zr * zr
                ii = zi * zi
                if rr + ii > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = rr - ii + cr
                total += 1
    return total


EXPECTED = 167222
