package org.picklejar.text.regex;

import org.picklejar.text.unicode.CaseMapping;
import org.picklejar.text.unicode.UnicodeProperties;

/** The character functions of {@code _sre}. Those of the locale are those of the C locale. */
public final class SreCharacters {

    private SreCharacters() {}

    public static boolean asciiIsCased(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    public static boolean unicodeIsCased(int c) {
        return unicodeToLower(c) != c || unicodeToUpper(c) != c;
    }

    public static int asciiToLower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    static int asciiToUpper(int c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    /** The simple lower case mapping; what is no code point stays. */
    public static int unicodeToLower(int c) {
        return c >= 0 && c <= Character.MAX_CODE_POINT ? CaseMapping.toLower(c) : c;
    }

    /** The first character of the upper case mapping, as CPython has it. */
    public static int unicodeToUpper(int c) {
        return c >= 0 && c <= Character.MAX_CODE_POINT ? CaseMapping.toUpper(c) : c;
    }

    static boolean isWord(int c) {
        return asciiIsCased(c) || c >= '0' && c <= '9' || c == '_';
    }

    static boolean isUnicodeWord(int c) {
        return c < 0x80 ? isWord(c) : UnicodeProperties.isAlnum(c);
    }

    /** Whether a character is in the category with the given code of {@code _constants.CHCODES}. */
    static boolean inCategory(int category, int c) {
        boolean in;
        switch (category >> 1) {
            case 0:
                in = c >= '0' && c <= '9';
                break;
            case 1:
                in = c == ' ' || c >= 9 && c <= 13;
                break;
            case 2:
            case 4:
                in = isWord(c);
                break;
            case 3:
                in = c == '\n';
                break;
            case 5:
                in = UnicodeProperties.isDecimal(c);
                break;
            case 6:
                in = UnicodeProperties.isSpace(c);
                break;
            case 7:
                in = isUnicodeWord(c);
                break;
            default:
                in = UnicodeProperties.isLineBreak(c);
                break;
        }
        return in == ((category & 1) == 0);
    }
}
