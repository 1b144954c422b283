package org.picklejar.text.hash;

import java.math.BigInteger;
import java.util.function.UnaryOperator;

/** The constants of SHA-2 (FIPS 180-4): the first 64 bits of the fractional parts of roots of the first primes. */
final class Sha2 {
    private static final int BITS = 64;
    /** Of the square roots. */
    static final long[] SQUARE_ROOTS = roots(16, p -> p.shiftLeft(2 * BITS).sqrt());
    /** Of the cube roots. */
    static final long[] CUBE_ROOTS = roots(80, p -> cubeRoot(p.shiftLeft(3 * BITS)));

    private Sha2() {}

    private static long[] roots(int n, UnaryOperator<BigInteger> root) {
        long[] out = new long[n];
        BigInteger p = BigInteger.TWO;
        for (int i = 0; i < n; i++) {
            out[i] = root.apply(p).longValue();
            p = p.nextProbablePrime();
        }
        return out;
    }

    /** By Newton's method from above. */
    private static BigInteger cubeRoot(BigInteger n) {
        BigInteger three = BigInteger.valueOf(3);
        BigInteger r = BigInteger.ONE.shiftLeft(n.bitLength() / 3 + 1);
        for (; ; ) {
            BigInteger next = r.shiftLeft(1).add(n.divide(r.multiply(r))).divide(three);
            if (next.compareTo(r) >= 0) {
                return r;
            }
            r = next;
        }
    }

    /** The upper words of some of them. */
    static int[] upper(long[] roots, int from, int to) {
        int[] out = new int[to - from];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) (roots[from + i] >>> Integer.SIZE);
        }
        return out;
    }

    /** The lower words of some of them. */
    static int[] lower(long[] roots, int from, int to) {
        int[] out = new int[to - from];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) roots[from + i];
        }
        return out;
    }
}
