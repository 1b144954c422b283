package org.picklejar.text;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given double; of several, the one closest to it.
 * Source: Raffaello Giulietti, "The Schubfach way to render doubles" (2020), figure 9.
 */
final class ShortestDecimal {
    private static final int MIN_K = -324;
    private static final int MAX_K = 292;
    private static final int MIN_Q = -1074;
    private static final long MIN_NORMAL_C = 1L << 52;
    private static final long LOW_63 = Long.MAX_VALUE;

    /** For k from MIN_K: 10^-k scaled to 126 bits and rounded up, as high and low 63 bits. */
    private static final long[] POWERS = powers();

    private ShortestDecimal() {}

    private static long[] powers() {
        long[] table = new long[2 * (MAX_K - MIN_K + 1)];
        for (int k = MIN_K; k <= MAX_K; k++) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(k));
            BigInteger beta;
            if (k <= 0) {
                beta = power.shiftLeft(126).shiftRight(power.bitLength());
            } else {
                int shift = 125 + power.bitLength();
                beta = BigInteger.ONE.shiftLeft(shift).divide(power);
                if (beta.bitLength() < 126) {
                    beta = BigInteger.ONE.shiftLeft(shift + 1).divide(power);
                }
            }
            BigInteger g = beta.add(BigInteger.ONE);
            table[2 * (k - MIN_K)] = g.shiftRight(63).longValue();
            table[2 * (k - MIN_K) + 1] = g.longValue() & LOW_63;
        }
        return table;
    }

    /** The digits of a finite, positive value; trailing zeros are cut. */
    static Digits of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & (MIN_NORMAL_C - 1);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        if (exponent == 0) {
            return shortest(MIN_Q, fraction);
        }
        long c = fraction | MIN_NORMAL_C;
        int q = exponent - 1075;
        if (q < 0 && q > -53 && (c & (1L << -q) - 1) == 0) {
            return Digits.of(c >> -q, 0);
        }
        return shortest(q, c);
    }

    private static Digits shortest(int q, long c) {
        long odd = c & 1;
        long cb = c << 2;
        long cbr = cb + 2;
        boolean regular = c != MIN_NORMAL_C || q == MIN_Q;
        long cbl = regular ? cb - 2 : cb - 1;
        int k = (int) (regular ? q * 661_971_961_083L >> 41 : q * 661_971_961_083L - 274_743_187_321L >> 41);
        int h = q + (int) (-k * 913_124_641_741L >> 38) + 2;
        long g1 = POWERS[2 * (k - MIN_K)];
        long g0 = POWERS[2 * (k - MIN_K) + 1];
        long vb = scale(g1, g0, cb << h);
        long vbl = scale(g1, g0, cbl << h);
        long vbr = scale(g1, g0, cbr << h);
        long s = vb >> 2;
        if (s >= 10) {
            long lower = s / 10 * 10;
            long upper = lower + 10;
            boolean lowerIn = vbl + odd <= lower << 2;
            boolean upperIn = (upper << 2) + odd <= vbr;
            if (lowerIn != upperIn) {
                return Digits.of(lowerIn ? lower : upper, k);
            }
        }
        long t = s + 1;
        boolean sIn = vbl + odd <= s << 2;
        boolean tIn = (t << 2) + odd <= vbr;
        if (sIn != tIn) {
            return Digits.of(sIn ? s : t, k);
        }
        long order = vb - (s + t << 1);
        return Digits.of(order < 0 || order == 0 && (s & 1) == 0 ? s : t, k);
    }

    /** The product of g and cp over 2^127, rounded to odd. */
    private static long scale(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (z & LOW_63) + LOW_63 >>> 63;
    }
}
