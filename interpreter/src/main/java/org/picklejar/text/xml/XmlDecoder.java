package org.picklejar.text.xml;

import java.io.Serializable;
import java.util.Locale;

/** Makes characters of the bytes of a document. Of what is no character it makes U+FFFF, which XML does not allow. */
final class XmlDecoder implements Serializable {
    private static final long serialVersionUID = 1;
    static final char WRONG = 0xFFFF;

    /** How bytes are read. */
    enum Kind {
        UTF_8,
        UTF_16_BE,
        UTF_16_LE,
        /** By a table. */
        BYTES
    }

    private final Kind kind;
    private char[] table;

    private XmlDecoder(Kind kind) {
        this.kind = kind;
    }

    static XmlDecoder utf8() {
        return new XmlDecoder(Kind.UTF_8);
    }

    static XmlDecoder ofTable(char[] table) {
        XmlDecoder d = new XmlDecoder(Kind.BYTES);
        d.table = table;
        return d;
    }

    private static XmlDecoder upTo(int limit) {
        char[] table = new char[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = i < limit ? (char) i : WRONG;
        }
        return ofTable(table);
    }

    /** The encoding of this name, null for one that Expat does not know.
     * @param data the beginning, of which UTF-16 tells its order */
    static XmlDecoder named(String name, byte[] data) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8" -> utf8();
            case "ISO-8859-1" -> upTo(256);
            case "US-ASCII" -> upTo(128);
            case "UTF-16" ->
                new XmlDecoder(
                        data.length > 1
                                        && (data[0] == -1 && data[1] == -2
                                                || data[0] != 0 && data[1] == 0 && data[0] != -2)
                                ? Kind.UTF_16_LE
                                : Kind.UTF_16_BE);
            case "UTF-16BE" -> new XmlDecoder(Kind.UTF_16_BE);
            case "UTF-16LE" -> new XmlDecoder(Kind.UTF_16_LE);
            default -> null;
        };
    }

    /** What a mark, or zeros beside the first character, tell; null for nothing. */
    static XmlDecoder detect(byte[] data) {
        if (data.length < 2) {
            return null;
        }
        int first = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
        if (first == 0xFEFF || first >>> 8 == 0) {
            return new XmlDecoder(Kind.UTF_16_BE);
        }
        if (first == 0xFFFE || first == '<' << 8) {
            return new XmlDecoder(Kind.UTF_16_LE);
        }
        return first == 0xEFBB && (data.length < 3 || data[2] == (byte) 0xBF) ? utf8() : null;
    }

    boolean isUtf8() {
        return kind == Kind.UTF_8;
    }

    boolean isWide() {
        return kind == Kind.UTF_16_BE || kind == Kind.UTF_16_LE;
    }

    /** How many bytes a character takes; of one beyond the first plane each half. */
    int size(char c) {
        return switch (kind) {
            case BYTES -> 1;
            case UTF_16_BE, UTF_16_LE -> 2;
            case UTF_8 -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        };
    }

    /** Appends the characters of these bytes. Returns how many of the bytes were used: a character may be incomplete. */
    int decode(byte[] data, int from, int to, StringBuilder out) {
        return switch (kind) {
            case BYTES -> {
                for (int i = from; i < to; i++) {
                    out.append(table[data[i] & 0xFF]);
                }
                yield to;
            }
            case UTF_8 -> utf8(data, from, to, out);
            default -> utf16(data, from, to, out);
        };
    }

    private static int utf8(byte[] data, int from, int to, StringBuilder out) {
        int i = from;
        while (i < to) {
            int b = data[i];
            if (b >= 0) {
                out.append((char) b);
                i++;
                continue;
            }
            int size = (b & 0xFF) < 0xC2 ? 0 : b < -32 ? 2 : b < -16 ? 3 : b < -11 ? 4 : 0;
            int c = b & 0x7F >> size;
            int k = 1;
            while (k < size && i + k < to && (data[i + k] & 0xC0) == 0x80) {
                c = c << 6 | data[i + k] & 0x3F;
                k++;
            }
            boolean wrong = size == 0 || k < size && i + k < to;
            if (!wrong && k < size) {
                return i;
            }
            if (wrong
                    || size == 3 && (c < 0x800 || c >= 0xD800 && c < 0xE000)
                    || size == 4 && (c < 0x10000 || c > 0x10FFFF)) {
                out.append(WRONG);
                i++;
            } else {
                out.appendCodePoint(c);
                i += size;
            }
        }
        return i;
    }

    private int utf16(byte[] data, int from, int to, StringBuilder out) {
        int high = kind == Kind.UTF_16_BE ? 0 : 1;
        int i = from;
        while (i + 1 < to) {
            char c = unit(data, i, high);
            if (Character.isHighSurrogate(c)) {
                if (i + 3 >= to) {
                    return i;
                }
                out.append(c).append(unit(data, i + 2, high));
                i += 4;
            } else {
                out.append(Character.isLowSurrogate(c) ? WRONG : c);
                i += 2;
            }
        }
        return i;
    }

    private static char unit(byte[] data, int at, int high) {
        return (char) ((data[at + high] & 0xFF) << 8 | data[at + 1 - high] & 0xFF);
    }
}
