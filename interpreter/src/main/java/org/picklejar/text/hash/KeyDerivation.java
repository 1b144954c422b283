package org.picklejar.text.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/** Keys from passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). */
public final class KeyDerivation {
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;
    private static final int BLOCK = 64;
    private static final int WORDS = BLOCK / Integer.BYTES;
    private static final int ROUNDS = 8;

    private KeyDerivation() {}

    /** HMAC (RFC 2104) of one key, of which the hashes of the padded keys are kept. */
    private static final class Hmac {
        private final StreamHash inner;
        private final StreamHash outer;

        Hmac(Supplier<StreamHash> hash, byte[] key) {
            inner = hash.get();
            outer = hash.get();
            byte[] k = key;
            if (key.length > inner.blockSize()) {
                StreamHash h = hash.get();
                h.update(key, 0, key.length);
                k = h.digest(h.digestSize());
            }
            begin(inner, k, INNER);
            begin(outer, k, OUTER);
        }

        private static void begin(StreamHash hash, byte[] key, int pad) {
            byte[] padded = Arrays.copyOf(key, hash.blockSize());
            for (int i = 0; i < padded.length; i++) {
                padded[i] ^= (byte) pad;
            }
            hash.update(padded, 0, padded.length);
        }

        byte[] of(byte[]... parts) {
            StreamHash h = inner.copy();
            for (byte[] part : parts) {
                h.update(part, 0, part.length);
            }
            byte[] digest = h.digest(h.digestSize());
            h = outer.copy();
            h.update(digest, 0, digest.length);
            return h.digest(h.digestSize());
        }
    }

    /**
     * PBKDF2 with HMAC.
     *
     * @param hash makes the hash that the HMAC is of
     * @param iterations at least 1
     * @param length of the key, in bytes
     */
    public static byte[] pbkdf2(Supplier<StreamHash> hash, byte[] password, byte[] salt, int iterations, int length) {
        Hmac hmac = new Hmac(hash, password);
        byte[] key = new byte[length];
        for (int done = 0, block = 1; done < length; block++) {
            byte[] u = hmac.of(
                    salt, ByteBuffer.allocate(Integer.BYTES).putInt(block).array());
            byte[] t = u.clone();
            for (int i = 1; i < iterations; i++) {
                u = hmac.of(u);
                for (int k = 0; k < t.length; k++) {
                    t[k] ^= u[k];
                }
            }
            int n = Math.min(t.length, length - done);
            System.arraycopy(t, 0, key, done, n);
            done += n;
        }
        return key;
    }

    /** The bytes of memory that {@link #scrypt} needs. */
    public static long memory(long n, long r, long p) {
        return 2L * BLOCK * r * (n + p + 2);
    }

    /**
     * scrypt.
     *
     * @param n how much work it is: a power of two, at least 2
     * @param r half the number of 64-byte blocks that are mixed at once
     * @param p how often
     * @param length of the key, in bytes
     */
    public static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
        Supplier<StreamHash> sha256 = () -> new Sha256(256);
        int size = 2 * BLOCK * r;
        byte[] b = pbkdf2(sha256, password, salt, 1, p * size);
        IntBuffer words = ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] x = new int[2 * WORDS * r];
        int[][] kept = new int[n][];
        for (int i = 0; i < p; i++) {
            words.get(i * x.length, x);
            mix(x, kept, r);
            words.put(i * x.length, x);
        }
        return pbkdf2(sha256, password, b, 1, length);
    }

    /** scryptROMix, in place. */
    private static void mix(int[] x, int[][] kept, int r) {
        int[] y = new int[x.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = x.clone();
            mixBlocks(x, y, r);
        }
        for (int i = 0; i < kept.length; i++) {
            int[] v = kept[x[(2 * r - 1) * WORDS] & kept.length - 1];
            for (int k = 0; k < x.length; k++) {
                x[k] ^= v[k];
            }
            mixBlocks(x, y, r);
        }
    }

    /** scryptBlockMix, in place. */
    private static void mixBlocks(int[] x, int[] y, int r) {
        int[] block = Arrays.copyOfRange(x, (2 * r - 1) * WORDS, 2 * r * WORDS);
        int[] work = new int[WORDS];
        for (int i = 0; i < 2 * r; i++) {
            for (int k = 0; k < WORDS; k++) {
                block[k] ^= x[i * WORDS + k];
            }
            salsa(block, work);
            // The even ones go to the first half.
            System.arraycopy(block, 0, y, (i / 2 + i % 2 * r) * WORDS, WORDS);
        }
        System.arraycopy(y, 0, x, 0, x.length);
    }

    /** Salsa20 with eight rounds, in place. */
    private static void salsa(int[] block, int[] w) {
        System.arraycopy(block, 0, w, 0, WORDS);
        for (int i = 0; i < ROUNDS; i += 2) {
            quarter(w, 0, 4, 8, 12);
            quarter(w, 5, 9, 13, 1);
            quarter(w, 10, 14, 2, 6);
            quarter(w, 15, 3, 7, 11);
            quarter(w, 0, 1, 2, 3);
            quarter(w, 5, 6, 7, 4);
            quarter(w, 10, 11, 8, 9);
            quarter(w, 15, 12, 13, 14);
        }
        for (int i = 0; i < WORDS; i++) {
            block[i] += w[i];
        }
    }

    private static void quarter(int[] w, int a, int b, int c, int d) {
        w[b] ^= Integer.rotateLeft(w[a] + w[d], 7);
        w[c] ^= Integer.rotateLeft(w[b] + w[a], 9);
        w[d] ^= Integer.rotateLeft(w[c] + w[b], 13);
        w[a] ^= Integer.rotateLeft(w[d] + w[c], 18);
    }
}
