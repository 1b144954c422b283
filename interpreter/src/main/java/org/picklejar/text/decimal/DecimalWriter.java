package org.picklejar.text.decimal;

/** Texts of numbers. */
public final class DecimalWriter {
    /** Exponents down to this one are written as zeros. */
    private static final int LOWEST_PLAIN = -6;

    private DecimalWriter() {}

    /**
     * The text of a number.
     *
     * @param engineering whether the exponent is a multiple of three
     * @param capitals whether it is marked by E
     */
    public static String write(Decimal d, boolean engineering, boolean capitals) {
        if (!d.isFinite()) {
            return (d.negative ? "-" : "") + special(d);
        }
        String digits = digits(d);
        long left = d.exponent + digits.length();
        long point;
        if (d.exponent <= 0 && left > LOWEST_PLAIN) {
            point = left;
        } else if (!engineering) {
            point = 1;
        } else if (d.hasZeroCoefficient()) {
            point = Math.floorMod(left + 1, 3L) - 1;
        } else {
            point = Math.floorMod(left - 1, 3L) + 1;
        }
        if (point == digits.length() && left == point && !d.negative) {
            return digits;
        }
        StringBuilder out = new StringBuilder(digits.length() + 8);
        if (d.negative) {
            out.append('-');
        }
        mantissa(out, digits, point);
        if (left != point) {
            exponent(out, left - point, capitals ? 'E' : 'e');
        }
        return out.toString();
    }

    /** The name of an infinity or NaN, without sign. */
    static String special(Decimal d) {
        if (d.isInfinite()) {
            return "Infinity";
        }
        return (d.isQuietNan() ? "NaN" : "sNaN") + (d.hasZeroCoefficient() ? "" : d.coefficient());
    }

    static String digits(Decimal d) {
        return d.big == null ? Long.toString(d.small) : d.big.toString();
    }

    /** @param point how many digits stand before the point; more are zeros, fewer are zeros behind it */
    private static void mantissa(StringBuilder out, String digits, long point) {
        if (point <= 0) {
            out.append("0.").append("0".repeat((int) -point)).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).append("0".repeat((int) (point - digits.length())));
        } else {
            out.append(digits, 0, (int) point).append('.').append(digits, (int) point, digits.length());
        }
    }

    static void exponent(StringBuilder out, long exponent, char mark) {
        out.append(mark);
        if (exponent >= 0) {
            out.append('+');
        }
        out.append(exponent);
    }
}
