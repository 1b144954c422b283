package org.picklejar.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/** The conversions of the binascii module. Errors are IllegalArgumentExceptions with the texts of binascii.Error. */
public final class Binascii {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int UU_LINE = 45;

    private Binascii() {}

    /** Base64 without line breaks; with a line end when {@code newline}. */
    public static byte[] toBase64(byte[] data, boolean newline) {
        byte[] encoded = Base64.getEncoder().encode(data);
        if (!newline) {
            return encoded;
        }
        byte[] line = Arrays.copyOf(encoded, encoded.length + 1);
        line[encoded.length] = '\n';
        return line;
    }

    /** Decodes base64; what is no base64 is skipped, or refused when {@code strict}. */
    public static byte[] fromBase64(byte[] text, boolean strict) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length / 4 * 3 + 3);
        if (strict && text.length > 0 && text[0] == '=') {
            throw new IllegalArgumentException("Leading padding not allowed");
        }
        int quad = 0;
        int left = 0;
        int pads = 0;
        boolean padded = false;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '=') {
                padded = true;
                if (strict && quad == 0) {
                    throw new IllegalArgumentException("Excess padding not allowed");
                }
                if (quad >= 2 && quad + ++pads >= 4) {
                    if (strict && i + 1 < text.length) {
                        throw new IllegalArgumentException("Excess data after padding");
                    }
                    return out.toByteArray();
                }
                continue;
            }
            int value = text[i] < 0 ? -1 : BASE64.indexOf(text[i]);
            if (value < 0) {
                if (strict) {
                    throw new IllegalArgumentException("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && padded) {
                throw new IllegalArgumentException("Discontinuous padding not allowed");
            }
            pads = 0;
            if (quad > 0) {
                out.write(left << 2 * quad | value >> 6 - 2 * quad);
            }
            left = value & (1 << 6 - 2 * quad) - 1;
            quad = quad + 1 & 3;
        }
        if (quad == 1) {
            throw new IllegalArgumentException("Invalid base64-encoded string: number of data characters ("
                    + (out.size() / 3 * 4 + 1) + ") cannot be 1 more than a multiple of 4");
        }
        if (quad != 0) {
            throw new IllegalArgumentException("Incorrect padding");
        }
        return out.toByteArray();
    }

    /**
     * Hexadecimal digits, lower case.
     *
     * @param separator the character between groups, -1 for none
     * @param group bytes of a group, counted from the right, or from the left when negative; 0 for no groups
     */
    public static byte[] toHex(byte[] data, int separator, int group) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(3 * data.length);
        int size = Math.abs(group);
        for (int i = 0; i < data.length; i++) {
            int position = group < 0 ? i : data.length - i;
            if (i > 0 && separator >= 0 && size > 0 && position % size == 0) {
                out.write(separator);
            }
            out.write(HEX[data[i] >> 4 & 15]);
            out.write(HEX[data[i] & 15]);
        }
        return out.toByteArray();
    }

    public static byte[] fromHex(byte[] text) {
        if (text.length % 2 != 0) {
            throw new IllegalArgumentException("Odd-length string");
        }
        byte[] data = new byte[text.length / 2];
        for (int i = 0; i < data.length; i++) {
            int high = hexDigit(text[2 * i]);
            int low = hexDigit(text[2 * i + 1]);
            if (high < 0 || low < 0) {
                throw new IllegalArgumentException("Non-hexadecimal digit found");
            }
            data[i] = (byte) (high << 4 | low);
        }
        return data;
    }

    private static int hexDigit(byte c) {
        return c < 0 ? -1 : Character.digit(c, 16);
    }

    /** A line of uuencoded data; zero is written as a space, or as a backtick. */
    public static byte[] toUu(byte[] data, boolean backtick) {
        if (data.length > UU_LINE) {
            throw new IllegalArgumentException("At most 45 bytes at once");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        out.write(uuDigit(data.length, backtick));
        for (int i = 0; i < data.length; i += 3) {
            int bits = 0;
            for (int k = 0; k < 3; k++) {
                bits = bits << 8 | (i + k < data.length ? data[i + k] & 0xFF : 0);
            }
            for (int shift = 18; shift >= 0; shift -= 6) {
                out.write(uuDigit(bits >> shift & 63, backtick));
            }
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static int uuDigit(int value, boolean backtick) {
        return value == 0 && backtick ? '`' : value + ' ';
    }

    /** Decodes a line of uuencoded data. */
    public static byte[] fromUu(byte[] text) {
        int length = (text.length == 0 ? 32 : text[0]) - ' ' & 63;
        byte[] data = new byte[length];
        int made = 0;
        int bits = 0;
        int buffer = 0;
        int i = 1;
        for (; made < length; i++) {
            int c = i < text.length ? text[i] & 0xFF : 0;
            int value;
            if (c == '\n' || c == '\r' || i >= text.length) {
                value = 0; // a line whose trailing spaces were cut
            } else {
                if (c < ' ' || c > ' ' + 64) {
                    throw new IllegalArgumentException("Illegal char");
                }
                value = c - ' ' & 63;
            }
            buffer = buffer << 6 | value;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                data[made++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        for (; i < text.length; i++) {
            int c = text[i];
            if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
                throw new IllegalArgumentException("Trailing garbage");
            }
        }
        return data;
    }

    /** The CRC-CCITT of binhex. */
    public static int crcHqx(byte[] data, int start) {
        int crc = start & 0xFFFF;
        for (byte b : data) {
            crc ^= (b & 0xFF) << 8;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1;
            }
        }
        return crc;
    }
}
