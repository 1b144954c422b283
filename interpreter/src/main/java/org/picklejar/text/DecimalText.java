package org.picklejar.text;

import org.picklejar.text.unicode.UnicodeProperties;

/** The reading of numbers from str: Unicode digits and white space become ASCII, and white space at both ends goes. */
final class DecimalText {
    private DecimalText() {}

    static String normalize(String text) {
        String s = text;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x7F) {
                s = toAscii(s);
                break;
            }
        }
        int start = 0;
        int end = s.length();
        while (start < end && isSpace(s.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(s.charAt(end - 1))) {
            end--;
        }
        return s.substring(start, end);
    }

    /** White space of the C locale, which lacks U+001C to U+001F. */
    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static String toAscii(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x7F) {
                out.append((char) c);
            } else if (UnicodeProperties.isSpace(c)) {
                out.append(' ');
            } else {
                int digit = UnicodeProperties.decimalValue(c);
                out.append(digit < 0 ? '?' : (char) ('0' + digit));
            }
        }
        return out.toString();
    }
}
