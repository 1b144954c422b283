package org.picklejar.text.codec;

import java.nio.charset.StandardCharsets;

/** UTF-7 (RFC 2152) as CPython reads and writes it. */
public final class Utf7 {
    private static final String NAME = "utf7";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** ASCII characters that are written as such: sets D and O of the RFC and white space, but neither + nor \ nor ~. */
    private static final String DIRECT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:?!\"#$%&*;<=>@[]^_`{|} \t\n\r";

    private Utf7() {}

    public static byte[] encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        boolean shifted = false;
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean direct = DIRECT.indexOf(c) >= 0;
            if (shifted && direct) {
                if (bits > 0) {
                    out.append(BASE64.charAt(buffer << 6 - bits & 63));
                    bits = 0;
                    buffer = 0;
                }
                shifted = false;
                if (BASE64.indexOf(c) >= 0 || c == '-') {
                    out.append('-');
                }
                out.append(c);
                continue;
            }
            if (!shifted) {
                if (c == '+') {
                    out.append("+-");
                    continue;
                }
                if (direct) {
                    out.append(c);
                    continue;
                }
                out.append('+');
                shifted = true;
            }
            buffer = buffer << 16 | c;
            bits += 16;
            while (bits >= 6) {
                out.append(BASE64.charAt(buffer >>> bits - 6 & 63));
                bits -= 6;
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(BASE64.charAt(buffer << 6 - bits & 63));
        }
        if (shifted) {
            out.append('-');
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes.
     *
     * @param complete whether the input ends here; when not, an unfinished shift sequence is left unused
     * @throws CodingError as the handler decides
     */
    public static Decoded decode(byte[] s, ErrorHandler handler, boolean complete) {
        return new Decoder(s, handler).decode(complete);
    }

    private static final class Decoder {
        private final byte[] s;
        private final DecodeBuffer buffer;
        private final StringBuilder out;
        private boolean shifted;
        private int shiftStart;
        private int shiftOutStart;
        private int bits;
        private long word;
        private char surrogate;

        Decoder(byte[] s, ErrorHandler handler) {
            this.s = s;
            this.buffer = new DecodeBuffer(s, handler);
            this.out = buffer.out;
        }

        private void unit(char c) {
            if (surrogate != 0) {
                if (Character.isLowSurrogate(c)) {
                    out.append(surrogate).append(c);
                    surrogate = 0;
                    return;
                }
                out.append(surrogate);
                surrogate = 0;
            }
            if (Character.isHighSurrogate(c)) {
                surrogate = c;
            } else {
                out.append(c);
            }
        }

        Decoded decode(boolean complete) {
            int i = 0;
            for (; ; ) {
                while (i < s.length) {
                    i = shifted ? inShift(i) : direct(i);
                }
                if (!shifted || !complete) {
                    break;
                }
                // The end of the input inside a shift sequence.
                shifted = false;
                if (surrogate != 0 || bits >= 6 || bits > 0 && word != 0) {
                    surrogate = 0;
                    bits = 0;
                    word = 0;
                    i = buffer.fail(NAME, shiftStart, s.length, "unterminated shift sequence");
                    if (i < s.length) {
                        continue;
                    }
                }
                break;
            }
            if (!complete && shifted) {
                out.setLength(shiftOutStart);
                return buffer.result(shiftStart);
            }
            return buffer.result(i);
        }

        private int inShift(int at) {
            int i = at;
            int c = s[i] & 0xFF;
            int digit = c < 0x80 ? BASE64.indexOf(c) : -1;
            if (digit >= 0) {
                word = word << 6 | digit;
                bits += 6;
                i++;
                if (bits >= 16) {
                    char unit = (char) (word >>> bits - 16);
                    bits -= 16;
                    word &= (1L << bits) - 1;
                    unit(unit);
                }
                return i;
            }
            shifted = false;
            if (bits > 0) {
                boolean partial = bits >= 6;
                boolean padding = word != 0;
                if (partial || padding) {
                    i++;
                    bits = 0;
                    word = 0;
                    surrogate = 0;
                    return buffer.fail(
                            NAME,
                            shiftStart,
                            i,
                            partial
                                    ? "partial character in shift sequence"
                                    : "non-zero padding bits in shift sequence");
                }
            }
            bits = 0;
            word = 0;
            if (surrogate != 0 && c < 0x80 && isDirect(c)) {
                out.append(surrogate);
            }
            surrogate = 0;
            if (c == '-') {
                return i + 1;
            }
            return i;
        }

        /** A character that may stand for itself: all of ASCII but +. */
        private static boolean isDirect(int c) {
            return c != '+';
        }

        private int direct(int at) {
            int c = s[at] & 0xFF;
            if (c == '+') {
                if (at + 1 < s.length && s[at + 1] == '-') {
                    out.append('+');
                    return at + 2;
                }
                if (at + 1 < s.length && (s[at + 1] < 0 || BASE64.indexOf(s[at + 1]) < 0)) {
                    return buffer.fail(NAME, at, at + 2, "ill-formed sequence");
                }
                shifted = true;
                shiftStart = at;
                shiftOutStart = out.length();
                bits = 0;
                word = 0;
                surrogate = 0;
                return at + 1;
            }
            if (c < 0x80) {
                out.append((char) c);
                return at + 1;
            }
            return buffer.fail(NAME, at, at + 1, "unexpected special character");
        }
    }
}
