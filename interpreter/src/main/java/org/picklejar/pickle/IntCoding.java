package org.picklejar.pickle;

import java.io.ByteArrayOutputStream;

/** Arrays of ints as bytes: each value in as few bytes of seven bits as it needs, the sign in the lowest bit. */
final class IntCoding {
    private IntCoding() {}

    static byte[] encode(int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(values.length + 8);
        for (int v : values) {
            int z = v << 1 ^ v >> 31;
            while ((z & ~0x7f) != 0) {
                out.write(z & 0x7f | 0x80);
                z >>>= 7;
            }
            out.write(z);
        }
        return out.toByteArray();
    }

    static int[] decode(byte[] bytes) {
        int n = 0;
        for (byte b : bytes) {
            n += b >= 0 ? 1 : 0;
        }
        int[] out = new int[n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            int z = 0;
            int shift = 0;
            int b;
            do {
                b = bytes[at++];
                z |= (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            out[i] = z >>> 1 ^ -(z & 1);
        }
        return out;
    }
}
