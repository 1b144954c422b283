package org.picklejar.text.codec;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/** The encodings with one byte for each character: ASCII, Latin-1 and those of a table. */
public final class SingleByte {
    /** The mark of an undefined byte in a decoding table. */
    public static final char UNDEFINED = '\uFFFE';

    private static final String NO_MAPPING = "character maps to <undefined>";

    private SingleByte() {}

    public static byte[] encodeAscii(String text, ErrorHandler handler) {
        return encode(text, handler, "ascii", 128);
    }

    public static byte[] encodeLatin1(String text, ErrorHandler handler) {
        return encode(text, handler, "latin-1", 256);
    }

    private static byte[] encode(String text, ErrorHandler handler, String encoding, int limit) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < limit) {
            i++;
        }
        if (i == text.length()) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        return new Encoder(encoding, "ordinal not in range(" + limit + ")", c -> c < limit ? c : -1, true)
                .encode(text, handler);
    }

    /**
     * Encodes by a mapping of code points to bytes 0..255, -1 for those that have none.
     *
     * @throws CodingError as the handler decides
     */
    public static byte[] encodeCharmap(String text, ErrorHandler handler, IntUnaryOperator mapping) {
        return new Encoder("charmap", NO_MAPPING, mapping, false).encode(text, handler);
    }

    private static final class Encoder extends CharacterEncoder {
        private final IntUnaryOperator mapping;
        private final boolean escapesInPart;

        Encoder(String encoding, String reason, IntUnaryOperator mapping, boolean escapesInPart) {
            super(encoding, reason, 32);
            this.mapping = mapping;
            this.escapesInPart = escapesInPart;
        }

        @Override
        boolean canEncode(int c) {
            return mapping.applyAsInt(c) >= 0;
        }

        @Override
        boolean escapesInPart() {
            return escapesInPart;
        }

        @Override
        void put(int c) {
            out.write(mapping.applyAsInt(c));
        }
    }

    /** @throws CodingError as the handler decides, for bytes beyond 127 */
    public static Decoded decodeAscii(byte[] bytes, ErrorHandler handler) {
        int i = 0;
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        if (i == bytes.length) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), i);
        }
        DecodeBuffer buffer = new DecodeBuffer(bytes, handler);
        for (i = 0; i < bytes.length; ) {
            if (bytes[i] >= 0) {
                buffer.out.append((char) bytes[i++]);
            } else {
                i = buffer.fail("ascii", i, i + 1, "ordinal not in range(128)");
            }
        }
        return buffer.result(i);
    }

    public static Decoded decodeLatin1(byte[] bytes) {
        return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), bytes.length);
    }

    /**
     * Decodes by a table whose code point at each byte's index is its character; {@link #UNDEFINED} and what lies behind the
     * table's end are errors.
     *
     * @throws CodingError as the handler decides
     */
    public static Decoded decodeCharmap(byte[] bytes, ErrorHandler handler, String table) {
        int[] characters = table.codePoints().toArray();
        DecodeBuffer buffer = new DecodeBuffer(bytes, handler);
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xFF;
            if (b < characters.length && characters[b] != UNDEFINED) {
                buffer.out.appendCodePoint(characters[b]);
                i++;
            } else {
                i = buffer.fail("charmap", i, i + 1, NO_MAPPING);
            }
        }
        return buffer.result(i);
    }
}
