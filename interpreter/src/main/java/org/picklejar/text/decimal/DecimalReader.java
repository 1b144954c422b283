package org.picklejar.text.decimal;

import java.math.BigInteger;
import org.picklejar.text.IntText;
import org.picklejar.text.unicode.UnicodeProperties;

/** Numbers out of texts. */
public final class DecimalReader {
    private static final long HIGHEST = DecimalContext.MAX_EMAX + 1;
    private static final long LOWEST = DecimalContext.MIN_ETINY - 1;

    private final String text;
    private int at;

    private DecimalReader(String text) {
        this.text = text;
    }

    /** The number, rounded; NaN with a condition when it is none. */
    public static Decimal read(String text, DecimalContext c) {
        Decimal d = new DecimalReader(text).parse(c);
        return d == null ? c.invalid(Condition.CONVERSION_SYNTAX) : c.finish(d);
    }

    /** The number as it is written; one beyond all limits is invalid. */
    public static Decimal readExactly(String text, DecimalContext c) {
        DecimalContext widest = DecimalContext.widest();
        return exact(read(text, widest), widest, c);
    }

    /** A finite number made of parts; one beyond all limits is invalid. */
    public static Decimal exactly(Decimal d, DecimalContext c) {
        DecimalContext widest = DecimalContext.widest();
        return exact(widest.finish(d), widest, c);
    }

    private static Decimal exact(Decimal d, DecimalContext widest, DecimalContext c) {
        if ((widest.status & (Condition.INEXACT | Condition.ROUNDED | Condition.CLAMPED)) != 0) {
            return c.invalid(Condition.INVALID_OPERATION);
        }
        c.status |= widest.status & Condition.ERRORS;
        return d;
    }

    /** A finite number of ASCII digits. */
    static Decimal ofDigits(boolean negative, String digits, long exponent) {
        return ofDigits(negative, digits.toCharArray(), digits.length(), exponent);
    }

    private static Decimal ofDigits(boolean negative, char[] digits, int n, long exponent) {
        if (n <= Powers.LONG_DIGITS) {
            long v = 0;
            for (int i = 0; i < n; i++) {
                v = v * 10 + (digits[i] - '0');
            }
            return Decimal.of(negative, v, exponent);
        }
        return Decimal.of(negative, IntText.fromDigits(digits, 0, n, 10), exponent);
    }

    /**
     * Decimal digits of other scripts as ASCII ones, without the spaces around and without underscores.
     *
     * @param strip whether spaces and underscores are to be taken away
     * @return a text that is no number when there are other characters
     */
    public static String ascii(String s, boolean strip) {
        int from = 0;
        int to = s.length();
        if (strip) {
            while (from < to && UnicodeProperties.isSpace(s.charAt(from))) {
                from++;
            }
            while (to > from && UnicodeProperties.isSpace(s.charAt(to - 1))) {
                to--;
            }
        }
        StringBuilder out = null;
        for (int i = from; i < to; ) {
            int c = s.codePointAt(i);
            int n = Character.charCount(c);
            boolean drop = strip && c == '_';
            if (drop || c > 126) {
                if (out == null) {
                    out = new StringBuilder(to - from).append(s, from, i);
                }
                int digit = drop ? 0 : UnicodeProperties.decimalValue(c);
                if (digit < 0) {
                    return "";
                }
                if (!drop) {
                    out.append((char) ('0' + digit));
                }
            } else if (out != null) {
                out.append((char) c);
            }
            i += n;
        }
        return out != null ? out.toString() : from == 0 && to == s.length() ? s : s.substring(from, to);
    }

    private Decimal parse(DecimalContext c) {
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        char first = at < text.length() ? text.charAt(at) : 0;
        return first >= '0' && first <= '9' || first == '.' ? finite(negative) : special(negative, c);
    }

    private Decimal special(boolean negative, DecimalContext c) {
        if (isRest("inf") || isRest("infinity")) {
            return Decimal.infinity(negative);
        }
        boolean signaling = text.regionMatches(true, at, "snan", 0, 4);
        if (!signaling && !text.regionMatches(true, at, "nan", 0, 3)) {
            return null;
        }
        at += signaling ? 4 : 3;
        char[] digits = new char[text.length() - at];
        int n = 0;
        for (; at < text.length(); at++) {
            char d = text.charAt(at);
            if (d < '0' || d > '9') {
                return null;
            }
            if (n > 0 || d != '0') {
                digits[n++] = d;
            }
        }
        if (n > c.prec - (c.clamp ? 1 : 0)) {
            return null;
        }
        return Decimal.nan(negative, signaling, n == 0 ? BigInteger.ZERO : IntText.fromDigits(digits, 0, n, 10));
    }

    private boolean isRest(String word) {
        return text.length() - at == word.length() && text.regionMatches(true, at, word, 0, word.length());
    }

    private Decimal finite(boolean negative) {
        char[] digits = new char[text.length() - at];
        int n = 0;
        int fraction = -1;
        boolean any = false;
        for (; at < text.length(); at++) {
            char d = text.charAt(at);
            if (d == '.' && fraction < 0) {
                fraction = 0;
                continue;
            }
            if (d < '0' || d > '9') {
                break;
            }
            any = true;
            if (n > 0 || d != '0') {
                digits[n++] = d;
            }
            if (fraction >= 0) {
                fraction++;
            }
        }
        if (!any) {
            return null;
        }
        long exponent = 0;
        if (at < text.length()) {
            if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
                return null;
            }
            at++;
            Long written = exponent();
            if (written == null) {
                return null;
            }
            exponent = written;
        }
        exponent = Math.max(LOWEST, Math.min(HIGHEST, exponent - Math.max(fraction, 0)));
        return ofDigits(negative, digits, n, exponent);
    }

    /** An exponent, not beyond what two of them can add up to; null when it is none. */
    private Long exponent() {
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        if (at == text.length()) {
            return null;
        }
        long v = 0;
        for (; at < text.length(); at++) {
            char d = text.charAt(at);
            if (d < '0' || d > '9') {
                return null;
            }
            v = Math.min(Long.MAX_VALUE / 2, v >= Long.MAX_VALUE / 20 ? Long.MAX_VALUE / 2 : v * 10 + (d - '0'));
        }
        return negative ? -v : v;
    }
}
