package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Quotients of short coefficients, by divisions of longs. */
final class SmallDivision {
    /** Digits that are taken at once; a divisor has not more, so that a remainder and these fit a long. */
    private static final int STEP = 9;
    /** Digits that two longs have room for. */
    private static final int MOST_DIGITS = 2 * Powers.LONG_DIGITS;

    private SmallDivision() {}

    /** The quotient of finite numbers that are not zero; null when it is for the general algorithm. */
    static Decimal divide(Decimal a, Decimal b, boolean negative, DecimalContext c) {
        long divisor = b.small;
        int twos = Long.numberOfTrailingZeros(divisor);
        long odd = divisor >> twos;
        int fives = 0;
        while (odd % 5 == 0) {
            odd /= 5;
            fives++;
        }
        if (odd == 1 || a.small % odd == 0) {
            return terminating(a.small / odd, twos, fives, negative, a.exponent - b.exponent, c);
        }
        return divisor < Powers.small(STEP) && c.prec <= MOST_DIGITS ? endless(a, b, negative, c) : null;
    }

    /** v / (2^twos * 5^fives) */
    private static Decimal terminating(long v, int twos, int fives, boolean negative, long exponent, DecimalContext c) {
        int two = Math.min(twos, Long.numberOfTrailingZeros(v));
        long rest = v >> two;
        two = twos - two;
        int five = fives;
        while (five > 0 && rest % 5 == 0) {
            rest /= 5;
            five--;
        }
        // To multiply by a power of ten and divide is to multiply by the other factor.
        int shift = Math.max(two, five);
        if (shift > Powers.LONG_DIGITS) {
            return null;
        }
        long factor = 1;
        for (int i = two; i < shift; i++) {
            factor *= 2;
        }
        for (int i = five; i < shift; i++) {
            factor *= 5;
        }
        if (Math.multiplyHigh(rest, factor) != 0 || rest * factor < 0 || rest * factor >= Decimal.SMALL_LIMIT) {
            return null;
        }
        return c.finish(Decimal.of(negative, rest * factor, exponent - shift));
    }

    /** A quotient whose digits do not end, cut off at the precision and rounded by the remainder. */
    private static Decimal endless(Decimal a, Decimal b, boolean negative, DecimalContext c) {
        long divisor = b.small;
        long dividend = a.small;
        long exponent = a.exponent - b.exponent;
        while (dividend < divisor) {
            dividend *= 10;
            exponent--;
        }
        long high = dividend / divisor;
        long rest = dividend % divisor;
        int digits = Powers.digits(high);
        int missing = (int) c.prec - digits;
        if (missing < 0 || missing > Powers.LONG_DIGITS + STEP) {
            return null;
        }
        exponent -= missing;
        if (exponent + c.prec - 1 > c.emax || exponent + c.prec - 1 < c.emin) {
            return null;
        }
        long low = 0;
        int inLow = 0;
        while (missing > 0) {
            boolean inHigh = digits < Powers.LONG_DIGITS;
            int n = Math.min(missing, inHigh ? Math.min(STEP, Powers.LONG_DIGITS - digits) : STEP);
            long unit = Powers.small(n);
            long scaled = rest * unit;
            long next = scaled / divisor;
            rest = scaled - next * divisor;
            if (inHigh) {
                high = high * unit + next;
                digits += n;
            } else {
                low = low * unit + next;
                inLow += n;
            }
            missing -= n;
        }
        c.status |= Condition.INEXACT | Condition.ROUNDED;
        Rounding.Rest cut = Rounding.Rest.compared(Long.compare(rest << 1, divisor));
        int up = c.rounding.increments(negative, (int) ((inLow > 0 ? low : high) % 10), cut) ? 1 : 0;
        BigInteger v = inLow == 0
                ? BigInteger.valueOf(high + up)
                : BigInteger.valueOf(high).multiply(Powers.big(inLow)).add(BigInteger.valueOf(low + up));
        return c.finish(Decimal.of(negative, v, exponent));
    }
}
