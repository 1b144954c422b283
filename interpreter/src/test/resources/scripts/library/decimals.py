"""The module decimal: numbers, contexts, signals, subclasses and pickles."""
import copy, fractions, math, operator, pickle, sys
import decimal
from decimal import *
print(decimal.__name__, Decimal.__module__, decimal.__libmpdec_version__, HAVE_CONTEXTVAR, MAX_PREC, MIN_ETINY)  # expect: decimal decimal 2.5.1 True 999999999999999999 -1999999999999999997
a, b = Decimal('1.10'), Decimal('-2.5')
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(b, a), -a, +b, abs(b), a ** 3, 2 ** a, pow(a, 2, None))  # expect: -1.40 3.60 -2.750 -0.44 -0 1.10 (Decimal('-2'), Decimal('-0.30')) -1.10 -2.5 2.5 1.331000 2.143546925072586328426012650 1.2100
print(Decimal(1) / 3, Decimal(2) / 8, Decimal(100) / 4, Decimal('1E+5') / 2, Decimal(1) / 1000007, 7 / Decimal(12))  # expect: 0.3333333333333333333333333333 0.25 25 5E+4 9.999930000489996570024009832E-7 0.5833333333333333333333333333
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), Decimal('1e-30').exp(), Decimal('1.0000001').ln())  # expect: 1.414213562373095048801688724 2.718281828459045235360287471 2.302585092994045684017991455 0.3010299956639811952137388947 1.000000000000000000000000000 9.999999500000033333330833334E-8
print(a < b, a == Decimal('1.1'), a != 1, a > 1.05, a == 1.1, a <= fractions.Fraction(11, 10), fractions.Fraction(1, 2) < a, a == 1.1 + 0j)  # expect: False True True True False True True False
print(hash(Decimal(5)) == hash(5), hash(Decimal('0.5')) == hash(0.5), hash(Decimal('1e400')) == hash(10 ** 400), hash(Decimal(1) / 8) == hash(fractions.Fraction(1, 8)))  # expect: True True True True
print(int(b), float(a), round(b), round(Decimal('2.675'), 2), math.floor(b), math.ceil(b), math.trunc(b), complex(a), bool(Decimal('0.0')), a.as_integer_ratio())  # expect: -2 1.1 -2 2.68 -3 -2 -2 (1.1+0j) False (11, 10)
print(Decimal(), Decimal('  -1_000.5e-3 '), Decimal('\u0661.\u0662'), Decimal((1, (1, 2, 3), -2)), Decimal([0, [0], 'F']), Decimal(True), Decimal(0.1), Decimal('sNaN12'))  # expect: 0 -1.0005 1.2 -1.23 Infinity 1 0.1000000000000000055511151231257827021181583404541015625 sNaN12
print(b.as_tuple(), type(b.as_tuple()) is DecimalTuple, Decimal('-inf').as_tuple(), Decimal('nan').as_tuple())  # expect: DecimalTuple(sign=1, digits=(2, 5), exponent=-1) True DecimalTuple(sign=1, digits=(0,), exponent='F') DecimalTuple(sign=0, digits=(), exponent='n')
print(repr(Decimal('1E+3')), str(Decimal('0.0000001')), Decimal('123E+5').to_eng_string(), Decimal('-0E-9'))  # expect: Decimal('1E+3') 1E-7 12.3E+6 -0E-9
print(f'{Decimal("1234567.891"):,.2f} {a:>10} {b:+010.3f} {Decimal("0.00012"):e} {Decimal("0.25"):.1%} {a:#.0f} {a:n} {Decimal("-0.001"):z.1f} {Decimal("nan"):^9}')  # expect: 1,234,567.89       1.10 -00002.500 1.2e-4 25.0% 1. 1.10 0.0    NaN   
print(a.quantize(Decimal('0.1')), a.quantize(Decimal(1), rounding=ROUND_UP), b.to_integral_value(), b.to_integral_exact(ROUND_FLOOR), Decimal('1.500').normalize())  # expect: 1.1 2 -2 -3 1.5
print(a.compare(b), a.max(b), a.min_mag(b), a.next_plus(), a.next_toward(b), a.number_class(), a.logb(), a.scaleb(3), a.same_quantum(b), a.fma(2, b))  # expect: 1 1.10 1.10 1.100000000000000000000000001 1.099999999999999999999999999 +Normal 0 1.10E+3 False -0.30
print(Decimal(1101).logical_and(Decimal(1011)), Decimal(1).logical_invert(Context(prec=4)), Decimal(1234567).rotate(2, Context(prec=7)), Decimal(12).shift(2), Decimal(7).remainder_near(4))  # expect: 1001 1110 3456712 1200 -1
Decimal('x')  # expect error: InvalidOperation: [<class 'decimal.ConversionSyntax'>]
Decimal(1) / 0  # expect error: DivisionByZero: [<class 'decimal.DivisionByZero'>]
Decimal(0) / 0  # expect error: InvalidOperation: [<class 'decimal.DivisionUndefined'>]
Decimal(1) + 1.5  # expect error: TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
Decimal('sNaN') + 1  # expect error: InvalidOperation: [<class 'decimal.InvalidOperation'>]
Decimal('nan') < 1  # expect error: InvalidOperation: [<class 'decimal.InvalidOperation'>]
hash(Decimal('snan'))  # expect error: TypeError: Cannot hash a signaling NaN value
Decimal(1).quantize(Decimal('1e-40'))  # expect error: InvalidOperation: [<class 'decimal.InvalidOperation'>]
Decimal(10) ** 999999999  # expect error: Overflow: [<class 'decimal.Overflow'>]
format(a, 'q')  # expect error: ValueError: invalid format string
Decimal({})  # expect error: TypeError: conversion from dict to Decimal is not supported
Decimal(1).exp('x')  # expect error: TypeError: optional argument must be a context
c = Context(prec=5, rounding=ROUND_DOWN, Emin=-9, Emax=9, traps=[Overflow])
print(c, c.divide(2, 3), c.add(Decimal('1e9'), 1), c.divide(1, 0), c.create_decimal('1.23456789'), c.power(2, 5, 7), c.Etiny(), c.Etop())  # expect: Context(prec=5, rounding=ROUND_DOWN, Emin=-9, Emax=9, capitals=1, clamp=0, flags=[DivisionByZero, Inexact, Rounded], traps=[Overflow]) 0.66666 1.0000E+9 Infinity 1.2345 4 -13 5
print(c.flags[Inexact], c.flags[DivisionByZero], c.flags[Subnormal], [s.__name__ for s in c.flags], len(c.traps), c.flags is c.flags)  # expect: True True False ['InvalidOperation', 'FloatOperation', 'DivisionByZero', 'Overflow', 'Underflow', 'Subnormal', 'Inexact', 'Rounded', 'Clamped'] 9 True
c.multiply(Decimal('9e9'), 10)  # expect error: Overflow: [<class 'decimal.Overflow'>]
c.prec = 0  # expect error: ValueError: valid range for prec is [1, MAX_PREC]
c.rounding = 'up'  # expect error: TypeError: valid values for rounding are:
c.flags[1] = True  # expect error: KeyError: 'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]'
del c.flags[Inexact]  # expect error: ValueError: signal keys cannot be deleted
c.clear_flags(); c.traps[Inexact] = True; c.capitals = 0
print(c, c.flags == c.traps, c.to_sci_string(Decimal('1e7')))  # expect: Context(prec=5, rounding=ROUND_DOWN, Emin=-9, Emax=9, capitals=0, clamp=0, flags=[], traps=[Inexact, Overflow]) False 1e+7
c.divide(1, 3)  # expect error: Inexact: [<class 'decimal.Inexact'>]
print(issubclass(DivisionByZero, ZeroDivisionError), FloatOperation.__mro__[1:4], InvalidOperation.__module__, Underflow.__bases__)  # expect: True (<class 'decimal.DecimalException'>, <class 'ArithmeticError'>, <class 'TypeError'>) decimal (<class 'decimal.Inexact'>, <class 'decimal.Rounded'>, <class 'decimal.Subnormal'>)
def current(): return getcontext().prec
with localcontext(prec=3) as inner: print(current(), Decimal(1) / 7, inner is getcontext())  # expect: 3 0.143 True
print(current(), getcontext() is getcontext())  # expect: 28 True
setcontext(ExtendedContext)
print(getcontext() is ExtendedContext, current(), Decimal(1) / 0)  # expect: False 9 Infinity
setcontext(DefaultContext.copy())
class Money(Decimal):
    def __new__(cls, value, currency='EUR'):
        made = super().__new__(cls, value)
        made.currency = currency
        return made
    def __str__(self): return f'{self:.2f} {self.currency}'
m = Money('3.5', 'CHF')
print(m, m + 1, type(m + 1).__name__, type(+m).__name__, m == Decimal('3.5'), isinstance(m, Decimal), m.copy_abs(), m.__copy__() is m)  # expect: 3.50 CHF 4.5 Decimal Decimal True True 3.5 True
class Exact(Context):
    def __init__(self, prec): super().__init__(prec=prec, traps=[Inexact]); self.name = 'exact'
e = Exact(4)
print(e, e.name, e.copy().__class__.__name__, e.divide(1, 4))  # expect: Context(prec=4, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[Inexact]) exact Context 0.25
for x in (a, b, Decimal('sNaN7'), Decimal('-0E+9')): print(pickle.loads(pickle.dumps(x)), copy.copy(x) is x, copy.deepcopy(x) is x)
# expect: 1.10 True True
# expect: -2.5 True True
# expect: sNaN7 True True
# expect: -0E+9 True True
print(pickle.loads(pickle.dumps(c)), pickle.loads(pickle.dumps([b, b]))[1], copy.copy(c).flags[Inexact])  # expect: Context(prec=5, rounding=ROUND_DOWN, Emin=-9, Emax=9, capitals=0, clamp=0, flags=[Inexact, Rounded], traps=[Inexact, Overflow]) -2.5 True
print(sum(map(Decimal, range(10))), max(a, b), sorted([a, b, Decimal(0)]), {a: 1}[Decimal('1.1')], 1 in [Decimal(1)], sum([a, b], Decimal(5)))  # expect: 45 1.10 [Decimal('-2.5'), Decimal('0'), Decimal('1.10')] 1 True 3.60
with localcontext() as big:
    big.prec = 60
    print(Decimal(2).sqrt(), Decimal(3).ln(), Decimal('0.1').exp(), Decimal(2) ** Decimal('0.3'))  # expect: 1.41421356237309504880168872420969807856967187537694807317668 1.09861228866810969139524523692252570464749055782274945173469 1.10517091807564762481170782649024666822454719473751871879286 1.23114441334491628449939306916774310987613776110081779433707
print(Decimal(10) ** -3, Decimal('1.0000') ** 2, Decimal(2) ** 100, Decimal('0.5') ** Decimal('-1.5'), Decimal(-8) ** 3, (-8) ** Decimal(1))  # expect: 0.001 1.00000000 1.267650600228229401496703205E+30 2.828427124746190097603377448 -512 -8

