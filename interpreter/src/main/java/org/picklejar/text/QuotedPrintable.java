package org.picklejar.text;

import java.util.Arrays;

/** The quoted-printable encoding (RFC 2045, section 6.7) as the binascii module reads and writes it. */
public final class QuotedPrintable {
    private static final int MAX_LINE = 76;
    private static final String HEX = "0123456789ABCDEF";

    private byte[] out;
    private int size;
    private int lineLength;

    private QuotedPrintable(int capacity) {
        out = new byte[capacity];
    }

    private void write(int b) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size + 16);
        }
        out[size++] = (byte) b;
    }

    private void writeHex(int b) {
        write('=');
        write(HEX.charAt(b >> 4 & 15));
        write(HEX.charAt(b & 15));
    }

    /** Decodes; an underscore is a space when {@code header}. */
    public static byte[] decode(byte[] text, boolean header) {
        QuotedPrintable q = new QuotedPrintable(text.length);
        int n = text.length;
        int i = 0;
        while (i < n) {
            int c = text[i++];
            if (c == '_' && header) {
                q.write(' ');
            } else if (c != '=') {
                q.write(c);
            } else if (i == n) {
                break;
            } else if (text[i] == '\n' || text[i] == '\r') {
                while (i < n && text[i] != '\n') {
                    i++;
                }
                i++;
            } else if (text[i] == '=') {
                q.write('=');
                i++;
            } else if (i + 1 < n && isHex(text[i]) && isHex(text[i + 1])) {
                q.write(Character.digit(text[i], 16) << 4 | Character.digit(text[i + 1], 16));
                i += 2;
            } else {
                q.write('=');
            }
        }
        return Arrays.copyOf(q.out, q.size);
    }

    private static boolean isHex(byte c) {
        return c >= 0 && Character.digit(c, 16) >= 0;
    }

    /**
     * Encodes.
     *
     * @param quoteTabs whether tabs and spaces are quoted too
     * @param text whether line ends stay line ends; all become like the first one
     * @param header whether a space becomes an underscore
     */
    public static byte[] encode(byte[] data, boolean quoteTabs, boolean text, boolean header) {
        QuotedPrintable q = new QuotedPrintable(data.length + data.length / 4 + 16);
        int firstLf = 0;
        while (firstLf < data.length && data[firstLf] != '\n') {
            firstLf++;
        }
        boolean crLf = firstLf > 0 && firstLf < data.length && data[firstLf - 1] == '\r';
        int n = data.length;
        int i = 0;
        while (i < n) {
            int c = data[i] & 0xFF;
            if (q.isQuoted(data, i, c, quoteTabs, text, header)) {
                if (q.lineLength + 3 >= MAX_LINE) {
                    q.softBreak(crLf);
                }
                q.writeHex(c);
                q.lineLength += 3;
                i++;
            } else if (text && (c == '\n' || c == '\r' && i + 1 < n && data[i + 1] == '\n')) {
                q.lineLength = 0;
                if (q.size > 0 && (q.out[q.size - 1] == ' ' || q.out[q.size - 1] == '\t')) {
                    int blank = q.out[--q.size];
                    q.writeHex(blank);
                }
                q.lineEnd(crLf);
                i += c == '\r' ? 2 : 1;
            } else {
                if (i + 1 != n && data[i + 1] != '\n' && q.lineLength + 1 >= MAX_LINE) {
                    q.softBreak(crLf);
                }
                q.lineLength++;
                q.write(header && c == ' ' ? '_' : c);
                i++;
            }
        }
        return Arrays.copyOf(q.out, q.size);
    }

    private boolean isQuoted(byte[] data, int i, int c, boolean quoteTabs, boolean text, boolean header) {
        boolean last = i + 1 == data.length;
        boolean blank = c == ' ' || c == '\t';
        boolean lineEnd = c == '\r' || c == '\n';
        if (c > 126 || c == '=' || c == '_' && header || lineEnd && !text || blank && last) {
            return true;
        }
        if (c == '.' && lineLength == 0) {
            return last || data[i + 1] == '\n' || data[i + 1] == '\r' || data[i + 1] == 0;
        }
        return c < 33 && !lineEnd && (quoteTabs || !blank);
    }

    private void softBreak(boolean crLf) {
        write('=');
        lineEnd(crLf);
        lineLength = 0;
    }

    private void lineEnd(boolean crLf) {
        if (crLf) {
            write('\r');
        }
        write('\n');
    }
}
