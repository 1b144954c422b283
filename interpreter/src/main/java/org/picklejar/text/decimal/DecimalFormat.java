package org.picklejar.text.decimal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * A format specification of Decimal: {@code [[fill]align][sign][z][#][0][width][,][.precision][type]} (compare mpd_parse_fmt_str and
 * mpd_qformat_spec of libmpdec). The locale is C.
 */
public final class DecimalFormat {
    /** No text is longer. */
    private static final long MOST_WIDTH = 500_000_000;
    /** Of a group that takes all that is left (CPython: locale.CHAR_MAX). */
    private static final char LAST_GROUP = 127;

    private static final long TOO_LARGE = -2;
    private static final int LONGEST_SEPARATOR = 4;

    private int fill = ' ';
    /** '0' pads with zeros, which are grouped too. */
    private char align = '>';

    private char sign = '-';
    private boolean noNegativeZero;
    /** Whether there is always a point. */
    private boolean alternate;

    private long width;
    private long precision = -1;
    private char type;
    private String point = ".";
    private String separator = "";
    /** The sizes of groups; the last repeats. */
    private String grouping = "";

    private DecimalFormat(char type) {
        this.type = type;
    }

    /**
     * A specification out of its text.
     *
     * @param capitals whether the type is G, and not g, when none is given
     * @return null when it is none
     * @throws ArithmeticException with Python's message when a number does not fit a long
     */
    public static DecimalFormat parse(String spec, boolean capitals) {
        DecimalFormat f = new DecimalFormat(capitals ? 'G' : 'g');
        return f.parse(spec.codePoints().toArray()) ? f : null;
    }

    private boolean parse(int... s) {
        int at = 0;
        boolean aligned = false;
        if (isAlign(s, 1)) {
            fill = s[0];
            align = (char) s[1];
            aligned = true;
            at = 2;
        } else if (isAlign(s, 0)) {
            align = (char) s[0];
            aligned = true;
            at = 1;
        }
        if (is(s, at, "+- ")) {
            sign = (char) s[at++];
        }
        if (is(s, at, "z")) {
            noNegativeZero = true;
            at++;
        }
        if (is(s, at, "#")) {
            alternate = true;
            at++;
        }
        if (is(s, at, "0")) {
            if (aligned) {
                return false;
            }
            align = '0';
            fill = '0';
            at++;
        }
        if (isDigit(s, at)) {
            if (s[at] == '0') {
                return false;
            }
            width = number(s, at);
            at = behindNumber(s, at);
        }
        if (is(s, at, ",")) {
            separator = ",";
            grouping = "\3";
            at++;
        }
        if (is(s, at, ".")) {
            at++;
            if (!isDigit(s, at)) {
                return false;
            }
            precision = number(s, at);
            at = behindNumber(s, at);
        }
        if (is(s, at, "eEfFgG%nN")) {
            type = (char) s[at++];
            if (type == 'n' || type == 'N') {
                if (!separator.isEmpty()) {
                    return false;
                }
                type = type == 'n' ? 'g' : 'G';
            }
        }
        if (at == s.length && (width == TOO_LARGE || precision == TOO_LARGE)) {
            throw new ArithmeticException("cannot fit 'int' into an index-sized integer");
        }
        return at == s.length;
    }

    private static boolean is(int[] s, int at, String of) {
        return at < s.length && s[at] < 128 && of.indexOf(s[at]) >= 0;
    }

    private static boolean isAlign(int[] s, int at) {
        return is(s, at, "<>=^");
    }

    private static boolean isDigit(int[] s, int at) {
        return is(s, at, "0123456789");
    }

    private static int behindNumber(int[] s, int from) {
        int at = from;
        while (isDigit(s, at)) {
            at++;
        }
        return at;
    }

    /** {@link #TOO_LARGE} when it does not fit a long. */
    private static long number(int[] s, int from) {
        BigInteger v = new BigInteger(new String(s, from, behindNumber(s, from) - from));
        return v.bitLength() < 64 ? v.longValue() : TOO_LARGE;
    }

    /**
     * Sets what a locale would say; null leaves it.
     *
     * @return whether it is valid
     */
    public boolean localize(String newPoint, String newSeparator, String newGrouping) {
        point = newPoint == null ? point : newPoint;
        separator = newSeparator == null ? separator : newSeparator;
        if (newGrouping != null) {
            int end = newGrouping.indexOf('\0');
            grouping = end < 0 ? newGrouping : newGrouping.substring(0, end);
            if (grouping.chars().anyMatch(c -> c > LAST_GROUP)) {
                return false;
            }
        }
        int size = size(point);
        return size > 0 && size <= LONGEST_SEPARATOR && size(separator) <= LONGEST_SEPARATOR;
    }

    private static int size(String s) {
        return s.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The text of a number.
     *
     * @throws IllegalArgumentException when width or precision are beyond the limits
     */
    public String format(Decimal d, Rounding rounding) {
        if (width > DecimalContext.MAX_PREC) {
            throw new IllegalArgumentException("beyond the limits");
        }
        if (width > MOST_WIDTH) {
            throw new TooLargeException();
        }
        return d.isFinite() ? finite(d, rounding) : special(d);
    }

    private String special(Decimal d) {
        boolean zeros = align == '0';
        String text = DecimalWriter.special(d) + (type == '%' ? "%" : "");
        return pad(signOf(d.negative), text, zeros ? '>' : align, zeros ? ' ' : fill);
    }

    private String finite(Decimal given, Rounding rounding) {
        Decimal d = type == '%' ? given.withExponent(given.exponent + 2) : given;
        boolean fixed = type == 'f' || type == 'F' || type == '%';
        boolean scientific = type == 'e' || type == 'E';
        if (precision >= 0) {
            d = rounded(d, fixed, scientific, rounding);
        }
        if (fixed && d.isZero() && d.exponent > 0) {
            d = d.withExponent(0);
        }
        boolean negative = d.negative && !(noNegativeZero && d.isZero());
        String digits = DecimalWriter.digits(d);
        long left = d.exponent + digits.length();
        long dot;
        if (fixed || !scientific && d.exponent <= 0 && left > -6) {
            dot = left;
        } else {
            dot = scientific && d.isZero() && precision >= 0 ? 1 - precision : 1;
        }
        if (Math.abs(dot) > MOST_WIDTH) {
            throw new TooLargeException();
        }
        String whole;
        StringBuilder rest = new StringBuilder();
        if (dot <= 0) {
            whole = "0";
            rest.append(point).append("0".repeat((int) -dot)).append(digits);
        } else if (dot >= digits.length()) {
            whole = digits + "0".repeat((int) dot - digits.length());
        } else {
            whole = digits.substring(0, (int) dot);
            rest.append(point).append(digits, (int) dot, digits.length());
        }
        if (alternate && rest.length() == 0) {
            rest.append(point);
        }
        if (scientific || left != dot) {
            DecimalWriter.exponent(rest, left - dot, type == 'E' || type == 'G' ? 'E' : 'e');
        }
        if (type == '%') {
            rest.append('%');
        }
        String signText = signOf(negative);
        long least = align == '0' ? width - signText.length() - rest.codePointCount(0, rest.length()) : 0;
        return pad(signText, grouped(whole, least) + rest, align == '0' ? '=' : align, fill);
    }

    private Decimal rounded(Decimal d, boolean fixed, boolean scientific, Rounding rounding) {
        if (precision > DecimalContext.MAX_PREC) {
            throw new IllegalArgumentException("beyond the limits");
        }
        DecimalContext c = DecimalContext.widest();
        c.rounding = rounding;
        if (fixed) {
            if (!d.isZero() && d.adjusted() + precision > Powers.MOST_DIGITS) {
                throw new TooLargeException();
            }
            return Adjustment.rescale(d, -precision, c);
        }
        if (scientific) {
            return d.isZero() ? d : significant(d, precision + 1, c);
        }
        long most = Math.max(1, precision);
        return d.digits() > most ? significant(d, most, c) : d;
    }

    /** With so many digits, zeros added if need be. */
    private static Decimal significant(Decimal d, long digits, DecimalContext c) {
        Decimal r = Adjustment.rescale(d, d.adjusted() - digits + 1, c);
        return r.digits() > digits ? Adjustment.rescale(d, d.adjusted() - digits + 2, c) : r;
    }

    private String signOf(boolean negative) {
        return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
    }

    /** Digits in groups, with leading zeros so that there are {@code least} characters. */
    private String grouped(String digits, long least) {
        if (separator.isEmpty() || grouping.isEmpty()) {
            return digits.length() >= least ? digits : "0".repeat((int) least - digits.length()) + digits;
        }
        int separatorLength = separator.codePointCount(0, separator.length());
        StringBuilder out = new StringBuilder();
        int end = digits.length();
        long missing = least;
        for (int g = 0; ; g++) {
            char size = grouping.charAt(Math.min(g, grouping.length() - 1));
            long all = Math.max(Math.max(end, missing), 1);
            int length = (int) (size == LAST_GROUP ? all : Math.min(all, size));
            int from = Math.max(0, end - length);
            String group = "0".repeat(length - (end - from)) + digits.substring(from, end);
            out.insert(0, group);
            end = from;
            missing -= length;
            if (end == 0 && missing <= 0) {
                return out.toString();
            }
            missing -= separatorLength;
            out.insert(0, separator);
        }
    }

    private String pad(String signText, String text, char how, int with) {
        int length = text.codePointCount(0, text.length()) + signText.length();
        if (length >= width) {
            return signText + text;
        }
        int missing = (int) width - length;
        String filler = Character.toString(with);
        int left = switch (how) {
            case '<' -> 0;
            case '^' -> missing / 2;
            default -> missing;
        };
        String before = filler.repeat(left);
        String after = filler.repeat(missing - left);
        return how == '=' ? signText + before + text : before + signText + text + after;
    }
}
