package org.picklejar.text;

import org.picklejar.text.unicode.UnicodeProperties;

/**
 * A parsed format specification: {@code [[fill]align][sign][z][#][0][width][grouping][.precision][type]}
 * (Library Reference, "Format Specification Mini-Language").
 *
 * @param fill code point to pad with
 * @param align one of &lt; &gt; = ^
 * @param sign one of + - space, or 0 when none is given
 * @param width minimum width in code points, -1 when none is given
 * @param grouping ',' or '_', 0 when none is given
 * @param precision -1 when none is given
 * @param type code point of the presentation type; 0 when none is given and the object has no default
 */
public record FormatSpec(
        int fill,
        char align,
        char sign,
        boolean noNegativeZero,
        boolean alternate,
        int width,
        char grouping,
        int precision,
        int type) {

    private static final Memo<FormatSpec> OF_INTS = new Memo<>(500);
    private static final Memo<FormatSpec> OF_STRINGS = new Memo<>(500);
    private static final Memo<FormatSpec> OF_OTHERS = new Memo<>(500);

    /**
     * Parses a specification for an object.
     *
     * @param defaultType the type when none is given: 'd' for int, 's' for str, 0 for float and complex
     * @param defaultAlign '&lt;' for str, '&gt;' for numbers
     * @param typeName the object's type, for messages
     * @throws IllegalArgumentException with Python's ValueError message
     */
    public static FormatSpec parse(String spec, char defaultType, char defaultAlign, String typeName) {
        Memo<FormatSpec> known = defaultType == 'd' ? OF_INTS : defaultType == 's' ? OF_STRINGS : OF_OTHERS;
        return known.of(spec, s -> new Parser(s, typeName).parse(defaultType, defaultAlign));
    }

    /** {@code Unknown format code ...}, the error of a presentation type that the object lacks. */
    static IllegalArgumentException unknownType(int type, String typeName) {
        return new IllegalArgumentException(
                "Unknown format code '" + shown(type) + "' for object of type '" + typeName + "'");
    }

    private static String shown(int c) {
        return c > 32 && c < 128 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c);
    }

    private static final class Parser {
        private final int[] spec;
        private final String text;
        private final String typeName;
        private int at;

        Parser(String text, String typeName) {
            this.text = text;
            this.spec = text.codePoints().toArray();
            this.typeName = typeName;
        }

        private int peek(int offset) {
            return at + offset < spec.length ? spec[at + offset] : -1;
        }

        private boolean accept(char c) {
            if (peek(0) == c) {
                at++;
                return true;
            }
            return false;
        }

        FormatSpec parse(char defaultType, char defaultAlign) {
            int fill = ' ';
            char align = defaultAlign;
            boolean fillGiven = false;
            boolean alignGiven = false;
            if (isAlign(peek(1))) {
                fill = spec[at];
                align = (char) spec[at + 1];
                fillGiven = true;
                alignGiven = true;
                at += 2;
            } else if (isAlign(peek(0))) {
                align = (char) spec[at++];
                alignGiven = true;
            }
            char sign = 0;
            if (peek(0) == '+' || peek(0) == '-' || peek(0) == ' ') {
                sign = (char) spec[at++];
            }
            boolean noNegativeZero = accept('z');
            boolean alternate = accept('#');
            if (!fillGiven && accept('0')) {
                fill = '0';
                if (!alignGiven && defaultAlign == '>') {
                    align = '=';
                }
            }
            int width = integer();
            char grouping = grouping();
            int precision = -1;
            if (accept('.')) {
                precision = integer();
                if (precision < 0) {
                    throw new IllegalArgumentException("Format specifier missing precision");
                }
            }
            if (spec.length - at > 1) {
                throw new IllegalArgumentException(
                        "Invalid format specifier '" + text + "' for object of type '" + typeName + "'");
            }
            int type = at < spec.length ? spec[at] : defaultType;
            if (grouping != 0) {
                checkGrouping(grouping, type);
            }
            return new FormatSpec(fill, align, sign, noNegativeZero, alternate, width, grouping, precision, type);
        }

        private static boolean isAlign(int c) {
            return c == '<' || c == '>' || c == '=' || c == '^';
        }

        private char grouping() {
            char grouping = 0;
            if (accept(',')) {
                grouping = ',';
            }
            if (accept('_')) {
                if (grouping != 0) {
                    throw new IllegalArgumentException("Cannot specify both ',' and '_'.");
                }
                grouping = '_';
            }
            if (grouping == '_' && peek(0) == ',') {
                throw new IllegalArgumentException("Cannot specify both ',' and '_'.");
            }
            return grouping;
        }

        /** A decimal number, of Unicode digits too; -1 when there is none. */
        private int integer() {
            long value = -1;
            int digit;
            while (at < spec.length && (digit = UnicodeProperties.decimalValue(spec[at])) >= 0) {
                value = Math.max(value, 0);
                // CPython's limit is that of Py_ssize_t; a Java text ends at 2^31 - 1.
                if (value > (Long.MAX_VALUE - digit) / 10) {
                    throw new IllegalArgumentException("Too many decimal digits in format string");
                }
                value = value * 10 + digit;
                at++;
            }
            return (int) Math.min(value, Integer.MAX_VALUE);
        }

        private static void checkGrouping(char grouping, int type) {
            boolean fits = type == 0
                    || type < 128 && "deEfFgG%".indexOf(type) >= 0
                    || grouping == '_' && type < 128 && "boxX".indexOf(type) >= 0;
            if (!fits) {
                throw new IllegalArgumentException("Cannot specify '" + grouping + "' with '" + shown(type) + "'.");
            }
        }
    }
}
