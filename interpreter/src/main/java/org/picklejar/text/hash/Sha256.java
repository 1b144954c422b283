package org.picklejar.text.hash;

import java.nio.ByteOrder;

/** SHA-256 and SHA-224 (FIPS 180-4). */
public final class Sha256 extends WordHash {
    private static final int[] K = Sha2.upper(Sha2.CUBE_ROOTS, 0, 64);

    private final int[] w = new int[64];

    /** @param bits 224 or 256 */
    public Sha256(int bits) {
        super(
                bits / 8,
                ByteOrder.BIG_ENDIAN,
                bits == 224 ? Sha2.lower(Sha2.SQUARE_ROOTS, 8, 16) : Sha2.upper(Sha2.SQUARE_ROOTS, 0, 8));
    }

    @Override
    Sha256 fresh() {
        return new Sha256(8 * digestSize());
    }

    @Override
    void compress(byte[] data, int offset) {
        for (int i = 0; i < 16; i++) {
            w[i] = word(data, offset, i);
        }
        for (int i = 16; i < 64; i++) {
            int x = w[i - 15];
            int y = w[i - 2];
            int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
            int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        int a = h[0];
        int b = h[1];
        int c = h[2];
        int d = h[3];
        int e = h[4];
        int f = h[5];
        int g = h[6];
        int k = h[7];
        for (int i = 0; i < 64; i++) {
            int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int t1 = k + s1 + (e & f ^ ~e & g) + K[i] + w[i];
            int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int t2 = s0 + (a & b ^ a & c ^ b & c);
            k = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
        h[5] += f;
        h[6] += g;
        h[7] += k;
    }
}
