package org.picklejar.text;

import java.math.BigInteger;
import java.util.Locale;

/**
 * {@code format(value, spec)} of the builtin types. Errors are IllegalArgumentException for Python's ValueError and
 * ArithmeticException for its OverflowError, with Python's messages. The locale of 'n' is C: no grouping.
 */
public final class Formatter {
    private Formatter() {}

    /** {@code bool.__format__}: the name without a specification, else as an int. */
    public static String format(boolean value, String spec) {
        return spec.isEmpty()
                ? value ? "True" : "False"
                : format(value ? BigInteger.ONE : BigInteger.ZERO, spec, "bool");
    }

    public static String format(long value, String spec) {
        return spec.isEmpty() ? Long.toString(value) : format(BigInteger.valueOf(value), spec, "int");
    }

    /** {@code int.__format__} with the digit limit of start-up. */
    public static String format(BigInteger value, String spec, String typeName) {
        return format(value, spec, typeName, IntText.DEFAULT_MAX_DIGITS);
    }

    /**
     * {@code int.__format__}.
     *
     * @param typeName that of the object, for messages
     * @param maxDigits the limit of {@link IntText#toText}
     */
    public static String format(BigInteger value, String spec, String typeName, int maxDigits) {
        if (spec.isEmpty()) {
            return IntText.toText(value, 10, maxDigits);
        }
        FormatSpec format = FormatSpec.parse(spec, 'd', '>', typeName);
        switch (format.type()) {
            case 'b':
            case 'c':
            case 'd':
            case 'o':
            case 'x':
            case 'X':
            case 'n':
                return formatInt(value, format, maxDigits);
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G':
            case '%':
                return formatFloat(toDouble(value), format);
            default:
                throw FormatSpec.unknownType(format.type(), typeName);
        }
    }

    /**
     * {@code float(n)}, rounded half-even.
     *
     * @throws ArithmeticException when the number exceeds the range of a float
     */
    public static double toDouble(BigInteger value) {
        double result = value.doubleValue();
        if (Double.isInfinite(result)) {
            throw new ArithmeticException("int too large to convert to float");
        }
        return result;
    }

    private static String formatInt(BigInteger value, FormatSpec format, int maxDigits) {
        if (format.precision() >= 0) {
            throw new IllegalArgumentException("Precision not allowed in integer format specifier");
        }
        if (format.noNegativeZero()) {
            throw new IllegalArgumentException("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (format.type() == 'c') {
            return formatCharacter(value, format);
        }
        String prefix = "";
        int base = 10;
        switch (format.type()) {
            case 'b':
                base = 2;
                prefix = "0b";
                break;
            case 'o':
                base = 8;
                prefix = "0o";
                break;
            case 'x':
                base = 16;
                prefix = "0x";
                break;
            case 'X':
                base = 16;
                prefix = "0X";
                break;
            default:
        }
        String digits = IntText.toText(value.abs(), base, maxDigits);
        if (format.type() == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        return NumberLayout.of(
                value.signum() < 0,
                format.alternate() && base != 10 ? prefix : "",
                digits,
                "",
                base == 10 ? 3 : 4,
                format);
    }

    private static String formatCharacter(BigInteger value, FormatSpec format) {
        if (format.sign() != 0) {
            throw new IllegalArgumentException("Sign not allowed with integer format specifier 'c'");
        }
        if (format.alternate()) {
            throw new IllegalArgumentException("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (value.bitLength() > 63) {
            throw new ArithmeticException("Python int too large to convert to C long");
        }
        if (value.signum() < 0 || value.bitLength() > 21 || value.intValue() > 0x10FFFF) {
            throw new ArithmeticException("%c arg not in range(0x110000)");
        }
        return NumberLayout.of(false, "", "", Character.toString(value.intValue()), 3, format);
    }

    /** {@code float.__format__}. */
    public static String format(double value, String spec, String typeName) {
        if (spec.isEmpty()) {
            return FloatText.repr(value);
        }
        FormatSpec format = FormatSpec.parse(spec, '\0', '>', typeName);
        switch (format.type()) {
            case 0:
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G':
            case 'n':
            case '%':
                return formatFloat(value, format);
            default:
                throw FormatSpec.unknownType(format.type(), typeName);
        }
    }

    private static String formatFloat(double value, FormatSpec format) {
        boolean percent = format.type() == '%';
        String text = floatDigits(percent ? value * 100 : value, format, format.type() == 0) + (percent ? "%" : "");
        return NumberLayout.ofDecimal(text, format);
    }

    private static String floatDigits(double value, FormatSpec format, boolean addPointZero) {
        if (format.precision() == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("precision too big");
        }
        char code = format.type() == 0
                ? 'r'
                : format.type() == 'n' ? 'g' : format.type() == '%' ? 'f' : (char) format.type();
        int precision = format.precision();
        if (precision < 0) {
            precision = code == 'r' ? 0 : 6;
        } else if (code == 'r') {
            code = 'g';
        }
        return FloatText.format(
                value,
                code,
                precision,
                new FloatText.Layout(format.alternate(), addPointZero, format.noNegativeZero()));
    }

    /** {@code complex.__format__}. */
    public static String format(double real, double imaginary, String spec, String typeName) {
        FormatSpec format = FormatSpec.parse(spec, '\0', '>', typeName);
        switch (format.type()) {
            case 0:
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G':
            case 'n':
                break;
            default:
                throw FormatSpec.unknownType(format.type(), typeName);
        }
        if (format.fill() == '0') {
            throw new IllegalArgumentException("Zero padding is not allowed in complex format specifier");
        }
        if (format.align() == '=') {
            throw new IllegalArgumentException("'=' alignment flag is not allowed in complex format specifier");
        }
        boolean imaginaryOnly = format.type() == 0 && Double.doubleToRawLongBits(real) == 0;
        boolean parentheses = format.type() == 0 && !imaginaryOnly;
        StringBuilder out = new StringBuilder(parentheses ? "(" : "");
        if (!imaginaryOnly) {
            out.append(part(real, format, format.sign()));
        }
        out.append(part(imaginary, format, imaginaryOnly ? format.sign() : '+')).append(parentheses ? "j)" : "j");
        return NumberLayout.pad(out.toString(), format.width(), format.align(), format.fill());
    }

    private static String part(double value, FormatSpec format, char sign) {
        return NumberLayout.ofDecimal(
                floatDigits(value, format, false),
                new FormatSpec(
                        ' ',
                        '<',
                        sign,
                        format.noNegativeZero(),
                        format.alternate(),
                        -1,
                        format.grouping(),
                        format.precision(),
                        format.type()));
    }

    /** {@code str.__format__}. */
    public static String format(String value, String spec, String typeName) {
        if (spec.isEmpty()) {
            return value;
        }
        FormatSpec format = FormatSpec.parse(spec, 's', '<', typeName);
        if (format.type() != 's') {
            throw FormatSpec.unknownType(format.type(), typeName);
        }
        if (format.sign() != 0) {
            throw new IllegalArgumentException(
                    (format.sign() == ' ' ? "Space" : "Sign") + " not allowed in string format specifier");
        }
        if (format.noNegativeZero()) {
            throw new IllegalArgumentException("Negative zero coercion (z) not allowed in string format specifier");
        }
        if (format.alternate()) {
            throw new IllegalArgumentException("Alternate form (#) not allowed in string format specifier");
        }
        if (format.align() == '=') {
            throw new IllegalArgumentException("'=' alignment not allowed in string format specifier");
        }
        return NumberLayout.pad(truncated(value, format.precision()), format.width(), format.align(), format.fill());
    }

    /** The first {@code count} code points; all when negative. */
    static String truncated(String s, int count) {
        return count < 0 || count >= s.length() || s.codePointCount(0, s.length()) <= count
                ? s
                : s.substring(0, s.offsetByCodePoints(0, count));
    }
}
