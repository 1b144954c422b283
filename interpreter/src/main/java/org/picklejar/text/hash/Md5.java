package org.picklejar.text.hash;

import java.nio.ByteOrder;

/** MD5 (RFC 1321). */
public final class Md5 extends WordHash {
    private static final int[] SINES = sines();
    private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

    public Md5() {
        super(16, ByteOrder.LITTLE_ENDIAN, 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476);
    }

    private static int[] sines() {
        int[] table = new int[64];
        for (int i = 0; i < 64; i++) {
            table[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * (1L << 32));
        }
        return table;
    }

    @Override
    Md5 fresh() {
        return new Md5();
    }

    @Override
    void compress(byte[] data, int offset) {
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        for (int i = 0; i < 16; i++) {
            int sum = a + (b & c | ~b & d) + SINES[i] + word(data, offset, i);
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, SHIFTS[(i & 3)]);
        }
        for (int i = 16; i < 32; i++) {
            int sum = a + (d & b | ~d & c) + SINES[i] + word(data, offset, 5 * i + 1 & 15);
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, SHIFTS[4 + (i & 3)]);
        }
        for (int i = 32; i < 48; i++) {
            int sum = a + (b ^ c ^ d) + SINES[i] + word(data, offset, 3 * i + 5 & 15);
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, SHIFTS[8 + (i & 3)]);
        }
        for (int i = 48; i < 64; i++) {
            int sum = a + (c ^ (b | ~d)) + SINES[i] + word(data, offset, 7 * i & 15);
            a = d;
            d = c;
            c = b;
            b += Integer.rotateLeft(sum, SHIFTS[12 + (i & 3)]);
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
    }
}
