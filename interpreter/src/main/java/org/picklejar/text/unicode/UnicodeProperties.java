package org.picklejar.text.unicode;

import java.util.Arrays;
import java.util.List;

/**
 * What Python asks of a character, by Unicode 15.1 (that of Python 3.13), whatever the version of the JDK.
 * Every method takes a code point 0..0x10FFFF; surrogates are characters of category Cs.
 */
public final class UnicodeProperties {
    public static final String VERSION = "15.1.0";

    private static final int NOT_LOWER_LL = 1;
    private static final int NOT_UPPER_LU = 2;
    private static final int START = 4;
    private static final int CONTINUE = 8;
    private static final int IGNORABLE = 16;

    /** Tables are read when first asked for. */
    private static final class Categories {
        static final RunTable TABLE = RunTable.load("category");
        static final long LL = mask("Ll");
        static final long LU = mask("Lu");
        static final long LT = mask("Lt");
        static final long ND = mask("Nd");
        static final long ALPHA = mask("Lu", "Ll", "Lt", "Lm", "Lo");
        static final long ID_START = ALPHA | mask("Nl");
        static final long ID_CONTINUE = ID_START | mask("Mn", "Mc", "Nd", "Pc");
        static final long CASE_IGNORABLE = mask("Mn", "Me", "Cf", "Lm", "Sk");
        static final long UNPRINTABLE = mask("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs");

        private static long mask(String... categories) {
            List<String> all = Arrays.asList(TABLE.values());
            long mask = 0;
            for (String category : categories) {
                mask |= 1L << all.indexOf(category);
            }
            return mask;
        }
    }

    private static final class Flags {
        static final RunTable TABLE = RunTable.load("flags");
        static final int[] BITS =
                Arrays.stream(TABLE.values()).mapToInt(Integer::parseInt).toArray();
    }

    private static final class Width {
        static final RunTable TABLE = RunTable.load("width");
    }

    private static final class Bidi {
        static final RunTable TABLE = RunTable.load("bidi");
    }

    private static final class Combining {
        static final RunTable TABLE = RunTable.load("combining");
    }

    private static final class Mirrored {
        static final RunTable TABLE = RunTable.load("mirrored");
    }

    private static final class Numeric {
        static final RunTable TABLE = RunTable.load("numeric");
    }

    private UnicodeProperties() {}

    private static boolean in(int c, long mask) {
        return (mask >>> Categories.TABLE.index(c) & 1) != 0;
    }

    private static boolean flag(int c, int flag) {
        return (Flags.BITS[Flags.TABLE.index(c)] & flag) != 0;
    }

    /** The two letters of the general category. */
    public static String category(int c) {
        return Categories.TABLE.value(c);
    }

    public static boolean isPrintable(int c) {
        return c < 0x7F ? c >= 0x20 : !in(c, Categories.UNPRINTABLE);
    }

    /** XID_Start or the underscore. */
    public static boolean isIdentifierStart(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        }
        return in(c, Categories.ID_START) != flag(c, START);
    }

    /** XID_Continue. */
    public static boolean isIdentifierPart(int c) {
        if (c < 0x80) {
            return isIdentifierStart(c) || c >= '0' && c <= '9';
        }
        return in(c, Categories.ID_CONTINUE) != flag(c, CONTINUE);
    }

    public static boolean isAlpha(int c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : in(c, Categories.ALPHA);
    }

    public static boolean isAlnum(int c) {
        return c < 0x80 ? isAlpha(c) || c >= '0' && c <= '9' : in(c, Categories.ALPHA | Categories.ND) || isNumeric(c);
    }

    public static boolean isDecimal(int c) {
        return c < 0x80 ? c >= '0' && c <= '9' : in(c, Categories.ND);
    }

    public static boolean isDigit(int c) {
        return digitValue(c) >= 0;
    }

    public static boolean isNumeric(int c) {
        return c < 0x80
                ? c >= '0' && c <= '9'
                : in(c, Categories.ND) || !Numeric.TABLE.value(c).equals("-");
    }

    /** The value 0..9 of a decimal digit, -1 for any other character. */
    public static int decimalValue(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' ? c - '0' : -1;
        }
        if (!in(c, Categories.ND)) {
            return -1;
        }
        int start = c;
        while (in(start - 1, Categories.ND)) {
            start--;
        }
        return (c - start) % 10;
    }

    /** The value of a digit, superscripts and circled digits included, -1 for any other character. */
    public static int digitValue(int c) {
        int decimal = decimalValue(c);
        if (decimal >= 0 || c < 0x80) {
            return decimal;
        }
        String value = Numeric.TABLE.value(c);
        return value.charAt(0) == 'd' ? value.charAt(1) - '0' : -1;
    }

    /** The numeric value, NaN for a character that has none. */
    public static double numericValue(int c) {
        int digit = digitValue(c);
        if (digit >= 0) {
            return digit;
        }
        String value = Numeric.TABLE.value(c);
        if (value.equals("-")) {
            return Double.NaN;
        }
        int slash = value.indexOf('/');
        return slash < 0
                ? Double.parseDouble(value)
                : Double.parseDouble(value.substring(0, slash)) / Double.parseDouble(value.substring(slash + 1));
    }

    /** White space as str.isspace, str.split and str.strip see it: bidirectional type WS, B or S, or category Zs. */
    public static boolean isSpace(int c) {
        if (c < 0x80) {
            return c == ' ' || c >= 0x09 && c <= 0x0D || c >= 0x1C && c <= 0x1F;
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** A character at which str.splitlines breaks. */
    public static boolean isLineBreak(int c) {
        return c >= 0x0A && c <= 0x0D || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    public static boolean isLower(int c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : in(c, Categories.LL) != flag(c, NOT_LOWER_LL);
    }

    public static boolean isUpper(int c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : in(c, Categories.LU) != flag(c, NOT_UPPER_LU);
    }

    /** A title case letter (category Lt), such as U+01C5. */
    public static boolean isTitle(int c) {
        return in(c, Categories.LT);
    }

    public static boolean isCased(int c) {
        return isLower(c) || isUpper(c) || isTitle(c);
    }

    /** A character that the rule for the final sigma looks through. */
    public static boolean isCaseIgnorable(int c) {
        return in(c, Categories.CASE_IGNORABLE) != flag(c, IGNORABLE);
    }

    /** One of A, F, H, N, Na, W. */
    public static String eastAsianWidth(int c) {
        return Width.TABLE.value(c);
    }

    public static int combining(int c) {
        return Integer.parseInt(Combining.TABLE.value(c));
    }

    /** The bidirectional class, "" for a character that has none. */
    public static String bidirectional(int c) {
        String value = Bidi.TABLE.value(c);
        return value.equals("-") ? "" : value;
    }

    public static boolean isMirrored(int c) {
        return Mirrored.TABLE.value(c).equals("1");
    }
}
