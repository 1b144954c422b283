package org.picklejar.text.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF"), the hash of texts and bytes. The key is made of
 * {@code PYTHONHASHSEED} as CPython makes it (bootstrap_hash.c), but without one it is that of the seed 0: so a set that was saved has
 * its order in every process.
 */
public final class SipHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final String SEED = System.getenv("PYTHONHASHSEED");
    private static final long KEY_0;
    private static final long KEY_1;

    static {
        byte[] key = new byte[16];
        if (SEED != null && SEED.equals("random")) {
            new SecureRandom().nextBytes(key);
        } else if (seed() > 0) {
            int x = (int) seed();
            for (int i = 0; i < key.length; i++) {
                x = x * 214013 + 2531011;
                key[i] = (byte) (x >>> 16);
            }
        }
        KEY_0 = (long) LONGS.get(key, 0);
        KEY_1 = (long) LONGS.get(key, 8);
    }

    private long v0 = KEY_0 ^ 0x736f6d6570736575L;
    private long v1 = KEY_1 ^ 0x646f72616e646f6dL;
    private long v2 = KEY_0 ^ 0x6c7967656e657261L;
    private long v3 = KEY_1 ^ 0x7465646279746573L;

    private SipHash() {}

    /** -1: random. */
    private static long seed() {
        if (SEED == null || SEED.isEmpty()) {
            return 0;
        }
        try {
            long n = SEED.equals("random") ? -1 : Long.parseLong(SEED);
            return n <= 0xFFFF_FFFFL ? n : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether hashes are others than in a process without {@code PYTHONHASHSEED}. */
    public static boolean isSeeded() {
        return seed() != 0;
    }

    /** The hash of a text, each of whose chars is a code point; of as many bytes for each as the widest needs. */
    public static long of(String s) {
        int n = s.length();
        char widest = 0;
        for (int i = 0; i < n; i++) {
            widest |= s.charAt(i);
        }
        SipHash h = new SipHash();
        int step = widest < 0x100 ? 1 : 2;
        int bits = 8 * step;
        long word = 0;
        int at = 0;
        for (int i = 0; i < n; i++) {
            word |= (long) s.charAt(i) << at;
            at += bits;
            if (at == Long.SIZE) {
                h.add(word);
                word = 0;
                at = 0;
            }
        }
        return h.end(word, (long) n * step);
    }

    /** The hash of a text of which some code point needs four bytes. */
    public static long of(int[] points) {
        SipHash h = new SipHash();
        int even = points.length & ~1;
        for (int i = 0; i < even; i += 2) {
            h.add((long) points[i + 1] << 32 | points[i]);
        }
        return h.end(even < points.length ? points[even] : 0, 4L * points.length);
    }

    public static long of(byte[] bytes) {
        SipHash h = new SipHash();
        int whole = bytes.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            h.add((long) LONGS.get(bytes, i));
        }
        long rest = 0;
        for (int i = whole; i < bytes.length; i++) {
            rest |= (bytes[i] & 0xFFL) << 8 * (i - whole);
        }
        return h.end(rest, bytes.length);
    }

    private void add(long word) {
        v3 ^= word;
        round();
        v0 ^= word;
    }

    /** @param rest the bytes that make no whole word */
    private long end(long rest, long length) {
        if (length == 0) {
            return 0;
        }
        add(length << 56 | rest);
        v2 ^= 0xFF;
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
    }
}
