package org.picklejar.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimal digits of a non-negative number: {@code 0.DIGITS} times ten to the power {@code point}.
 *
 * @param text the digits without leading zeros; "0" with point 1 for zero
 */
record Digits(String text, int point) {
    private static final Digits ZERO = new Digits("0", 1);
    /** Up to this many digits, the shortest decimal of a double padded with zeros is also its rounded value. */
    private static final int SAFE_DIGITS = 15;

    /** {@code mantissa} times ten to the power {@code exponent}; trailing zeros are cut. */
    static Digits of(long mantissa, int exponent) {
        if (mantissa == 0) {
            return ZERO;
        }
        String s = Long.toString(mantissa);
        return new Digits(trim(s), s.length() + exponent);
    }

    private static String trim(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    /** The shortest digits that read back as the finite value. */
    static Digits shortest(double value) {
        return value == 0 ? ZERO : ShortestDecimal.of(Math.abs(value));
    }

    /** The finite value rounded half-even to {@code count} >= 1 significant digits; trailing zeros are cut. */
    static Digits significant(double value, int count) {
        if (value == 0) {
            return ZERO;
        }
        Digits shortest = shortest(value);
        if (shortest.needsExact(value, count)) {
            BigDecimal exact = new BigDecimal(Math.abs(value)).round(new MathContext(count, RoundingMode.HALF_EVEN));
            return of(exact.unscaledValue(), -exact.scale());
        }
        return shortest.rounded(count);
    }

    /** The finite value rounded half-even to {@code decimals} digits behind the point (before it, when negative). */
    static Digits fixed(double value, int decimals) {
        if (value == 0) {
            return ZERO;
        }
        Digits shortest = shortest(value);
        int count = shortest.point + decimals;
        if (shortest.needsExact(value, count)) {
            BigDecimal exact = new BigDecimal(Math.abs(value)).setScale(decimals, RoundingMode.HALF_EVEN);
            return of(exact.unscaledValue(), -decimals);
        }
        return shortest.rounded(count);
    }

    private static Digits of(BigInteger mantissa, int exponent) {
        if (mantissa.signum() == 0) {
            return ZERO;
        }
        String s = mantissa.toString();
        return new Digits(trim(s), s.length() + exponent);
    }

    /** True when the shortest digits do not tell those of the value rounded to {@code count} digits. */
    private boolean needsExact(double value, int count) {
        if (count < 0) {
            return false;
        }
        if (count >= text.length()) {
            return count > (Math.abs(value) < Double.MIN_NORMAL ? 0 : SAFE_DIGITS);
        }
        return count + 1 == text.length() && text.charAt(count) == '5';
    }

    /**
     * Rounds the shortest digits to {@code count}. As no shorter decimal lies between them and the exact value, they lie on
     * the same side of every rounding boundary, ties apart.
     */
    private Digits rounded(int count) {
        if (count >= text.length()) {
            return this;
        }
        if (count < 0) {
            return ZERO;
        }
        if (text.charAt(count) >= '5') {
            return plusOne(count);
        }
        return count == 0 ? ZERO : new Digits(trim(text.substring(0, count)), point);
    }

    private Digits plusOne(int count) {
        int last = count - 1;
        while (last >= 0 && text.charAt(last) == '9') {
            last--;
        }
        if (last < 0) {
            return new Digits("1", point + 1);
        }
        return new Digits(text.substring(0, last) + (char) (text.charAt(last) + 1), point);
    }
}
