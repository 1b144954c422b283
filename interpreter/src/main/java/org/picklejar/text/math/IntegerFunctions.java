package org.picklejar.text.math;

import java.math.BigInteger;

/** Functions on ints. Errors are IllegalArgumentExceptions (ValueError) and ArithmeticExceptions (OverflowError) with Python's messages. */
public final class IntegerFunctions {
    /** Bits of a root that a double surely has right. */
    private static final int DOUBLE_BITS = 25;

    private static final String LONG_MAX = Long.toString(Long.MAX_VALUE);
    /** Products of fewer factors are multiplied in turn. */
    private static final int LEAF = 16;

    private IntegerFunctions() {}

    public static BigInteger factorial(BigInteger n) {
        if (n.signum() < 0) {
            throw new IllegalArgumentException("factorial() not defined for negative values");
        }
        if (n.bitLength() > 63) {
            throw new ArithmeticException("factorial() argument should not exceed " + LONG_MAX);
        }
        return product(1, n.longValue());
    }

    /** The product of the numbers from {@code from} to {@code to}, halved so that the factors stay of equal size. */
    private static BigInteger product(long from, long to) {
        if (to - from < LEAF) {
            BigInteger result = BigInteger.ONE;
            for (long i = from; i <= to; i++) {
                result = result.multiply(BigInteger.valueOf(i));
            }
            return result;
        }
        long middle = from + (to - from) / 2;
        return product(from, middle).multiply(product(middle + 1, to));
    }

    private static void checkCounts(BigInteger n, BigInteger k) {
        if (n.signum() < 0) {
            throw new IllegalArgumentException("n must be a non-negative integer");
        }
        if (k.signum() < 0) {
            throw new IllegalArgumentException("k must be a non-negative integer");
        }
    }

    /** The ways to choose k of n without order. */
    public static BigInteger comb(BigInteger n, BigInteger k) {
        checkCounts(n, k);
        BigInteger other = n.subtract(k);
        if (other.signum() < 0) {
            return BigInteger.ZERO;
        }
        BigInteger few = k.min(other);
        if (few.bitLength() > 63) {
            throw new ArithmeticException("min(n - k, k) must not exceed " + LONG_MAX);
        }
        return combination(n, few.longValue());
    }

    /** C(n, k) = C(n, j) * C(n - j, k - j) / C(k, j) with j = k / 2. */
    private static BigInteger combination(BigInteger n, long k) {
        if (k <= LEAF) {
            BigInteger result = BigInteger.ONE;
            for (long i = 0; i < k; i++) {
                result = result.multiply(n.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1));
            }
            return result;
        }
        long j = k / 2;
        return combination(n, j)
                .multiply(combination(n.subtract(BigInteger.valueOf(j)), k - j))
                .divide(combination(BigInteger.valueOf(k), j));
    }

    /** The ways to choose k of n with order; k null stands for n. */
    public static BigInteger perm(BigInteger n, BigInteger k) {
        if (k == null) {
            return factorial(n);
        }
        checkCounts(n, k);
        if (k.compareTo(n) > 0) {
            return BigInteger.ZERO;
        }
        if (k.bitLength() > 63) {
            throw new ArithmeticException("k must not exceed " + LONG_MAX);
        }
        return falling(n, k.longValue());
    }

    private static BigInteger falling(BigInteger n, long k) {
        if (k <= LEAF) {
            BigInteger result = BigInteger.ONE;
            for (long i = 0; i < k; i++) {
                result = result.multiply(n.subtract(BigInteger.valueOf(i)));
            }
            return result;
        }
        long j = k / 2;
        return falling(n, j).multiply(falling(n.subtract(BigInteger.valueOf(j)), k - j));
    }

    public static BigInteger isqrt(BigInteger n) {
        if (n.signum() < 0) {
            throw new IllegalArgumentException("isqrt() argument must be nonnegative");
        }
        // Newton's method with as many bits as are right after each step: BigInteger.sqrt takes all bits in each
        // (CPython: math_isqrt).
        int c = Math.max(0, n.bitLength() - 1) / 2;
        int s = 0;
        while (c >> s > DOUBLE_BITS) {
            s++;
        }
        int d = c >> s;
        BigInteger a =
                BigInteger.valueOf((long) Math.sqrt(n.shiftRight(2 * (c - d)).doubleValue()));
        while (s > 0) {
            s--;
            int e = d;
            d = c >> s;
            a = a.shiftLeft(d - e - 1).add(n.shiftRight(2 * c - e - d + 1).divide(a));
        }
        return a.multiply(a).compareTo(n) > 0 ? a.subtract(BigInteger.ONE) : a;
    }

    public static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0
                ? BigInteger.ZERO
                : a.divide(a.gcd(b)).multiply(b).abs();
    }
}
