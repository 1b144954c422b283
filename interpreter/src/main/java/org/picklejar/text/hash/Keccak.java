package org.picklejar.text.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** SHA3 and SHAKE (FIPS 202). */
public final class Keccak implements StreamHash {
    private static final long[] ROUND = roundConstants();
    private static final int[] ROTATION = rotations();
    /** Where the step pi moves each lane. */
    private static final int[] MOVED = moved();

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int rate;
    /** The bits that stand behind the input, with the first bit of the padding. */
    private final int suffix;
    /** 0 for any. */
    private final int digestSize;

    private final long[] lanes = new long[25];
    private int at;

    private Keccak(int rate, int suffix, int digestSize) {
        this.rate = rate;
        this.suffix = suffix;
        this.digestSize = digestSize;
    }

    /** @param bits 128 or 256 */
    public static Keccak shake(int bits) {
        if (bits != 128 && bits != 256) {
            throw new IllegalArgumentException("SHAKE has 128 or 256 bits, not " + bits);
        }
        return new Keccak(200 - bits / 4, 0x1F, 0);
    }

    /** @param bits those of the digest: 224, 256, 384 or 512 */
    public static Keccak sha3(int bits) {
        return new Keccak(200 - bits / 4, 0x06, bits / 8);
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

    private static int[] moved() {
        int[] table = new int[25];
        for (int x = 0; x < 5; x++) {
            for (int y = 0; y < 5; y++) {
                table[x + 5 * y] = y + 5 * ((2 * x + 3 * y) % 5);
            }
        }
        return table;
    }

    @Override
    public int blockSize() {
        return rate;
    }

    @Override
    public int digestSize() {
        return digestSize;
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; ) {
            if ((at & 7) == 0 && end - i >= Long.BYTES) {
                lanes[at >> 3] ^= (long) WORDS.get(data, i);
                at += Long.BYTES;
                i += Long.BYTES;
            } else {
                absorb(data[i++]);
                at++;
            }
            if (at == rate) {
                permute();
                at = 0;
            }
        }
    }

    private void absorb(int value) {
        lanes[at >> 3] ^= (value & 0xFFL) << 8 * (at & 7);
    }

    @Override
    public byte[] digest(int length) {
        Keccak last = copy();
        last.absorb(suffix);
        last.lanes[rate - 1 >> 3] ^= 0x80L << 56;
        byte[] out = new byte[digestSize == 0 ? length : digestSize];
        for (int i = 0; i < out.length; i++) {
            int k = i % rate;
            if (k == 0) {
                last.permute();
            }
            out[i] = (byte) (last.lanes[k >> 3] >>> 8 * (k & 7));
        }
        return out;
    }

    @Override
    public Keccak copy() {
        Keccak copy = new Keccak(rate, suffix, digestSize);
        System.arraycopy(lanes, 0, copy.lanes, 0, 25);
        copy.at = at;
        return copy;
    }

    @Override
    public byte[] state() {
        ByteBuffer b = ByteBuffer.allocate(Integer.BYTES + 25 * Long.BYTES).putInt(at);
        b.asLongBuffer().put(lanes);
        return b.array();
    }

    @Override
    public void restore(byte[] state) {
        ByteBuffer b = StreamHash.check(state, Integer.BYTES + 25 * Long.BYTES, rate - 1);
        at = b.getInt();
        b.asLongBuffer().get(lanes);
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
                for (int i = x; i < 25; i += 5) {
                    b[MOVED[i]] = Long.rotateLeft(a[i] ^ d, ROTATION[i]);
                }
            }
            for (int y = 0; y < 25; y += 5) {
                long first = b[y];
                long second = b[y + 1];
                a[y] = first ^ ~second & b[y + 2];
                a[y + 1] = second ^ ~b[y + 2] & b[y + 3];
                a[y + 2] = b[y + 2] ^ ~b[y + 3] & b[y + 4];
                a[y + 3] = b[y + 3] ^ ~b[y + 4] & first;
                a[y + 4] = b[y + 4] ^ ~first & second;
            }
            a[0] ^= constant;
        }
    }
}
