package org.picklejar.text.math;

import java.math.BigInteger;

/** Functions on ints. Errors are IllegalArgumentExceptions (ValueError) and ArithmeticExceptions (OverflowError) with Python's messages. */
public final class IntegerFunctions {
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
        return n.sqrt();
    }

    public static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.signum() == 0 || b.signum() == 0
                ? BigInteger.ZERO
                : a.divide(a.gcd(b)).multiply(b).abs();
    }
}
