package org.picklejar.text;

import org.picklejar.text.unicode.UnicodeProperties;

/** The literal forms of str and bytes. */
public final class StringText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private StringText() {}

    /** {@code repr(s)}. */
    public static String repr(String s) {
        return quoted(s, false);
    }

    /** {@code ascii(s)}. */
    public static String ascii(String s) {
        return quoted(s, true);
    }

    /** Escapes what is not ASCII in a text that is a repr already: {@code ascii(object)} from {@code repr(object)}. */
    public static String asciiOfRepr(String repr) {
        StringBuilder out = null;
        for (int i = 0; i < repr.length(); ) {
            int c = repr.codePointAt(i);
            if (c >= 0x80 && out == null) {
                out = new StringBuilder(repr.length() + 16).append(repr, 0, i);
            }
            if (out != null) {
                if (c < 0x80) {
                    out.append((char) c);
                } else {
                    escape(out, c);
                }
            }
            i += Character.charCount(c);
        }
        return out == null ? repr : out.toString();
    }

    private static char quote(boolean single, boolean dbl) {
        return single && !dbl ? '"' : '\'';
    }

    private static String quoted(String s, boolean ascii) {
        char quote = quote(s.indexOf('\'') >= 0, s.indexOf('"') >= 0);
        StringBuilder out = new StringBuilder(s.length() + 2).append(quote);
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c >= 0x20 && c < 0x7F) {
                out.append((char) c);
            } else if (c >= 0x80 && !ascii && UnicodeProperties.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                escape(out, c);
            }
        }
        return out.append(quote).toString();
    }

    /** Appends the shortest of {@code \n \r \t \xHH \\uHHHH \UHHHHHHHH}. */
    static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n':
                out.append("\\n");
                return;
            case '\r':
                out.append("\\r");
                return;
            case '\t':
                out.append("\\t");
                return;
            default:
        }
        if (c < 0x100) {
            hex(out.append("\\x"), c, 2);
        } else if (c < 0x10000) {
            hex(out.append("\\u"), c, 4);
        } else {
            hex(out.append("\\U"), c, 8);
        }
    }

    static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX[value >>> shift & 15]);
        }
    }

    /** {@code repr(b)} of a bytes object. */
    public static String reprBytes(byte[] bytes) {
        boolean single = false;
        boolean dbl = false;
        for (byte b : bytes) {
            single |= b == '\'';
            dbl |= b == '"';
        }
        return quotedBytes(bytes, quote(single, dbl));
    }

    private static String quotedBytes(byte[] bytes, char quote) {
        StringBuilder out = new StringBuilder(bytes.length + 3).append('b').append(quote);
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c >= 0x20 && c < 0x7F) {
                out.append((char) c);
            } else {
                escape(out, c);
            }
        }
        return out.append(quote).toString();
    }
}
