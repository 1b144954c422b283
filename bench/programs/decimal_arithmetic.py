"""decimal: sums of money, rounding, division and a square root with many digits."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext


def run():
    cent = Decimal('0.01')
    rate = Decimal('0.0375')
    for month in range(11_700):
        if month % 300 == 0:
            balance = Decimal('1000.00')
        interest = (balance * rate / 12).quantize(cent, rounding=ROUND_HALF_EVEN)
        balance += interest - Decimal(month % 7) / 4
        balance = balance.quantize(cent)
    with localcontext() as context:
        context.prec = 60
        root = Decimal(2).sqrt()
        e = term = Decimal(1)
        for n in range(1, 400):
            term /= n
            e += term
    ordered = sorted(Decimal(i * 7919 % 1009) / 8 for i in range(6000))
    return str(balance), str(root), str(e), str(sum(ordered))


EXPECTED = (
    '2177.04',
    '1.41421356237309504880168872420969807856967187537694807317668',
    '2.71828182845904523536028747135266249775724709369995957496699',
    '378100.250',
)
