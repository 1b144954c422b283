package org.picklejar.text.hash;

/** SHAKE128 and SHAKE256 (FIPS 202). Not for use by several threads at once. */
public final class Shake {
    private static final long[] ROUND = roundConstants();
    private static final int[] ROTATION = rotations();

    private final int rate;
    private final long[] lanes = new long[25];
    private int at;

    /** @param bits 128 or 256 */
    public Shake(int bits) {
        if (bits != 128 && bits != 256) {
            throw new IllegalArgumentException("SHAKE has 128 or 256 bits, not " + bits);
        }
        rate = 200 - bits / 4;
    }

    /** The bits of a linear feedback shift register (FIPS 202, algorithm 5). */
    private static long[] roundConstants() {
        long[] constants = new long[24];
        int register = 1;
        for (int round = 0; round < 24; round++) {
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << (1 << j) - 1;
                }
                register = register << 1 ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
        return constants;
    }

    private static int[] rotations() {
        int[] table = new int[25];
        int x = 1;
        int y = 0;
        for (int t = 0; t < 24; t++) {
            table[x + 5 * y] = (t + 1) * (t + 2) / 2 % 64;
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
        }
        return table;
    }

    public int blockSize() {
        return rate;
    }

    public void update(byte[] data, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            absorb(data[i]);
            if (++at == rate) {
                permute();
                at = 0;
            }
        }
    }

    private void absorb(int value) {
        lanes[at >> 3] ^= (value & 0xFFL) << 8 * (at & 7);
    }

    /** So many bytes of output for what came so far; more input may follow. */
    public byte[] digest(int length) {
        Shake last = copy();
        last.absorb(0x1F);
        last.lanes[rate - 1 >> 3] ^= 0x80L << 56;
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            int k = i % rate;
            if (k == 0) {
                last.permute();
            }
            out[i] = (byte) (last.lanes[k >> 3] >>> 8 * (k & 7));
        }
        return out;
    }

    public Shake copy() {
        Shake copy = new Shake(rate == 168 ? 128 : 256);
        System.arraycopy(lanes, 0, copy.lanes, 0, 25);
        copy.at = at;
        return copy;
    }

    /** Keccak-f[1600]: the steps theta, rho, pi, chi and iota, 24 times. */
    private void permute() {
        long[] a = lanes;
        long[] b = new long[25];
        long[] c = new long[5];
        for (long constant : ROUND) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < 5; y++) {
                    b[y + 5 * ((2 * x + 3 * y) % 5)] = Long.rotateLeft(a[x + 5 * y] ^ d, ROTATION[x + 5 * y]);
                }
            }
            for (int y = 0; y < 25; y += 5) {
                for (int x = 0; x < 5; x++) {
                    a[y + x] = b[y + x] ^ ~b[y + (x + 1) % 5] & b[y + (x + 2) % 5];
                }
            }
            a[0] ^= constant;
        }
    }
}
