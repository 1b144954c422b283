package org.picklejar.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The printf-style formatting of str and bytes: its parser, and the layout of converted values. A bytes format is parsed as
 * the str of the same Latin-1 characters. The caller walks the pieces, takes the arguments and raises what goes wrong in order.
 */
public final class PercentFormat {
    /** The width or precision is the next argument. */
    public static final int STAR = -2;
    /** The width or precision is not given. */
    public static final int NONE = -1;

    /** A part of a format. */
    public sealed interface Piece permits Literal, Conversion, Failure {}

    /** Text to copy. */
    public record Literal(String text) implements Piece {}

    /**
     * A conversion.
     *
     * @param key the mapping key, null when there is none
     * @param width {@link #NONE}, {@link #STAR} or a number
     * @param precision as {@code width}
     * @param type the conversion character, which may be an unknown one: raise {@link #unsupported} once the argument is taken
     * @param index the position of the type in the format, in code points
     */
    public record Conversion(
            String key,
            boolean left,
            boolean plus,
            boolean space,
            boolean alternate,
            boolean zero,
            int width,
            int precision,
            int type,
            int index)
            implements Piece {
        public boolean isKnown() {
            return type < 128 && "diouxXeEfFgGcrsab".indexOf(type) >= 0;
        }

        /** The ValueError message for a type that is not known. */
        public String unsupported() {
            return "unsupported format character '" + (type > 31 && type < 128 ? (char) type : '?') + "' (0x"
                    + Integer.toHexString(type) + ") at index " + index;
        }
    }

    /** The point where the format is malformed: raise a ValueError with the message. {@code key} comes first when not null. */
    public record Failure(String key, String message) implements Piece {}

    private static final Memo<List<Piece>> KNOWN = new Memo<>(500);

    private PercentFormat() {}

    /** The pieces of a format; a {@link Failure} is the last one. */
    public static List<Piece> parse(String format) {
        return KNOWN.of(format, f -> List.copyOf(new Parser(f).parse()));
    }

    private static final class Parser {
        private final int[] format;
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int at;

        Parser(String format) {
            this.format = format.codePoints().toArray();
        }

        List<Piece> parse() {
            while (at < format.length) {
                int c = format[at++];
                if (c != '%') {
                    literal.appendCodePoint(c);
                } else if (at < format.length && format[at] == '%') {
                    literal.append('%');
                    at++;
                } else {
                    flush();
                    Piece piece = conversion();
                    pieces.add(piece);
                    if (piece instanceof Failure) {
                        break;
                    }
                }
            }
            flush();
            return pieces;
        }

        private void flush() {
            if (literal.length() > 0) {
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        private int next() {
            return at < format.length ? format[at++] : -1;
        }

        private Piece conversion() {
            String key = null;
            int c = next();
            if (c == '(') {
                int start = at;
                int depth = 1;
                while (depth > 0 && at < format.length) {
                    c = format[at++];
                    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                }
                if (depth > 0) {
                    return new Failure(null, "incomplete format key");
                }
                key = new String(format, start, at - 1 - start);
                c = next();
            }
            boolean left = false;
            boolean plus = false;
            boolean space = false;
            boolean alternate = false;
            boolean zero = false;
            for (boolean more = true; more; ) {
                switch (c) {
                    case '-':
                        left = true;
                        break;
                    case '+':
                        plus = true;
                        break;
                    case ' ':
                        space = true;
                        break;
                    case '#':
                        alternate = true;
                        break;
                    case '0':
                        zero = true;
                        break;
                    default:
                        more = false;
                }
                if (more) {
                    c = next();
                }
            }
            int width = NONE;
            if (c == '*') {
                width = STAR;
                c = next();
            } else if (isDigit(c)) {
                at--;
                width = number();
                if (width < 0) {
                    return new Failure(key, "width too big");
                }
                c = next();
            }
            int precision = NONE;
            if (c == '.') {
                c = next();
                if (c == '*') {
                    precision = STAR;
                    c = next();
                } else {
                    precision = 0;
                    if (isDigit(c)) {
                        at--;
                        precision = number();
                        if (precision < 0) {
                            return new Failure(key, "precision too big");
                        }
                        c = next();
                    }
                }
            }
            if (c == 'h' || c == 'l' || c == 'L') {
                c = next();
            }
            if (c < 0) {
                return new Failure(key, "incomplete format");
            }
            return new Conversion(key, left, plus, space, alternate, zero, width, precision, c, at - 1);
        }

        private static boolean isDigit(int c) {
            return c >= '0' && c <= '9';
        }

        /** A decimal number, -1 when it is too big for a Java length. */
        private int number() {
            long value = 0;
            while (at < format.length && isDigit(format[at])) {
                value = Math.min(value * 10 + format[at++] - '0', Integer.MAX_VALUE + 1L);
            }
            return value > Integer.MAX_VALUE ? -1 : (int) value;
        }
    }

    /**
     * Formats an int for types d i u o x X.
     *
     * @param width the width in effect, {@link #NONE} for none; likewise {@code precision}
     * @param maxDigits the limit of {@link IntText#toText}
     */
    public static String formatInt(Conversion c, int width, int precision, BigInteger value, int maxDigits) {
        int base = c.type == 'o' ? 8 : c.type == 'x' || c.type == 'X' ? 16 : 10;
        String digits = IntText.toText(value.abs(), base, maxDigits);
        String prefix = c.alternate && base != 10 ? c.type == 'o' ? "0o" : "0x" : "";
        if (digits.length() < precision) {
            digits = "0".repeat(precision - digits.length()) + digits;
        }
        if (c.type == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
            prefix = prefix.toUpperCase(Locale.ROOT);
        }
        return signed(c, width, value.signum() < 0, prefix, digits);
    }

    /** Formats a float for types e E f F g G. */
    public static String formatFloat(Conversion c, int width, int precision, double value) {
        String text = FloatText.format(
                value, (char) c.type, precision < 0 ? 6 : precision, new FloatText.Layout(c.alternate, false, false));
        boolean negative = text.startsWith("-");
        return signed(c, width, negative, "", negative ? text.substring(1) : text);
    }

    private static String signed(Conversion c, int width, boolean negative, String prefix, String digits) {
        String head = (negative ? "-" : c.plus ? "+" : c.space ? " " : "") + prefix;
        int padding = width - head.length() - digits.length();
        if (padding <= 0) {
            return head + digits;
        }
        if (c.left) {
            return head + digits + " ".repeat(padding);
        }
        return c.zero ? head + "0".repeat(padding) + digits : " ".repeat(padding) + head + digits;
    }

    /** Formats a text for types s r a b, and a character (type c, with precision {@link #NONE}). */
    public static String formatText(Conversion c, int width, int precision, String value) {
        return NumberLayout.pad(Formatter.truncated(value, precision), width, c.left ? '<' : '>', ' ');
    }
}
