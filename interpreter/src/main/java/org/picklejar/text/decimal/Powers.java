package org.picklejar.text.decimal;

import java.math.BigInteger;

/** Powers of ten, and what is counted and cut by them. */
final class Powers {
    /** Digits that every long has room for. */
    static final int LONG_DIGITS = 18;
    /** More digits than this take minutes; where libmpdec would run out of memory is far beyond. */
    static final long MOST_DIGITS = 50_000_000;

    private static final double LOG10_2 = 0.30102999566398119521;
    /** From here on the digits are counted by a logarithm, since the power to compare with is as large as the number. */
    private static final int COUNTED_BY_LOG = 500;

    private static final long[] LONGS = new long[LONG_DIGITS + 1];
    private static final BigInteger[] CACHED = new BigInteger[256];

    /** Higher powers that were asked for lately. */
    private static final Power[] RECENT = new Power[32];

    private static final int MOST_KEPT = 20_000;

    private record Power(int exponent, BigInteger value) {}

    static {
        LONGS[0] = 1;
        for (int i = 1; i < LONGS.length; i++) {
            LONGS[i] = LONGS[i - 1] * 10;
        }
        CACHED[0] = BigInteger.ONE;
        for (int i = 1; i < CACHED.length; i++) {
            CACHED[i] = CACHED[i - 1].multiply(BigInteger.TEN);
        }
    }

    private Powers() {}

    /** 10 to the n as a long, n up to 18. */
    static long small(int n) {
        return LONGS[n];
    }

    /** 10 to the n. */
    static BigInteger big(long n) {
        if (n < CACHED.length) {
            return CACHED[(int) n];
        }
        if (n > MOST_DIGITS) {
            throw new TooLargeException();
        }
        int slot = (int) n % RECENT.length;
        Power p = RECENT[slot];
        if (p == null || p.exponent != n) {
            p = new Power((int) n, BigInteger.TEN.pow((int) n));
            if (n < MOST_KEPT) {
                RECENT[slot] = p;
            }
        }
        return p.value;
    }

    /** How many digits there are, 1 of zero. */
    static int digits(long v) {
        if (v < 10) {
            return 1;
        }
        int n = (64 - Long.numberOfLeadingZeros(v)) * 1233 >> 12;
        return n <= LONG_DIGITS && v < LONGS[n] ? n : n + 1;
    }

    /** @param v not negative */
    static int digits(BigInteger v) {
        int bits = v.bitLength();
        if (bits < 60) {
            return digits(v.longValue());
        }
        int low = (int) ((bits - 1) * LOG10_2);
        if (low >= COUNTED_BY_LOG) {
            double log = Math.log10((double) v.shiftRight(bits - 62).longValue()) + (bits - 62) * LOG10_2;
            if (Math.abs(log - Math.rint(log)) > 1e-6) {
                return (int) log + 1;
            }
            low = (int) Math.rint(log) - 1;
        }
        int high = low + 1;
        return v.compareTo(big(high)) >= 0 ? high + 1 : v.compareTo(big(low)) >= 0 ? high : low;
    }

    /** v times 10 to the n. */
    static BigInteger scale(BigInteger v, long n) {
        return n == 0 || v.signum() == 0 ? v : v.multiply(big(n));
    }

    /** How many zeros a number that is not zero ends with, as far as {@code most}. */
    static long trailingZeros(BigInteger v, long most) {
        long limit = Math.min(most, v.getLowestSetBit());
        long zeros = 0;
        BigInteger rest = v;
        for (long step = Long.highestOneBit(Math.max(limit, 1)); step > 0; step >>= 1) {
            if (zeros + step <= limit) {
                BigInteger[] parts = rest.divideAndRemainder(big(step));
                if (parts[1].signum() == 0) {
                    rest = parts[0];
                    zeros += step;
                }
            }
        }
        return zeros;
    }

    static int trailingZeros(long v, long most) {
        int zeros = 0;
        long rest = v;
        while (zeros < most && rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        return zeros;
    }
}
