package org.picklejar.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** The text forms of a float: repr, str to float, hexadecimal, and the presentation types of formatting. */
public final class FloatText {
    /** A NaN whose sign bit is set. */
    public static final double NEGATIVE_NAN = Double.longBitsToDouble(0xfff8000000000000L);

    private static final int MAX_ROUND_DIGITS = 323;
    private static final int MIN_ROUND_DIGITS = -308;

    /** What changes the layout of a formatted float. */
    public record Layout(boolean alternate, boolean addPointZero, boolean noNegativeZero) {
        public static final Layout PLAIN = new Layout(false, false, false);
    }

    private FloatText() {}

    /** The shortest text that float() reads back: {@code repr(x)}. */
    public static String repr(double value) {
        return format(value, 'r', 0, new Layout(false, true, false));
    }

    /**
     * Formats by presentation type.
     *
     * @param code one of r, e, f, g, E, F, G; r takes the shortest digits, and the precision has no meaning
     * @param precision digits behind the point (e, f) or significant digits (g), not negative
     */
    public static String format(double value, char code, int precision, Layout layout) {
        boolean upper = code == 'E' || code == 'F' || code == 'G';
        String text = formatLower(value, Character.toLowerCase(code), precision, layout);
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String formatLower(double value, char code, int precision, Layout layout) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        Digits digits;
        boolean scientific;
        int wanted; // digits to show, counted from the first one; zeros fill up
        switch (code) {
            case 'r':
                digits = Digits.shortest(value);
                scientific = digits.point() <= -4 || digits.point() > 16;
                wanted = 0;
                break;
            case 'e':
                digits = Digits.significant(value, (int) Math.min(precision + 1L, Integer.MAX_VALUE));
                scientific = true;
                wanted = precision + 1;
                break;
            case 'f':
                digits = Digits.fixed(value, precision);
                scientific = false;
                wanted = digits.point() + precision;
                break;
            case 'g':
                int significant = Math.max(precision, 1);
                digits = Digits.significant(value, significant);
                scientific = digits.point() <= -4 || digits.point() > significant - (layout.addPointZero ? 1 : 0);
                wanted = layout.alternate ? significant : 0;
                break;
            default:
                throw new IllegalArgumentException("no float presentation type: " + code);
        }
        if (negative && layout.noNegativeZero && digits.text().equals("0")) {
            negative = false;
        }
        return layOut(negative, digits, scientific, wanted, layout);
    }

    private static String layOut(boolean negative, Digits digits, boolean scientific, int wanted, Layout layout) {
        String text = digits.text();
        int point = scientific ? 1 : digits.point();
        StringBuilder out = new StringBuilder(Math.max(text.length(), 8) + 8);
        if (negative) {
            out.append('-');
        }
        if (point <= 0) {
            out.append('0');
        } else if (point >= text.length()) {
            out.append(text).append("0".repeat(point - text.length()));
        } else {
            out.append(text, 0, point);
        }
        int end = Math.max(wanted, text.length());
        if (!scientific && layout.addPointZero && end <= point) {
            end = point + 1;
        }
        if (end > point || layout.alternate) {
            out.append('.');
            if (point < 0) {
                out.append("0".repeat(-point));
            }
            int from = Math.max(point, 0);
            if (from < text.length()) {
                out.append(text, from, text.length());
            }
            int filled = Math.max(text.length(), from);
            if (end > filled) {
                out.append("0".repeat(end - filled));
            }
        }
        if (scientific) {
            int exponent = digits.point() - 1;
            out.append('e').append(exponent < 0 ? '-' : '+');
            exponent = Math.abs(exponent);
            if (exponent < 10) {
                out.append('0');
            }
            out.append(exponent);
        }
        return out.toString();
    }

    /**
     * The value of {@code float(text)}.
     *
     * @throws NumberFormatException with Python's message when the text is not a number
     */
    public static double parse(String text) {
        String s = DecimalText.normalize(text);
        String lower = s.length() > 9 ? s : s.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "inf":
            case "+inf":
            case "infinity":
            case "+infinity":
                return Double.POSITIVE_INFINITY;
            case "-inf":
            case "-infinity":
                return Double.NEGATIVE_INFINITY;
            case "nan":
            case "+nan":
                return Double.NaN;
            case "-nan":
                return NEGATIVE_NAN;
            default:
        }
        if (!isNumber(s)) {
            throw new NumberFormatException("could not convert string to float: " + StringText.repr(text));
        }
        return Double.parseDouble(s.indexOf('_') >= 0 ? s.replace("_", "") : s);
    }

    /** Whether the text is a decimal number by Python's grammar. */
    private static boolean isNumber(String s) {
        int i = 0;
        int n = s.length();
        if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
            i++;
        }
        int start = i;
        i = skipDigits(s, i);
        boolean any = i > start;
        if (i < n && s.charAt(i) == '.') {
            int fraction = ++i;
            i = skipDigits(s, i);
            any |= i > fraction;
        }
        if (!any) {
            return false;
        }
        if (i < n && (s.charAt(i) == 'e' || s.charAt(i) == 'E')) {
            i++;
            if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
                i++;
            }
            int exponent = i;
            i = skipDigits(s, i);
            if (i == exponent) {
                return false;
            }
        }
        return i == n;
    }

    /** The end of a run of digits with single underscores between them; {@code i} itself when there is none. */
    private static int skipDigits(String s, int i) {
        int n = s.length();
        while (i < n && isAsciiDigit(s.charAt(i))) {
            i++;
            if (i + 1 < n && s.charAt(i) == '_' && isAsciiDigit(s.charAt(i + 1))) {
                i++;
            }
        }
        return i;
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * {@code round(value, digits)}.
     *
     * @throws ArithmeticException when the result exceeds the range of a float
     */
    public static double round(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value) || digits > MAX_ROUND_DIGITS) {
            return value;
        }
        if (digits < MIN_ROUND_DIGITS) {
            return 0.0 * value;
        }
        Digits rounded = Digits.fixed(value, digits);
        if (rounded.text().equals("0")) {
            return 0.0 * value;
        }
        double result = Double.parseDouble("0." + rounded.text() + "e" + rounded.point());
        if (Double.isInfinite(result)) {
            throw new ArithmeticException("rounded value too large to represent");
        }
        return Math.copySign(result, value);
    }

    /**
     * The integral part: {@code int(value)}.
     *
     * @throws IllegalArgumentException for NaN
     * @throws ArithmeticException for an infinity
     */
    public static BigInteger toInteger(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw new ArithmeticException("cannot convert float infinity to integer");
        }
        if (Math.abs(value) < 0x1p62) {
            return BigInteger.valueOf((long) value);
        }
        return new BigDecimal(value).toBigInteger();
    }

    /** {@code float.hex}. */
    public static String hex(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return repr(value);
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0x0.0p+0";
        }
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & (1L << 52) - 1;
        int exponent = (int) (bits >>> 52) & 0x7FF;
        String digits = Long.toHexString(1L << 52 | fraction).substring(1);
        return sign
                + (exponent == 0 ? "0x0." : "0x1.")
                + digits
                + (exponent == 0 ? "p-1022" : exponent < 1023 ? "p" + (exponent - 1023) : "p+" + (exponent - 1023));
    }

    /**
     * {@code float.fromhex}.
     *
     * @throws IllegalArgumentException when the text is not a hexadecimal float
     * @throws ArithmeticException when the value exceeds the range of a float
     */
    public static double fromHex(String text) {
        return HexFloat.parse(text);
    }
}
