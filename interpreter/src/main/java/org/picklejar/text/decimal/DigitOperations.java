package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Operations on the digits of a coefficient: logical ones, shift and rotate. */
public final class DigitOperations {
    private DigitOperations() {}

    /** A logical operation on two digits, each 0 or 1. */
    @FunctionalInterface
    public interface Logical {
        boolean apply(boolean a, boolean b);
    }

    public static Decimal logical(Decimal a, Decimal b, Logical operation, DecimalContext c) {
        String x = bits(a);
        String y = bits(b);
        if (x == null || y == null) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        int n = (int) Math.min(Math.max(x.length(), y.length()), c.prec);
        char[] out = new char[n];
        for (int i = 1; i <= n; i++) {
            out[n - i] = operation.apply(isSet(x, i), isSet(y, i)) ? '1' : '0';
        }
        return DecimalReader.ofDigits(false, new String(out), 0);
    }

    private static boolean isSet(String bits, int fromEnd) {
        return fromEnd <= bits.length() && bits.charAt(bits.length() - fromEnd) == '1';
    }

    public static Decimal invert(Decimal a, DecimalContext c) {
        String x = bits(a);
        if (x == null) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        if (c.prec > Powers.MOST_DIGITS) {
            throw new TooLargeException();
        }
        int n = (int) c.prec;
        char[] out = new char[n];
        for (int i = 1; i <= n; i++) {
            out[n - i] = isSet(x, i) ? '0' : '1';
        }
        return DecimalReader.ofDigits(false, new String(out), 0);
    }

    /** The digits of an operand of a logical operation; null when it is none. */
    private static String bits(Decimal a) {
        if (!a.isFinite() || a.negative || a.exponent != 0) {
            return null;
        }
        String digits = a.coefficient().toString();
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > '1') {
                return null;
            }
        }
        return digits;
    }

    public static Decimal shift(Decimal a, Decimal b, DecimalContext c) {
        return move(a, b, c, (digits, n) -> {
            if (n >= 0) {
                return cap(Powers.scale(digits, n), c);
            }
            return -n > Powers.digits(digits) ? BigInteger.ZERO : digits.divide(Powers.big(-n));
        });
    }

    public static Decimal rotate(Decimal a, Decimal b, DecimalContext c) {
        return move(a, b, c, (digits, n) -> {
            long left = n >= 0 ? n : c.prec + n;
            BigInteger[] parts = digits.divideAndRemainder(Powers.big(c.prec - left));
            return Powers.scale(parts[1], left).add(parts[0]);
        });
    }

    private interface Move {
        BigInteger apply(BigInteger digits, long places);
    }

    /** a with its digits in other places, as many as b says. */
    private static Decimal move(Decimal a, Decimal b, DecimalContext c, Move move) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            return nan;
        }
        Long n = count(b, c);
        if (n == null) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        return a.isInfinite() ? a : Decimal.of(a.negative, move.apply(cap(a.coefficient(), c), n), a.exponent);
    }

    /** By how many digits, from -prec to prec; null when it says nothing of the kind. */
    private static Long count(Decimal b, DecimalContext c) {
        if (!b.isFinite() || b.exponent != 0 || b.coefficient().compareTo(BigInteger.valueOf(c.prec)) > 0) {
            return null;
        }
        long n = b.coefficient().longValue();
        return b.negative ? -n : n;
    }

    /** The digits that are in the precision. */
    private static BigInteger cap(BigInteger digits, DecimalContext c) {
        return Powers.digits(digits) > c.prec ? digits.mod(Powers.big(c.prec)) : digits;
    }
}
