package org.picklejar.syntax;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of literals, as Python's {@code repr} has it. */
final class Literals {
    private Literals() {}

    /** @param value as in {@link Expr.Constant} */
    static String repr(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value == Expr.Constant.ELLIPSIS) {
            return "...";
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof byte[] bytes) {
            return quotedBytes(bytes);
        }
        if (value instanceof Double number) {
            return number(number, true);
        }
        if (value instanceof Expr.Complex z) {
            String imaginary = number(z.im(), false) + "j";
            return z.re() == 0 ? imaginary : "(" + number(z.re(), false) + (z.im() < 0 ? "" : "+") + imaginary + ")";
        }
        if (value instanceof List<?> items) {
            return "(" + all(items) + (items.size() == 1 ? ",)" : ")");
        }
        if (value instanceof Set<?> items) {
            return items.isEmpty() ? "frozenset()" : "frozenset({" + all(items) + "})";
        }
        return value.toString();
    }

    private static String all(Collection<?> items) {
        return items.stream().map(Literals::repr).collect(Collectors.joining(", "));
    }

    /** The shortest text that reads back as the same number. Infinity comes from a literal too large, and stays one. */
    private static String number(double value, boolean keepsPoint) {
        if (Double.isInfinite(value)) {
            return "1e309";
        }
        if (value == 0) {
            return keepsPoint ? "0.0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return mantissa + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        }
        String plain = shortest.toPlainString();
        return keepsPoint && plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static char quoteFor(boolean hasSingle, boolean hasDouble) {
        return hasSingle && !hasDouble ? '"' : '\'';
    }

    private static String quoted(String text) {
        char quote = quoteFor(text.indexOf('\'') >= 0, text.indexOf('"') >= 0);
        StringBuilder out = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (!escapedControl(c, out)) {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
                }
            }
        });
        return out.append(quote).toString();
    }

    private static String quotedBytes(byte[] bytes) {
        boolean hasSingle = false;
        boolean hasDouble = false;
        for (byte b : bytes) {
            hasSingle |= b == '\'';
            hasDouble |= b == '"';
        }
        char quote = quoteFor(hasSingle, hasDouble);
        StringBuilder out = new StringBuilder("b").append(quote);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (!escapedControl(c, out)) {
                out.append(c >= 32 && c < 127 ? Character.toString(c) : String.format(Locale.ROOT, "\\x%02x", c));
            }
        }
        return out.append(quote).toString();
    }

    private static boolean escapedControl(int c, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** As {@code str.isprintable} has it. */
    static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}
