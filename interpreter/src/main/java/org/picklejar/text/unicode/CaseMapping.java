package org.picklejar.text.unicode;

/** The case conversions of str, with the mappings to several characters and the final sigma. */
public final class CaseMapping {
    private static final CaseMap LOWER = CaseMap.load("lower");
    private static final CaseMap UPPER = CaseMap.load("upper");
    private static final CaseMap TITLE = CaseMap.load("title");
    private static final CaseMap FOLD = CaseMap.load("fold");
    private static final int SIGMA = 0x3A3;

    private CaseMapping() {}

    /** The simple lower case mapping: one character to one character. */
    public static int toLower(int c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }
        return LOWER.first(c);
    }

    /** The first character of the upper case mapping. */
    public static int toUpper(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? c - 32 : c;
        }
        return UPPER.first(c);
    }

    public static String lower(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            appendLower(out, s, i, c);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    public static String upper(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            UPPER.append(out, c);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    public static String title(String s) {
        StringBuilder out = new StringBuilder(s.length());
        boolean inWord = false;
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (inWord) {
                appendLower(out, s, i, c);
            } else {
                appendTitle(out, c);
            }
            inWord = UnicodeProperties.isCased(c);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    public static String capitalize(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (i == 0) {
                appendTitle(out, c);
            } else {
                appendLower(out, s, i, c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    public static String swapcase(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (UnicodeProperties.isUpper(c)) {
                appendLower(out, s, i, c);
            } else if (UnicodeProperties.isLower(c)) {
                UPPER.append(out, c);
            } else {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    public static String casefold(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            if (FOLD.contains(c)) {
                FOLD.append(out, c);
            } else {
                LOWER.append(out, c);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static void appendTitle(StringBuilder out, int c) {
        if (TITLE.contains(c)) {
            TITLE.append(out, c);
        } else {
            UPPER.append(out, c);
        }
    }

    private static void appendLower(StringBuilder out, String s, int index, int c) {
        if (c == SIGMA) {
            out.append(isFinalSigma(s, index) ? '\u03C2' : '\u03C3');
        } else {
            LOWER.append(out, c);
        }
    }

    /** A cased letter before and none behind, case-ignorable characters apart (Unicode, table 3-17). */
    private static boolean isFinalSigma(String s, int index) {
        int i = index;
        int c = 0;
        while (i > 0 && UnicodeProperties.isCaseIgnorable(c = s.codePointBefore(i))) {
            i -= Character.charCount(c);
        }
        if (i == 0 || !UnicodeProperties.isCased(c)) {
            return false;
        }
        i = index + 1;
        while (i < s.length() && UnicodeProperties.isCaseIgnorable(c = s.codePointAt(i))) {
            i += Character.charCount(c);
        }
        return i == s.length() || !UnicodeProperties.isCased(c);
    }
}
