package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Comparisons, and what chooses by them. */
public final class Ordering {
    private Ordering() {}

    /** How two numbers, not NaN, compare by value. */
    public static int compare(Decimal a, Decimal b) {
        int signA = signum(a);
        int signB = signum(b);
        if (signA != signB || signA == 0) {
            return Integer.compare(signA, signB);
        }
        return signA * compareMagnitudes(a, b);
    }

    private static int signum(Decimal d) {
        return d.isZero() ? 0 : d.negative ? -1 : 1;
    }

    /** How the absolute values of numbers, not NaN, compare. */
    static int compareMagnitudes(Decimal a, Decimal b) {
        if (a.isInfinite() || b.isInfinite()) {
            return Boolean.compare(a.isInfinite(), b.isInfinite());
        }
        if (a.big == null && b.big == null && a.exponent == b.exponent) {
            return Long.compare(a.small, b.small);
        }
        if (a.hasZeroCoefficient() || b.hasZeroCoefficient()) {
            return Boolean.compare(b.hasZeroCoefficient(), a.hasZeroCoefficient());
        }
        int order = Long.compare(a.adjusted(), b.adjusted());
        if (order != 0) {
            return order;
        }
        long shift = a.exponent - b.exponent;
        BigInteger x = shift > 0 ? Powers.scale(a.coefficient(), shift) : a.coefficient();
        BigInteger y = shift < 0 ? Powers.scale(b.coefficient(), -shift) : b.coefficient();
        return x.compareTo(y);
    }

    /** -1, 0, 1 or NaN. */
    public static Decimal compare(Decimal a, Decimal b, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        return nan != null ? nan : decimal(compare(a, b));
    }

    /** As {@link #compare}; every NaN signals. */
    public static Decimal compareSignal(Decimal a, Decimal b, DecimalContext c) {
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            c.status |= Condition.INVALID_OPERATION;
            return nan;
        }
        return decimal(compare(a, b));
    }

    public static Decimal decimal(int order) {
        return order == 0 ? Decimal.ZERO : order < 0 ? Decimal.MINUS_ONE : Decimal.ONE;
    }

    /** The order of representations: one that is total. */
    public static int compareTotal(Decimal a, Decimal b) {
        if (a.negative != b.negative) {
            return a.negative ? -1 : 1;
        }
        int order = compareTotalMagnitudes(a, b);
        return a.negative ? -order : order;
    }

    public static int compareTotalMagnitudes(Decimal a, Decimal b) {
        if (a.isNan() || b.isNan()) {
            if (!a.isNan() || !b.isNan()) {
                return a.isNan() ? 1 : -1;
            }
            if (a.kind != b.kind) {
                return a.isQuietNan() ? 1 : -1;
            }
            return a.coefficient().compareTo(b.coefficient());
        }
        int order = compareMagnitudes(a, b);
        return order == 0 && a.isFinite() ? Long.compare(a.exponent, b.exponent) : order;
    }

    /** {@code max} and {@code min}, and what they are of absolute values. */
    public static Decimal extreme(Decimal a, Decimal b, boolean max, boolean magnitudes, DecimalContext c) {
        if (a.isQuietNan() && !b.isNan()) {
            return c.finish(b);
        }
        if (b.isQuietNan() && !a.isNan()) {
            return c.finish(a);
        }
        Decimal nan = c.nanOf(a, b);
        if (nan != null) {
            return nan;
        }
        int order = magnitudes ? compareMagnitudes(a, b) : compare(a, b);
        if (order == 0) {
            order = compareTotal(a, b);
        }
        return c.finish(order < 0 == max ? b : a);
    }

    public static boolean sameQuantum(Decimal a, Decimal b) {
        if (!a.isFinite() || !b.isFinite()) {
            return a.isNan() && b.isNan() || a.isInfinite() && b.isInfinite();
        }
        return a.exponent == b.exponent;
    }
}
