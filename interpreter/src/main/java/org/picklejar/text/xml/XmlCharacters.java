package org.picklejar.text.xml;

/** The kinds of characters that XML knows. Characters beyond the first plane come as two. */
final class XmlCharacters {
    private static final String PUBLIC_ID = " \r\n-'()+,./:=?;!*#@$_%";

    private XmlCharacters() {}

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether it may stand in a document. The decoder gives U+FFFF for what is none. */
    static boolean isAllowed(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\n' || c == '\t' || c == '\r';
    }

    /** As the first four editions of XML 1.0 have it, about. */
    static boolean isNameStart(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
        }
        if (c < 0x3000) {
            return c >= 0xC0 && c < 0x2000 && Character.isLetter(c)
                    || c == 0x2126
                    || c == 0x212A
                    || c == 0x212B
                    || c == 0x212E
                    || c >= 0x2180 && c <= 0x2182;
        }
        return c == 0x3007
                || c >= 0x3021 && c <= 0x3029
                || c >= 0x3041 && c <= 0x3094
                || c >= 0x30A1 && c <= 0x30FA
                || c >= 0x3105 && c <= 0x312C
                || c >= 0x4E00 && c <= 0x9FA5
                || c >= 0xAC00 && c <= 0xD7A3;
    }

    static boolean isName(char c) {
        return isNameStart(c)
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == 0xB7
                || c >= 0x300 && c < 0x3100 && isPartOfName(c);
    }

    private static boolean isPartOfName(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.MODIFIER_LETTER;
    }

    static boolean isPublicId(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PUBLIC_ID.indexOf(c) >= 0;
    }

    /** Whether a number may be the one of a character reference. */
    static boolean isReference(int n) {
        return n >= ' '
                ? n < 0xD800 || n > 0xDFFF && n < 0xFFFE || n >= 0x10000 && n <= 0x10FFFF
                : n == '\n' || n == '\t' || n == '\r';
    }

    /** The character of a predefined entity, 0 for others. */
    static char predefined(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> 0;
        };
    }
}
