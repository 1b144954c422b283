package org.picklejar.text.decimal;

import java.math.BigInteger;
import java.util.function.LongFunction;
import org.picklejar.text.math.IntegerFunctions;

/** Square root, exponential and logarithms, correctly rounded (half even). */
public final class Functions {
    private static final double BITS_OF_DIGIT = 3.3219280948873626;
    /** Digits beyond the precision, at first and more each time they were too few to round by. */
    private static final int GUARD = 10;

    private static final int MORE = 19;
    /** Bits for whole numbers of the size of exponents, and some. */
    private static final int EXPONENT_BITS = 80;
    /** No exponent has more digits. */
    private static final int EXPONENT_DIGITS = 19;

    private Functions() {}

    // ---- square root

    public static Decimal sqrt(Decimal a, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        if (a.isZero()) {
            return c.finish(Decimal.of(a.negative, 0, a.exponent >> 1));
        }
        if (a.negative) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (a.isInfinite()) {
            return a;
        }
        DecimalContext work = c.with(Rounding.HALF_EVEN);
        Decimal r;
        if (c.prec <= Powers.MOST_DIGITS / 2) {
            r = root(a, c.prec + 1);
        } else {
            // An exact root has not more digits than this.
            r = root(a, a.digits() + 1L);
            if (r.digits() > a.digits()) {
                throw new TooLargeException();
            }
        }
        r = work.finish(r);
        c.status |= work.status;
        return r;
    }

    /** A root that rounds to less than {@code prec} digits as the exact one does; with its ideal exponent when it is exact. */
    private static Decimal root(Decimal a, long prec) {
        long exponent = a.exponent >> 1;
        boolean odd = (a.exponent & 1) != 0;
        BigInteger v = odd ? a.coefficient().multiply(BigInteger.TEN) : a.coefficient();
        long length = odd ? (a.digits() >> 1) + 1 : a.digits() + 1 >> 1;
        long shift = prec - length;
        boolean exact = true;
        if (shift >= 0) {
            v = Powers.scale(v, 2 * shift);
        } else {
            BigInteger[] parts = v.divideAndRemainder(Powers.big(-2 * shift));
            v = parts[0];
            exact = parts[1].signum() == 0;
        }
        BigInteger n = IntegerFunctions.isqrt(v);
        if (!exact || !n.multiply(n).equals(v)) {
            return Decimal.of(false, Arithmetic.sticky(n), exponent - shift);
        }
        n = shift >= 0 ? n.divide(Powers.big(shift)) : Powers.scale(n, -shift);
        return Decimal.of(false, n, exponent);
    }

    // ---- what is computed until it can be rounded

    /** Rounds what {@code approximation} gives for a number of digits: wrong by not more than two units of the last. */
    private static Decimal round(DecimalContext c, LongFunction<Decimal> approximation) {
        DecimalContext work = c.with(Rounding.HALF_EVEN);
        for (long digits = c.prec + GUARD; ; digits += MORE) {
            if (digits > Powers.MOST_DIGITS / 4) {
                throw new TooLargeException();
            }
            Decimal v = approximation.apply(digits);
            BigInteger two = BigInteger.TWO;
            Decimal low = work.finish(Decimal.of(v.negative, v.coefficient().subtract(two), v.exponent));
            Decimal high = work.finish(Decimal.of(v.negative, v.coefficient().add(two), v.exponent));
            if (Ordering.compareTotal(low, high) == 0) {
                work.status = 0;
                BigInteger inexact = v.coefficient().multiply(BigInteger.TEN).add(BigInteger.ONE);
                Decimal r = work.finish(Decimal.of(v.negative, inexact, v.exponent - 1));
                c.status |= work.status;
                return r;
            }
        }
    }

    private static int bits(long digits) {
        return (int) (digits * BITS_OF_DIGIT) + EXPONENT_BITS;
    }

    /** A finite number as one of fixed point, cut off. */
    private static BigInteger fixed(Decimal a, long exponent, int bits) {
        BigInteger v = a.coefficient();
        v = exponent >= 0
                ? Powers.scale(v, exponent).shiftLeft(bits)
                : v.shiftLeft(bits).divide(Powers.big(-exponent));
        return a.negative ? v.negate() : v;
    }

    public static Decimal exp(Decimal a, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        if (a.isInfinite()) {
            return a.negative ? Decimal.ZERO : a;
        }
        if (a.hasZeroCoefficient()) {
            return Decimal.ONE;
        }
        if (a.adjusted() >= EXPONENT_DIGITS) {
            long exponent = DecimalContext.EXPONENT_OF_INFINITY;
            DecimalContext work = c.with(Rounding.HALF_EVEN);
            Decimal r = work.finish(Decimal.of(false, 1, a.negative ? -exponent : exponent));
            c.status |= work.status;
            return r;
        }
        if (a.adjusted() < -c.prec - GUARD) {
            c.status |= Condition.INEXACT | Condition.ROUNDED;
            return Decimal.of(false, Powers.big(c.prec - 1), 1 - c.prec);
        }
        return round(c, digits -> {
            int bits = bits(digits);
            BigInteger ten = FixedPoint.ln10(bits);
            BigInteger x = fixed(a, a.exponent, bits);
            BigInteger[] parts = x.divideAndRemainder(ten);
            boolean below = parts[1].signum() < 0;
            long exponent = parts[0].longValue() - (below ? 1 : 0);
            BigInteger rest = below ? parts[1].add(ten) : parts[1];
            BigInteger significand = FixedPoint.exp(rest, bits);
            return Decimal.of(false, Powers.scale(significand, digits - 1).shiftRight(bits), exponent - (digits - 1));
        });
    }

    public static Decimal ln(Decimal a, DecimalContext c) {
        Decimal special = logarithmOfSpecial(a, c);
        if (special != null) {
            return special;
        }
        if (Ordering.compare(a, Decimal.ONE) == 0) {
            return Decimal.ZERO;
        }
        return round(c, digits -> logarithm(a, digits, false));
    }

    public static Decimal log10(Decimal a, DecimalContext c) {
        Decimal special = logarithmOfSpecial(a, c);
        if (special != null) {
            return special;
        }
        if (a.trailingZeros(a.digits() - 1) == a.digits() - 1 && a.coefficient().equals(Powers.big(a.digits() - 1))) {
            DecimalContext work = c.with(Rounding.HALF_EVEN);
            Decimal r = work.finish(Decimal.of(a.adjusted()));
            c.status |= work.status;
            return r;
        }
        return round(c, digits -> logarithm(a, digits, true));
    }

    private static Decimal logarithmOfSpecial(Decimal a, DecimalContext c) {
        if (a.isNan()) {
            return c.nanOf(a);
        }
        if (a.isZero()) {
            return Decimal.infinity(true);
        }
        if (a.negative) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        return a.isInfinite() ? a : null;
    }

    /** The logarithm of a number that is not 1. */
    private static Decimal logarithm(Decimal a, long digits, boolean decimal) {
        long k = a.adjusted() == 0 || a.adjusted() == -1 ? 0 : a.adjusted();
        long lost = 0;
        if (k == 0) {
            Decimal beyondOne = Arithmetic.subtract(a, Decimal.ONE, DecimalContext.widest());
            lost = Math.max(0, -beyondOne.adjusted());
            if (lost > digits + GUARD) {
                return ofTiny(beyondOne, digits, decimal);
            }
        }
        int bits = bits(digits + lost);
        BigInteger v = FixedPoint.ln(fixed(a, a.exponent - k, bits), bits);
        BigInteger ten = FixedPoint.ln10(bits);
        v = v.add(ten.multiply(BigInteger.valueOf(k)));
        return ofFixed(decimal ? v.shiftLeft(bits).divide(ten) : v, bits, digits);
    }

    /** The logarithm of 1 + d, for a d of which that many digits are its own. */
    private static Decimal ofTiny(Decimal d, long digits, boolean decimal) {
        long shift = d.digits() - digits;
        BigInteger v = d.coefficient();
        v = shift > 0 ? v.divide(Powers.big(shift)) : Powers.scale(v, -shift);
        if (decimal) {
            int bits = bits(digits);
            v = v.shiftLeft(bits).divide(FixedPoint.ln10(bits));
        }
        return Decimal.of(d.negative, v, d.exponent + shift);
    }

    /** The first digits of a number of fixed point. */
    private static Decimal ofFixed(BigInteger v, int bits, long digits) {
        BigInteger magnitude = v.abs();
        int exponent = (int) Math.floor((magnitude.bitLength() - 1 - bits) / BITS_OF_DIGIT);
        long scale = digits - 1 - exponent;
        BigInteger c = scale >= 0
                ? Powers.scale(magnitude, scale).shiftRight(bits)
                : magnitude.divide(Powers.big(-scale)).shiftRight(bits);
        return Decimal.of(v.signum() < 0, c, -scale);
    }
}
