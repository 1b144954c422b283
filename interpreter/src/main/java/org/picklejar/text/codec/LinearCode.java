package org.picklejar.text.codec;

/** The codes of four bytes in GB18030: those of the basic plane that have no shorter one, in their order, and the other planes. */
final class LinearCode {
    private static final int OTHER_PLANES = 0x90;

    private final char[] characters = new char[0x10000];
    private final int[] numbers = new int[0x10000];
    private int count;

    /** @param codes which characters have a shorter code */
    void fill(int[] codes) {
        for (int c = 0x80; c < 0x10000; c++) {
            if (codes[c] == 0 && !Character.isSurrogate((char) c)) {
                numbers[c] = count;
                characters[count++] = (char) c;
            }
        }
    }

    /** The character, or -1. */
    int decode(byte[] in, int at) {
        int a = in[at] & 0xff;
        int b = in[at + 1] & 0xff;
        int c = in[at + 2] & 0xff;
        int d = in[at + 3] & 0xff;
        if (a < 0x81 || a == 0xff || c < 0x81 || c == 0xff || d < '0' || d > '9') {
            return -1;
        }
        boolean isOther = a >= OTHER_PLANES;
        int n = ((a - (isOther ? OTHER_PLANES : 0x81)) * 10 + b - '0') * 1260 + (c - 0x81) * 10 + d - '0';
        if (isOther) {
            return n + 0x10000 <= Character.MAX_CODE_POINT ? n + 0x10000 : -1;
        }
        return n < count ? characters[n] : -1;
    }

    /** Whether the character has such a code, which is written then. */
    boolean encode(int c, ByteArray out) {
        if (c < 0x10000 && Character.isSurrogate((char) c)) {
            return false;
        }
        boolean isOther = c >= 0x10000;
        int n = isOther ? c - 0x10000 : numbers[c];
        out.add((isOther ? OTHER_PLANES : 0x81) + n / 12600);
        out.add('0' + n / 1260 % 10);
        out.add(0x81 + n / 10 % 126);
        out.add('0' + n % 10);
        return true;
    }
}
