package org.picklejar.syntax;

import java.io.ByteArrayOutputStream;
import org.picklejar.text.unicode.CharacterNames;

/** What the text of a string literal means: its escape sequences. */
final class StringLiterals {
    /** An escape sequence that means nothing; the message is the one of Python's SyntaxError. */
    static final class EscapeException extends Exception {
        private static final long serialVersionUID = 1;

        EscapeException(String message) {
            super(message, null, false, false);
        }
    }

    private static final String SIMPLE_ESCAPES = "\\\\''\"\"a\u0007b\bf\fn\nr\rt\tv\u000b";

    private StringLiterals() {}

    /** The value of literal text without its quotes; backslashes stay as they are when the literal is raw. */
    static String decode(String text, boolean isRaw) throws EscapeException {
        int backslash = isRaw ? -1 : text.indexOf('\\');
        if (backslash < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (backslash >= 0) {
            out.append(text, copied, backslash);
            copied = escape(text, backslash, out);
            backslash = text.indexOf('\\', copied);
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** Appends what the escape at {@code backslash} stands for; returns the offset behind it. */
    private static int escape(String text, int backslash, StringBuilder out) throws EscapeException {
        int p = backslash + 1;
        if (p >= text.length()) {
            // Only in an f-string, where a backslash may stand before a brace.
            out.append('\\');
            return p;
        }
        char c = text.charAt(p);
        switch (c) {
            case '\n' -> {
                return p + 1;
            }
            case 'x' -> {
                return hex(text, backslash, 2, "truncated \\xXX escape", out);
            }
            case 'u' -> {
                return hex(text, backslash, 4, "truncated \\uXXXX escape", out);
            }
            case 'U' -> {
                return hex(text, backslash, 8, "truncated \\UXXXXXXXX escape", out);
            }
            case 'N' -> {
                return named(text, backslash, out);
            }
            default -> {
                if (c >= '0' && c <= '7') {
                    int end = octalEnd(text, p);
                    out.append((char) Integer.parseInt(text, p, end, 8));
                    return end;
                }
                int simple = simpleEscape(c);
                if (simple < 0) {
                    out.append('\\').append(c);
                } else {
                    out.append((char) simple);
                }
                return p + 1;
            }
        }
    }

    /** Where the first escape sequence is that means nothing or too much; -1 when there is none. */
    static int invalidEscape(String text, boolean isBytes) {
        for (int p = text.indexOf('\\'); p >= 0; p = text.indexOf('\\', p + 2)) {
            char c = p + 1 < text.length() ? text.charAt(p + 1) : '{';
            if (c >= '0' && c <= '7') {
                if (c >= '4' && octalEnd(text, p + 1) == p + 4) {
                    return p;
                }
            } else if (c != '\n' && c != 'x' && simpleEscape(c) < 0 && (isBytes || c != 'u' && c != 'U' && c != 'N')) {
                return p;
            }
        }
        return -1;
    }

    private static int octalEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        return end;
    }

    /** The meaning of a one-letter escape, or -1. */
    private static int simpleEscape(char c) {
        for (int i = 0; i < SIMPLE_ESCAPES.length(); i += 2) {
            if (SIMPLE_ESCAPES.charAt(i) == c) {
                return SIMPLE_ESCAPES.charAt(i + 1);
            }
        }
        return -1;
    }

    private static int hex(String text, int backslash, int digits, String complaint, StringBuilder out)
            throws EscapeException {
        int start = backslash + 2;
        int end = start;
        while (end < text.length() && end < start + digits && isHexDigit(text.charAt(end))) {
            end++;
        }
        if (end < start + digits) {
            throw unicodeError(text, backslash, end, complaint);
        }
        long point = Long.parseLong(text, start, end, 16);
        if (point > Character.MAX_CODE_POINT) {
            throw unicodeError(text, backslash, end, "illegal Unicode character");
        }
        out.appendCodePoint((int) point);
        return end;
    }

    private static boolean isHexDigit(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private static int named(String text, int backslash, StringBuilder out) throws EscapeException {
        int open = backslash + 2;
        int close = open < text.length() && text.charAt(open) == '{' ? text.indexOf('}', open) : -1;
        if (close < 0 || close == open + 1) {
            int end = close < 0 ? Math.min(open, text.length()) : close + 1;
            if (close < 0 && open < text.length() && text.charAt(open) == '{') {
                end = text.length();
            }
            throw unicodeError(text, backslash, end, "malformed \\N character escape");
        }
        int c = CharacterNames.lookup(text.substring(open + 1, close));
        if (c < 0) {
            throw unicodeError(text, backslash, close + 1, "unknown Unicode character name");
        }
        out.appendCodePoint(c);
        return close + 1;
    }

    /** Positions are those of CPython, which first rewrites each non-ASCII character as an escape of ten characters. */
    private static EscapeException unicodeError(String text, int start, int end, String reason) {
        int from = escapedLength(text, start);
        int to = from + escapedLength(text, end) - escapedLength(text, start) - 1;
        String where = to > from ? "bytes in position " + from + "-" + to : "byte 0x5c in position " + from;
        return new EscapeException("(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason);
    }

    private static int escapedLength(String text, int end) {
        int length = 0;
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            length += text.charAt(i) < 128 ? 1 : 10;
        }
        return length;
    }

    /** The value of a bytes literal's text, which must be ASCII. */
    static byte[] decodeBytes(String text, boolean isRaw) throws EscapeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int p = 0;
        while (p < text.length()) {
            char c = text.charAt(p);
            if (c >= 128) {
                throw new EscapeException("bytes can only contain ASCII literal characters");
            }
            if (c != '\\' || isRaw) {
                out.write(c);
                p++;
            } else {
                p = byteEscape(text, p, out);
            }
        }
        return out.toByteArray();
    }

    private static int byteEscape(String text, int backslash, ByteArrayOutputStream out) throws EscapeException {
        int p = backslash + 1;
        char c = text.charAt(p);
        if (c == '\n') {
            return p + 1;
        }
        if (c >= '0' && c <= '7') {
            int end = octalEnd(text, p);
            out.write(Integer.parseInt(text, p, end, 8));
            return end;
        }
        if (c == 'x') {
            if (p + 2 >= text.length() || !isHexDigit(text.charAt(p + 1)) || !isHexDigit(text.charAt(p + 2))) {
                throw new EscapeException("(value error) invalid \\x escape at position " + backslash);
            }
            out.write(Integer.parseInt(text, p + 1, p + 3, 16));
            return p + 3;
        }
        int simple = simpleEscape(c);
        if (simple >= 0) {
            out.write(simple);
            return p + 1;
        }
        // An unknown escape stands for itself; its letter is checked for ASCII like any other.
        out.write('\\');
        return p;
    }
}
