package org.picklejar.text.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** SHA-512 and SHA-384 (FIPS 180-4). */
public final class Sha512 extends BlockHash {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long[] h;
    private final long[] w = new long[80];

    /** @param bits 384 or 512 */
    public Sha512(int bits) {
        super(128, bits / 8, ByteOrder.BIG_ENDIAN);
        int from = bits == 384 ? 8 : 0;
        h = Arrays.copyOfRange(Sha2.SQUARE_ROOTS, from, from + 8);
    }

    @Override
    Sha512 fresh() {
        return new Sha512(8 * digestSize());
    }

    @Override
    int chainSize() {
        return h.length * Long.BYTES;
    }

    @Override
    void putChain(ByteBuffer b) {
        b.asLongBuffer().put(h);
    }

    @Override
    void getChain(ByteBuffer b) {
        b.asLongBuffer().get(h);
    }

    @Override
    void compress(byte[] data, int offset) {
        for (int i = 0; i < 16; i++) {
            w[i] = (long) WORDS.get(data, offset + Long.BYTES * i);
        }
        for (int i = 16; i < 80; i++) {
            long x = w[i - 15];
            long y = w[i - 2];
            long s0 = Long.rotateRight(x, 1) ^ Long.rotateRight(x, 8) ^ x >>> 7;
            long s1 = Long.rotateRight(y, 19) ^ Long.rotateRight(y, 61) ^ y >>> 6;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        long a = h[0];
        long b = h[1];
        long c = h[2];
        long d = h[3];
        long e = h[4];
        long f = h[5];
        long g = h[6];
        long k = h[7];
        for (int i = 0; i < 80; i++) {
            long s1 = Long.rotateRight(e, 14) ^ Long.rotateRight(e, 18) ^ Long.rotateRight(e, 41);
            long t1 = k + s1 + (e & f ^ ~e & g) + Sha2.CUBE_ROOTS[i] + w[i];
            long s0 = Long.rotateRight(a, 28) ^ Long.rotateRight(a, 34) ^ Long.rotateRight(a, 39);
            long t2 = s0 + (a & b ^ a & c ^ b & c);
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
