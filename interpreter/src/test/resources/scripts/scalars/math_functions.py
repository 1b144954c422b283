# The module math.
import math
print(ascii(math.sqrt(2)))  # expect: 1.4142135623730951
math.sqrt(-1)  # expect error: ValueError: math domain error
print(ascii(math.floor(1.5)))  # expect: 1
print(ascii(math.ceil(1.2)))  # expect: 2
print(ascii(math.floor(5)))  # expect: 5
print(ascii(math.trunc(-1.7)))  # expect: -1
print(ascii(math.log(8,2)))  # expect: 3.0
print(ascii(math.log2(2**100)))  # expect: 100.0
print(ascii(math.log10(1000)))  # expect: 3.0
math.log(0)  # expect error: ValueError: math domain error
math.log(-1)  # expect error: ValueError: math domain error
math.exp(1000)  # expect error: OverflowError: math range error
print(ascii(math.sin(1)))  # expect: 0.8414709848078965
math.cos('a')  # expect error: TypeError: must be real number, not str
print(ascii(math.factorial(20)))  # expect: 2432902008176640000
math.factorial(-1)  # expect error: ValueError: factorial() not defined for negative values
math.factorial(1.5)  # expect error: TypeError: 'float' object cannot be interpreted as an integer
print(ascii(math.comb(5,2)))  # expect: 10
print(ascii(math.perm(5)))  # expect: 120
print(ascii(math.gcd(12,18)))  # expect: 6
print(ascii(math.gcd()))  # expect: 0
print(ascii(math.lcm(4,6)))  # expect: 12
print(ascii(math.isqrt(17)))  # expect: 4
math.isqrt(-1)  # expect error: ValueError: isqrt() argument must be nonnegative
print(ascii(math.hypot(3,4)))  # expect: 5.0
print(ascii(math.dist([0,0],[3,4])))  # expect: 5.0
print(ascii(math.fsum([0.1]*10)))  # expect: 1.0
print(ascii(math.prod([1,2,3])))  # expect: 6
print(ascii(math.prod([1.5,2])))  # expect: 3.0
print(ascii(math.prod([],start=5)))  # expect: 5
print(ascii(math.sumprod([1,2],[3,4])))  # expect: 11
print(ascii(math.sumprod([1.5],[2])))  # expect: 3.0
print(ascii(math.isclose(1,1+1e-10)))  # expect: True
math.isclose(1,2,rel_tol=-1)  # expect error: ValueError: tolerances must be non-negative
print(ascii(math.copysign(1,-0.0)))  # expect: -1.0
print(ascii(math.frexp(8)))  # expect: (0.5, 4)
print(ascii(math.modf(1.5)))  # expect: (0.5, 1.0)
print(ascii(math.ldexp(1,10)))  # expect: 1024.0
math.ldexp(1,10000)  # expect error: OverflowError: math range error
print(ascii(math.nextafter(1,2)))  # expect: 1.0000000000000002
print(ascii(math.ulp(1)))  # expect: 2.220446049250313e-16
print(ascii(math.gamma(5)))  # expect: 24.0
math.gamma(-1)  # expect error: ValueError: math domain error
print(ascii(math.lgamma(10)))  # expect: 12.801827480081467
print(ascii(math.atan2(1,1)))  # expect: 0.7853981633974483
print(ascii(math.fmod(7,3)))  # expect: 1.0
math.fmod(1,0)  # expect error: ValueError: math domain error
print(ascii(math.pow(2,0.5)))  # expect: 1.4142135623730951
math.pow(0,-1)  # expect error: ValueError: math domain error
print(ascii(math.remainder(7,3)))  # expect: 1.0
print(ascii(math.degrees(math.pi)))  # expect: 180.0
print(ascii(math.radians(180)))  # expect: 3.141592653589793
print(ascii(math.isnan(math.nan)))  # expect: True
print(ascii(math.isinf(math.inf)))  # expect: True
print(ascii(math.isfinite(1)))  # expect: True
print(ascii(math.exp2(3)))  # expect: 8.0
print(ascii(math.expm1(1e-10)))  # expect: 1.00000000005e-10
print(ascii(math.log1p(1e-10)))  # expect: 9.999999999500001e-11
print(ascii(math.acosh(2)))  # expect: 1.3169578969248166
print(ascii(math.asinh(1)))  # expect: 0.881373587019543
print(ascii(math.atanh(0.5)))  # expect: 0.5493061443340548
math.atanh(1)  # expect error: ValueError: math domain error
math.acosh(0.5)  # expect error: ValueError: math domain error
print(ascii(math.tau))  # expect: 6.283185307179586
print(ascii(math.fma(2,3,4)))  # expect: 10.0
print(ascii(math.sinh(1)))  # expect: 1.1752011936438014
print(ascii(math.tan(1)))  # expect: 1.5574077246549023
math.asin(2)  # expect error: ValueError: math domain error
math.floor('a')  # expect error: TypeError: must be real number, not str
math.trunc('a')  # expect error: TypeError: type str doesn't define __trunc__ method
math.floor(float('nan'))  # expect error: ValueError: cannot convert float NaN to integer
math.prod('ab')  # expect error: TypeError: can't multiply sequence by non-int of type 'str'
