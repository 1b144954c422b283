package org.picklejar.text;

import java.math.BigInteger;
import java.util.Locale;

/** The parser of {@code float.fromhex}. */
final class HexFloat {
    private static final String INVALID = "invalid hexadecimal floating-point string";
    private static final String TOO_LARGE = "hexadecimal value too large to represent as a float";

    private HexFloat() {}

    static double parse(String text) {
        int i = 0;
        int end = text.length();
        while (i < end && DecimalText.isSpace(text.charAt(i))) {
            i++;
        }
        while (end > i && DecimalText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        String s = text.substring(i, end).toLowerCase(Locale.ROOT);
        boolean negative = s.startsWith("-");
        if (negative || s.startsWith("+")) {
            s = s.substring(1);
        }
        double value = magnitude(s);
        return negative ? -value : value;
    }

    private static double magnitude(String s) {
        if (s.equals("inf") || s.equals("infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        if (s.equals("nan")) {
            return Double.NaN;
        }
        int i = s.startsWith("0x") ? 2 : 0;
        int n = s.length();
        StringBuilder digits = new StringBuilder();
        int fractionDigits = 0;
        boolean point = false;
        for (; i < n; i++) {
            char c = s.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 0x80 && Character.digit(c, 16) >= 0) {
                digits.append(c);
                fractionDigits += point ? 1 : 0;
            } else {
                break;
            }
        }
        if (digits.length() == 0) {
            throw new IllegalArgumentException(INVALID);
        }
        long exponent = 0;
        if (i < n) {
            if (s.charAt(i) != 'p') {
                throw new IllegalArgumentException(INVALID);
            }
            exponent = exponent(s.substring(i + 1));
        }
        return scaled(new BigInteger(digits.toString(), 16), exponent - 4L * fractionDigits);
    }

    /** Exponents beyond 2^40 are cut there: they overflow or underflow all the same. */
    private static long exponent(String s) {
        boolean negative = s.startsWith("-");
        String digits = negative || s.startsWith("+") ? s.substring(1) : s;
        if (digits.isEmpty()) {
            throw new IllegalArgumentException(INVALID);
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException(INVALID);
            }
            value = Math.min(value * 10 + (c - '0'), 1L << 40);
        }
        return negative ? -value : value;
    }

    /** {@code mantissa * 2**exponent}, rounded half-even. */
    private static double scaled(BigInteger mantissa, long exponent) {
        if (mantissa.signum() == 0) {
            return 0;
        }
        long top = exponent + mantissa.bitLength();
        if (top > 1025) {
            throw new ArithmeticException(TOO_LARGE);
        }
        if (top < -1075) {
            return 0;
        }
        int drop = (int) Math.max(mantissa.bitLength() - 53, -1074 - exponent);
        long m;
        if (drop <= 0) {
            m = mantissa.longValue();
            drop = 0;
        } else {
            m = mantissa.shiftRight(drop).longValue();
            boolean half = mantissa.testBit(drop - 1);
            boolean rest = half && mantissa.getLowestSetBit() < drop - 1;
            if (half && (rest || (m & 1) != 0)) {
                m++;
            }
        }
        double value = scalb(m, exponent + drop);
        if (Double.isInfinite(value)) {
            throw new ArithmeticException(TOO_LARGE);
        }
        return value;
    }

    /** Exact: m has at most 54 bits, and the result at most 53 significant ones. */
    private static double scalb(long m, long exponent) {
        return Math.scalb((double) m, (int) exponent);
    }
}
