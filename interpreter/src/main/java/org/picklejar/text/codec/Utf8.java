package org.picklejar.text.codec;

import java.nio.charset.StandardCharsets;

/** UTF-8 with the error positions and reasons of CPython. */
public final class Utf8 {
    private static final String NAME = "utf-8";
    private static final int INCOMPLETE = 0;

    private Utf8() {}

    /** @throws CodingError as the handler decides, for surrogates */
    public static byte[] encode(String text, ErrorHandler handler) {
        if (!hasSurrogate(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return new Encoder(text.length()).encode(text, handler);
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static final class Encoder extends CharacterEncoder {
        Encoder(int size) {
            super(NAME, "surrogates not allowed", size);
        }

        @Override
        boolean canEncode(int c) {
            return c < 0xD800 || c > 0xDFFF;
        }

        @Override
        boolean takesAnyReplacement() {
            return false;
        }

        @Override
        boolean escapesInPart() {
            return true;
        }

        @Override
        void put(int c) {
            if (c < 0x80) {
                out.write(c);
                return;
            }
            if (c < 0x800) {
                out.write(0xC0 | c >> 6);
            } else {
                if (c < 0x10000) {
                    out.write(0xE0 | c >> 12);
                } else {
                    out.write(0xF0 | c >> 18);
                    out.write(0x80 | c >> 12 & 0x3F);
                }
                out.write(0x80 | c >> 6 & 0x3F);
            }
            out.write(0x80 | c & 0x3F);
        }
    }

    /**
     * Decodes.
     *
     * @param complete whether the input ends here; when not, an incomplete character at its end is left unused
     * @throws CodingError as the handler decides
     */
    public static Decoded decode(byte[] bytes, ErrorHandler handler, boolean complete) {
        int i = 0;
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        if (i == bytes.length) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), i);
        }
        DecodeBuffer buffer = new DecodeBuffer(bytes, handler);
        StringBuilder out = buffer.out.append(new String(bytes, 0, i, StandardCharsets.ISO_8859_1));
        while (i < bytes.length) {
            int b = bytes[i];
            if (b >= 0) {
                out.append((char) b);
                i++;
                continue;
            }
            int length = length(bytes, i);
            if (length > 0) {
                i = append(out, bytes, i, length);
            } else if (length == INCOMPLETE) {
                if (!complete) {
                    break;
                }
                i = buffer.fail(NAME, i, bytes.length, "unexpected end of data");
            } else if (isIncompleteSurrogate(bytes, i, complete)) {
                break;
            } else {
                boolean start = (b & 0xFF) < 0xC2 || (b & 0xFF) > 0xF4;
                i = buffer.fail(NAME, i, i - length, start ? "invalid start byte" : "invalid continuation byte");
            }
        }
        return buffer.result(i);
    }

    private static int append(StringBuilder out, byte[] s, int i, int length) {
        if (length == 2) {
            out.append((char) ((s[i] & 0x1F) << 6 | s[i + 1] & 0x3F));
        } else if (length == 3) {
            out.append((char) ((s[i] & 15) << 12 | (s[i + 1] & 0x3F) << 6 | s[i + 2] & 0x3F));
        } else {
            out.appendCodePoint((s[i] & 7) << 18 | (s[i + 1] & 0x3F) << 12 | (s[i + 2] & 0x3F) << 6 | s[i + 3] & 0x3F);
        }
        return i + length;
    }

    /** Two bytes of a surrogate at the end of input that goes on: surrogatepass wants to see the third. */
    private static boolean isIncompleteSurrogate(byte[] s, int i, boolean complete) {
        return !complete && s.length - i == 2 && (s[i] & 0xFF) == 0xED && (s[i + 1] & 0xE0) == 0xA0;
    }

    /** The length of the character at {@code i}; when it is malformed, that of the wrong part, negated; 0 when it is cut off. */
    private static int length(byte[] s, int i) {
        int b = s[i] & 0xFF;
        if (b < 0xC2 || b > 0xF4) {
            return -1;
        }
        int length = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
        for (int k = 1; k < length; k++) {
            if (i + k == s.length) {
                return INCOMPLETE;
            }
            int c = s[i + k] & 0xFF;
            boolean wrong = (c & 0xC0) != 0x80;
            if (k == 1 && !wrong) {
                wrong = b == 0xE0 && c < 0xA0
                        || b == 0xED && c >= 0xA0
                        || b == 0xF0 && c < 0x90
                        || b == 0xF4 && c >= 0x90;
            }
            if (wrong) {
                return -k;
            }
        }
        return length;
    }
}
