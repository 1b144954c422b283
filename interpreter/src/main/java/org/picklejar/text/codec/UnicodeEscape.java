package org.picklejar.text.codec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.picklejar.text.unicode.CharacterNames;

/** The encodings unicode_escape and raw_unicode_escape. */
public final class UnicodeEscape {
    private static final String NAME = "unicodeescape";
    private static final String RAW_NAME = "rawunicodeescape";

    /**
     * What a decoder made of its input.
     *
     * @param invalidEscape the position of the first backslash that starts no known escape (or an octal one beyond 0o377),
     *     for which Python warns; -1 for none
     */
    public record Result(String text, int consumed, int invalidEscape) {}

    private UnicodeEscape() {}

    /** {@code text.encode('unicode_escape')}. */
    public static byte[] encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7F && c != '\\') {
                out.append((char) c);
            } else if (c == '\\') {
                out.append("\\\\");
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\r') {
                out.append("\\r");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < 0x100) {
                out.append(String.format(Locale.ROOT, "\\x%02x", c));
            } else {
                wide(out, c);
            }
        });
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void wide(StringBuilder out, int c) {
        out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
    }

    /** {@code text.encode('raw_unicode_escape')}. */
    public static byte[] encodeRaw(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x100) {
                out.append((char) c);
            } else {
                wide(out, c);
            }
        });
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes unicode_escape; bytes beyond ASCII are Latin-1.
     *
     * @param complete whether the input ends here; when not, an incomplete escape at its end is left unused
     * @throws CodingError as the handler decides
     */
    public static Result decode(byte[] s, ErrorHandler handler, boolean complete) {
        DecodeBuffer buffer = new DecodeBuffer(s, handler);
        StringBuilder out = buffer.out;
        int invalid = -1;
        int i = 0;
        while (i < s.length) {
            int start = i;
            int c = s[i++] & 0xFF;
            if (c != '\\') {
                out.append((char) c);
                continue;
            }
            if (i == s.length) {
                if (!complete) {
                    return new Result(out.toString(), start, invalid);
                }
                i = buffer.fail(NAME, start, i, "\\ at end of string");
                continue;
            }
            c = s[i++] & 0xFF;
            int simple = "\\'\"abfnrtv".indexOf(c);
            if (simple >= 0) {
                out.append("\\'\"\u0007\b\f\n\r\t\u000B".charAt(simple));
            } else if (c == '\n') {
                // The line goes on in the next.
            } else if (c >= '0' && c <= '7') {
                int value = c - '0';
                for (int k = 0; k < 2 && i < s.length && s[i] >= '0' && s[i] <= '7'; k++) {
                    value = value * 8 + s[i++] - '0';
                }
                if (value > 0377 && invalid < 0) {
                    invalid = start;
                }
                out.append((char) value);
            } else if (c == 'x' || c == 'u' || c == 'U') {
                int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
                int end = hexEnd(s, i, digits);
                if (end - i < digits) {
                    if (!complete && end == s.length) {
                        return new Result(out.toString(), start, invalid);
                    }
                    String shape = c == 'x' ? "\\xXX" : c == 'u' ? "\\uXXXX" : "\\UXXXXXXXX";
                    i = buffer.fail(NAME, start, end, "truncated " + shape + " escape");
                    continue;
                }
                long value = hex(s, i, end);
                i = end;
                if (value > 0x10FFFF) {
                    i = buffer.fail(NAME, start, end, "illegal Unicode character");
                } else {
                    out.appendCodePoint((int) value);
                }
            } else if (c == 'N') {
                int close = i;
                boolean open = i < s.length && s[i] == '{';
                while (open && close < s.length && s[close] != '}') {
                    close++;
                }
                if (!complete && (i == s.length || open && close == s.length)) {
                    return new Result(out.toString(), start, invalid);
                }
                if (!open || close == s.length || close == i + 1) {
                    i = buffer.fail(
                            NAME,
                            start,
                            !open ? i : close == s.length ? close : close + 1,
                            "malformed \\N character escape");
                    continue;
                }
                int found = CharacterNames.lookup(new String(s, i + 1, close - i - 1, StandardCharsets.ISO_8859_1));
                i = close + 1;
                if (found < 0) {
                    i = buffer.fail(NAME, start, i, "unknown Unicode character name");
                } else {
                    out.appendCodePoint(found);
                }
            } else {
                if (invalid < 0) {
                    invalid = start;
                }
                out.append('\\').append((char) c);
            }
        }
        return new Result(out.toString(), i, invalid);
    }

    private static int hexEnd(byte[] s, int i, int digits) {
        int end = i;
        while (end < s.length && end < i + digits && s[end] >= 0 && Character.digit(s[end], 16) >= 0) {
            end++;
        }
        return end;
    }

    private static long hex(byte[] s, int from, int to) {
        return Long.parseLong(new String(s, from, to - from, StandardCharsets.ISO_8859_1), 16);
    }

    /** Decodes raw_unicode_escape: only {@code \\u} and {@code \\U} behind an odd number of backslashes count. */
    public static Decoded decodeRaw(byte[] s, ErrorHandler handler, boolean complete) {
        DecodeBuffer buffer = new DecodeBuffer(s, handler);
        StringBuilder out = buffer.out;
        int i = 0;
        while (i < s.length) {
            int start = i;
            int c = s[i++] & 0xFF;
            if (c != '\\' || i == s.length) {
                if (c == '\\' && !complete) {
                    return buffer.result(start);
                }
                out.append((char) c);
                continue;
            }
            c = s[i++] & 0xFF;
            if (c != 'u' && c != 'U') {
                out.append('\\').append((char) c);
                continue;
            }
            int digits = c == 'u' ? 4 : 8;
            int end = hexEnd(s, i, digits);
            if (end - i < digits) {
                if (!complete && end == s.length) {
                    return buffer.result(start);
                }
                i = buffer.fail(
                        RAW_NAME, start, end, c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape");
                continue;
            }
            long value = hex(s, i, end);
            i = end;
            if (value > 0x10FFFF) {
                i = buffer.fail(RAW_NAME, start, end, "\\Uxxxxxxxx out of range");
            } else {
                out.appendCodePoint((int) value);
            }
        }
        return buffer.result(i);
    }
}
