package org.picklejar.text;

import java.math.BigInteger;

/**
 * The generator of Python's {@code random.Random}: MT19937 (Matsumoto and Nishimura, 1998; their mt19937ar.c of 2002 defines
 * the seeding by an array and the 53-bit floats). Not for use by several threads at once.
 */
public final class MersenneTwister {
    public static final int WORDS = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[WORDS];
    private int index = WORDS;

    /** Seeds with the absolute value of a number, as {@code random.seed(n)} does. */
    public void seed(BigInteger number) {
        byte[] magnitude = number.abs().toByteArray();
        int[] key = new int[Math.max(1, (number.abs().bitLength() + 31) / 32)];
        for (int i = 0; i < magnitude.length; i++) {
            int bit = 8 * (magnitude.length - 1 - i);
            if (bit / 32 < key.length) {
                key[bit / 32] |= (magnitude[i] & 0xFF) << bit % 32;
            }
        }
        seed(key);
    }

    /** Seeds with 32-bit words, the least significant first. */
    public void seed(int[] key) {
        state[0] = 19650218;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        int i = 1;
        int j = 0;
        for (int k = Math.max(WORDS, key.length); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
            if (++i == WORDS) {
                state[0] = state[WORDS - 1];
                i = 1;
            }
            if (++j == key.length) {
                j = 0;
            }
        }
        for (int k = WORDS - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            if (++i == WORDS) {
                state[0] = state[WORDS - 1];
                i = 1;
            }
        }
        state[0] = 0x80000000;
        index = WORDS;
    }

    private int next() {
        if (index == WORDS) {
            for (int i = 0; i < WORDS; i++) {
                int y = state[i] & 0x80000000 | state[(i + 1) % WORDS] & 0x7FFFFFFF;
                state[i] = state[(i + SHIFT) % WORDS] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
            }
            index = 0;
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9D2C5680;
        y ^= y << 15 & 0xEFC60000;
        return y ^ y >>> 18;
    }

    /** A float of [0, 1) with 53 random bits. */
    public double random() {
        int a = next() >>> 5;
        int b = next() >>> 6;
        return (a * 67108864.0 + b) / 9007199254740992.0;
    }

    /**
     * A number of {@code bits} random bits.
     *
     * @throws IllegalArgumentException with Python's message when {@code bits} is negative
     */
    public BigInteger getRandomBits(int bits) {
        if (bits < 0) {
            throw new IllegalArgumentException("number of bits must be non-negative");
        }
        if (bits == 0) {
            return BigInteger.ZERO;
        }
        if (bits <= 32) {
            return BigInteger.valueOf((next() >>> 32 - bits) & 0xFFFFFFFFL);
        }
        int words = (bits - 1) / 32 + 1;
        byte[] bytes = new byte[4 * words];
        int left = bits;
        for (int i = 0; i < words; i++, left -= 32) {
            int word = next();
            if (left < 32) {
                word >>>= 32 - left;
            }
            int at = bytes.length - 4 * i;
            bytes[at - 1] = (byte) word;
            bytes[at - 2] = (byte) (word >>> 8);
            bytes[at - 3] = (byte) (word >>> 16);
            bytes[at - 4] = (byte) (word >>> 24);
        }
        return new BigInteger(1, bytes);
    }

    /** The 624 words of the state, and the index: 625 numbers. */
    public long[] getState() {
        long[] words = new long[WORDS + 1];
        for (int i = 0; i < WORDS; i++) {
            words[i] = state[i] & 0xFFFFFFFFL;
        }
        words[WORDS] = index;
        return words;
    }

    /**
     * Restores what {@link #getState} gave.
     *
     * @throws IllegalArgumentException with Python's message when it is no state
     */
    public void setState(long[] words) {
        if (words.length != WORDS + 1) {
            throw new IllegalArgumentException("state vector is the wrong size");
        }
        if (words[WORDS] < 0 || words[WORDS] > WORDS) {
            throw new IllegalArgumentException("invalid state");
        }
        for (int i = 0; i < WORDS; i++) {
            state[i] = (int) words[i];
        }
        index = (int) words[WORDS];
    }

    /** A generator in the same state. */
    public MersenneTwister copy() {
        MersenneTwister copy = new MersenneTwister();
        System.arraycopy(state, 0, copy.state, 0, WORDS);
        copy.index = index;
        return copy;
    }
}
