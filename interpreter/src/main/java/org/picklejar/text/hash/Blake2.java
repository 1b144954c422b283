package org.picklejar.text.hash;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** BLAKE2b and BLAKE2s (RFC 7693), with the parameters of tree hashing. Not for use by several threads at once. */
public final class Blake2 implements StreamHash {
    /** The two functions: 64-bit words and 32-bit words. */
    public enum Variant {
        B(64, 12, new int[] {32, 24, 16, 63}, new long[] {
            0x6A09E667F3BCC908L, 0xBB67AE8584CAA73BL, 0x3C6EF372FE94F82BL, 0xA54FF53A5F1D36F1L,
            0x510E527FADE682D1L, 0x9B05688C2B3E6C1FL, 0x1F83D9ABFB41BD6BL, 0x5BE0CD19137E2179L
        }),
        S(32, 10, new int[] {16, 12, 8, 7}, new long[] {
            0x6A09E667L, 0xBB67AE85L, 0x3C6EF372L, 0xA54FF53AL, 0x510E527FL, 0x9B05688CL, 0x1F83D9ABL, 0x5BE0CD19L
        });

        private final int bits;
        private final int rounds;
        private final int[] rotations;
        private final long[] start;

        Variant(int bits, int rounds, int[] rotations, long[] start) {
            this.bits = bits;
            this.rounds = rounds;
            this.rotations = rotations;
            this.start = start;
        }

        /** The largest digest and the longest key, in bytes. */
        public int maxDigest() {
            return bits;
        }

        /** The longest salt and the longest personalisation, in bytes. */
        public int maxSalt() {
            return bits / 4;
        }

        public int blockSize() {
            return 2 * bits;
        }

        private long mask() {
            return bits == 64 ? -1L : 0xFFFFFFFFL;
        }

        private long rotate(long x, int distance) {
            return bits == 64 ? Long.rotateRight(x, distance) : Integer.rotateRight((int) x, distance) & 0xFFFFFFFFL;
        }
    }

    /** The parameters; {@link #of} gives those of sequential hashing. */
    public record Parameters(
            int digestSize,
            byte[] key,
            byte[] salt,
            byte[] person,
            int fanout,
            int depth,
            BigInteger leafSize,
            BigInteger nodeOffset,
            int nodeDepth,
            int innerSize,
            boolean lastNode) {
        public static Parameters of(int digestSize) {
            byte[] none = {};
            return new Parameters(digestSize, none, none, none, 1, 1, BigInteger.ZERO, BigInteger.ZERO, 0, 0, false);
        }
    }

    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };
    /** The words that each of the eight mixings of a round takes: columns, then diagonals. */
    private static final byte[][] MIXED = {
        {0, 4, 8, 12},
        {1, 5, 9, 13},
        {2, 6, 10, 14},
        {3, 7, 11, 15},
        {0, 5, 10, 15},
        {1, 6, 11, 12},
        {2, 7, 8, 13},
        {3, 4, 9, 14}
    };

    private final Variant variant;
    private int digestSize;
    private boolean lastNode;
    private final long[] h;
    private final byte[] block;
    private int filled;
    private long count;

    /**
     * @throws IllegalArgumentException with the text of Python's ValueError when a parameter is out of range
     * @throws ArithmeticException with that of OverflowError when the leaf size or the node offset is
     */
    public Blake2(Variant variant, Parameters p) {
        check(variant, p);
        this.variant = variant;
        this.digestSize = p.digestSize;
        this.lastNode = p.lastNode;
        this.h = variant.start.clone();
        this.block = new byte[variant.blockSize()];
        byte[] parameters = parameterBlock(variant, p);
        for (int i = 0; i < 8; i++) {
            h[i] ^= word(parameters, i);
        }
        if (p.key.length > 0) {
            System.arraycopy(p.key, 0, block, 0, p.key.length);
            filled = block.length;
        }
    }

    private Blake2(Blake2 other) {
        variant = other.variant;
        digestSize = other.digestSize;
        lastNode = other.lastNode;
        h = other.h.clone();
        block = other.block.clone();
        filled = other.filled;
        count = other.count;
    }

    private static void check(Variant v, Parameters p) {
        require(
                p.digestSize >= 1 && p.digestSize <= v.maxDigest(),
                "digest_size must be between 1 and " + v.maxDigest() + " bytes");
        require(p.salt.length <= v.maxSalt(), "maximum salt length is " + v.maxSalt() + " bytes");
        require(p.person.length <= v.maxSalt(), "maximum person length is " + v.maxSalt() + " bytes");
        require(p.fanout >= 0 && p.fanout <= 255, "fanout must be between 0 and 255");
        require(p.depth >= 1 && p.depth <= 255, "depth must be between 1 and 255");
        limit(p.leafSize, 32, "leaf_size is too large");
        limit(p.nodeOffset, v == Variant.B ? 64 : 48, "node_offset is too large");
        require(p.nodeDepth >= 0 && p.nodeDepth <= 255, "node_depth must be between 0 and 255");
        require(
                p.innerSize >= 0 && p.innerSize <= v.maxDigest(),
                "inner_size must be between 0 and is " + v.maxDigest());
        require(p.key.length <= v.maxDigest(), "maximum key length is " + v.maxDigest() + " bytes");
    }

    private static void limit(BigInteger value, int bits, String message) {
        if (value.signum() < 0 || value.bitLength() > bits) {
            throw new ArithmeticException(message);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The parameter block of RFC 7693, section 2.5, and of the BLAKE2 paper for the tree's fields. */
    private static byte[] parameterBlock(Variant v, Parameters p) {
        byte[] b = new byte[v.bits];
        b[0] = (byte) p.digestSize;
        b[1] = (byte) p.key.length;
        b[2] = (byte) p.fanout;
        b[3] = (byte) p.depth;
        put(b, 4, 4, p.leafSize.longValue());
        int offsetSize = v == Variant.B ? 8 : 6;
        put(b, 8, offsetSize, p.nodeOffset.longValue());
        b[8 + offsetSize] = (byte) p.nodeDepth;
        b[9 + offsetSize] = (byte) p.innerSize;
        System.arraycopy(p.salt, 0, b, v.bits / 2, p.salt.length);
        System.arraycopy(p.person, 0, b, v.bits / 4 * 3, p.person.length);
        return b;
    }

    private static void put(byte[] b, int at, int size, long value) {
        for (int i = 0; i < size; i++) {
            b[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private long word(byte[] bytes, int index) {
        int size = variant.bits / 8;
        long word = 0;
        for (int i = 0; i < size; i++) {
            word |= (bytes[index * size + i] & 0xFFL) << 8 * i;
        }
        return word;
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == block.length) {
                count += filled;
                compress(false);
                filled = 0;
            }
            int part = Math.min(left, block.length - filled);
            System.arraycopy(data, at, block, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    @Override
    public byte[] digest(int length) {
        Blake2 last = copy();
        last.count += last.filled;
        Arrays.fill(last.block, last.filled, last.block.length, (byte) 0);
        last.compress(true);
        byte[] out = new byte[variant.bits];
        int size = variant.bits / 8;
        for (int i = 0; i < 8; i++) {
            put(out, i * size, size, last.h[i]);
        }
        return Arrays.copyOf(out, digestSize);
    }

    @Override
    public Blake2 copy() {
        return new Blake2(this);
    }

    @Override
    public int digestSize() {
        return digestSize;
    }

    @Override
    public int blockSize() {
        return block.length;
    }

    @Override
    public byte[] state() {
        ByteBuffer b = ByteBuffer.allocate(stateSize());
        b.putInt(filled)
                .put((byte) digestSize)
                .put((byte) (lastNode ? 1 : 0))
                .putLong(count)
                .put(block)
                .asLongBuffer()
                .put(h);
        return b.array();
    }

    private int stateSize() {
        return Integer.BYTES + 2 + Long.BYTES + block.length + h.length * Long.BYTES;
    }

    @Override
    public void restore(byte[] state) {
        ByteBuffer b = StreamHash.check(state, stateSize(), block.length);
        filled = b.getInt();
        digestSize = b.get();
        if (digestSize < 1 || digestSize > variant.maxDigest()) {
            throw new IllegalArgumentException("the state of the hash is damaged");
        }
        lastNode = b.get() != 0;
        count = b.getLong();
        b.get(block).asLongBuffer().get(h);
    }

    private void compress(boolean last) {
        long mask = variant.mask();
        long[] m = new long[16];
        long[] v = new long[16];
        for (int i = 0; i < 16; i++) {
            m[i] = word(block, i);
            v[i] = i < 8 ? h[i] : variant.start[i - 8];
        }
        v[12] ^= count & mask;
        v[13] ^= variant.bits == 64 ? 0 : count >>> 32;
        if (last) {
            v[14] ^= mask;
            v[15] ^= lastNode ? mask : 0;
        }
        int[] r = variant.rotations;
        for (int round = 0; round < variant.rounds; round++) {
            byte[] order = SIGMA[round % 10];
            for (int i = 0; i < 8; i++) {
                byte[] w = MIXED[i];
                long a = v[w[0]] + v[w[1]] + m[order[2 * i]] & mask;
                long d = variant.rotate(v[w[3]] ^ a, r[0]);
                long c = v[w[2]] + d & mask;
                long b = variant.rotate(v[w[1]] ^ c, r[1]);
                a = a + b + m[order[2 * i + 1]] & mask;
                d = variant.rotate(d ^ a, r[2]);
                c = c + d & mask;
                v[w[0]] = a;
                v[w[1]] = variant.rotate(b ^ c, r[3]);
                v[w[2]] = c;
                v[w[3]] = d;
            }
        }
        for (int i = 0; i < 8; i++) {
            h[i] ^= v[i] ^ v[i + 8];
        }
    }
}
