package org.picklejar.text.math;

import java.math.BigInteger;

/**
 * Functions on floats. Errors are ArithmeticExceptions with the messages {@link #DOMAIN} (Python's ValueError) and
 * {@link #RANGE} (OverflowError).
 */
public final class MathFunctions {
    public static final String DOMAIN = "math domain error";
    public static final String RANGE = "math range error";
    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;

    private MathFunctions() {}

    static ArithmeticException domainError() {
        return new ArithmeticException(DOMAIN);
    }

    static ArithmeticException rangeError() {
        return new ArithmeticException(RANGE);
    }

    /**
     * Applies the error rule of math's functions of one argument: NaN out of a number is a domain error, infinity out of a finite
     * number a range error, or a domain error for functions that cannot overflow.
     */
    public static double checked(double result, double argument, boolean canOverflow) {
        if (Double.isNaN(result) && !Double.isNaN(argument)) {
            throw domainError();
        }
        if (Double.isInfinite(result) && !Double.isInfinite(argument) && !Double.isNaN(argument)) {
            throw canOverflow ? rangeError() : domainError();
        }
        return result;
    }

    /** {@code math.pow}: C99's special cases, where Java's has NaN for powers of one. */
    public static double pow(double x, double y) {
        if (x == 1 || y == 0 || x == -1 && Double.isInfinite(y)) {
            return 1;
        }
        double result = Math.pow(x, y);
        if (isFinite(x) && isFinite(y)) {
            if (Double.isNaN(result)) {
                throw domainError();
            }
            if (Double.isInfinite(result)) {
                throw x == 0 ? domainError() : rangeError();
            }
        }
        return result;
    }

    public static double fmod(double x, double y) {
        double result = x % y;
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    /** The IEEE 754 remainder. */
    public static double remainder(double x, double y) {
        double result = Math.IEEEremainder(x, y);
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y)) {
            throw domainError();
        }
        return result;
    }

    /** @throws ArithmeticException "invalid operation in fma" (ValueError) or "overflow in fma" (OverflowError) */
    public static double fma(double x, double y, double z) {
        double result = Math.fma(x, y, z);
        if (Double.isNaN(result) && !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z)) {
            throw new ArithmeticException("invalid operation in fma");
        }
        if (Double.isInfinite(result) && isFinite(x) && isFinite(y) && isFinite(z)) {
            throw new ArithmeticException("overflow in fma");
        }
        return result;
    }

    private static boolean isFinite(double x) {
        return !Double.isInfinite(x) && !Double.isNaN(x);
    }

    public static double exp2(double x) {
        return checked(Math.pow(2, x), x, true);
    }

    /** The fraction and the exponent: x = fraction * 2**exponent, 0.5 <= |fraction| < 1; zero and what is not finite stay. */
    public record Fraction(double fraction, int exponent) {}

    public static Fraction frexp(double x) {
        if (x == 0 || !isFinite(x)) {
            return new Fraction(x, 0);
        }
        int exponent = Math.getExponent(x) + 1;
        double y = x;
        if (Math.abs(x) < Double.MIN_NORMAL) {
            y = x * 0x1p54;
            exponent = Math.getExponent(y) + 1;
            return new Fraction(Math.scalb(y, -exponent), exponent - 54);
        }
        return new Fraction(Math.scalb(y, -exponent), exponent);
    }

    /** x * 2**exponent, rounded once. */
    public static double ldexp(double x, BigInteger exponent) {
        if (x == 0 || !isFinite(x)) {
            return x;
        }
        int e = exponent.bitLength() > 31
                ? exponent.signum() * 10_000
                : Math.max(-10_000, Math.min(10_000, exponent.intValue()));
        Fraction f = frexp(x);
        // Scaling the fraction keeps scalb from rounding a subnormal twice.
        double result = Math.scalb(f.fraction, Math.max(-5_000, Math.min(5_000, f.exponent + e)));
        if (Double.isInfinite(result)) {
            throw rangeError();
        }
        return result;
    }

    /** The fractional and the integral part, both with the sign of x. */
    public static double[] modf(double x) {
        if (Double.isInfinite(x)) {
            return new double[] {Math.copySign(0, x), x};
        }
        double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
        return new double[] {Math.copySign(x - whole, x), Math.copySign(whole, x)};
    }

    /** The float that is {@code steps} floats further towards y. */
    public static double nextAfter(double x, double y, BigInteger steps) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return steps.signum() == 0 ? x : x + y;
        }
        if (steps.signum() == 0) {
            return x;
        }
        if (x == y) {
            return y;
        }
        BigInteger from = BigInteger.valueOf(ordinal(x));
        BigInteger to = BigInteger.valueOf(ordinal(y));
        BigInteger distance = to.subtract(from);
        if (distance.abs().compareTo(steps) <= 0) {
            return y;
        }
        long result = from.add(distance.signum() > 0 ? steps : steps.negate()).longValueExact();
        double value = result >= 0 ? Double.longBitsToDouble(result) : -Double.longBitsToDouble(-result);
        return result == 0 ? Math.copySign(0, x) : value;
    }

    /** The floats in order, as consecutive numbers; both zeros are 0. */
    private static long ordinal(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits >= 0 ? bits : -(bits & Long.MAX_VALUE);
    }

    public static double ulp(double x) {
        return Double.isNaN(x) ? x : Math.ulp(x);
    }

    /** The natural logarithm of a float. */
    public static double log(double x) {
        return logarithm(x, Math.log(x));
    }

    public static double log10(double x) {
        return logarithm(x, Math.log10(x));
    }

    /** The logarithm to base 2; exact for powers of two. */
    public static double log2(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return logarithm(x, Math.log(x));
        }
        Fraction f = frexp(x);
        return x >= 1 ? Math.log(2 * f.fraction) / LN_2 + (f.exponent - 1) : Math.log(f.fraction) / LN_2 + f.exponent;
    }

    private static double logarithm(double x, double result) {
        if (x <= 0) {
            throw domainError();
        }
        return result;
    }

    /** The natural logarithm of an int of any size; likewise {@link #log2(BigInteger)} and {@link #log10(BigInteger)}. */
    public static double log(BigInteger n) {
        double x = positive(n);
        return Double.isInfinite(x) ? Math.log(top(n)) + LN_2 * n.bitLength() : Math.log(x);
    }

    public static double log2(BigInteger n) {
        double x = positive(n);
        return Double.isInfinite(x) ? log2(top(n)) + n.bitLength() : log2(x);
    }

    public static double log10(BigInteger n) {
        double x = positive(n);
        return Double.isInfinite(x) ? Math.log10(top(n)) + LN_2 / LN_10 * n.bitLength() : Math.log10(x);
    }

    private static double positive(BigInteger n) {
        if (n.signum() <= 0) {
            throw domainError();
        }
        return n.doubleValue();
    }

    /** n / 2**bitLength, in [0.5, 1]. */
    private static double top(BigInteger n) {
        int shift = n.bitLength() - 64;
        BigInteger head = n.shiftRight(shift);
        return Math.scalb(
                head.or(n.getLowestSetBit() < shift ? BigInteger.ONE : BigInteger.ZERO)
                        .doubleValue(),
                -64);
    }
}
