package org.picklejar.core;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Python's int: {@link PyInt} when the value fits a long, else {@link PyBigInt}; {@link PyBool} too. */
public abstract sealed class PyInteger extends PyObject permits PyInt, PyBigInt, PyBool {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    public abstract BigInteger big();

    /** Whether {@link #longValue} is exact. */
    public abstract boolean isLong();

    /** The value, when {@link #isLong}. */
    public abstract long longValue();

    public abstract int signum();

    /** The shortest form of a value. */
    public static PyInteger of(BigInteger v) {
        return v.bitLength() < 64 && v.compareTo(MIN) >= 0 && v.compareTo(MAX) <= 0
                ? PyInt.of(v.longValue())
                : new PyBigInt(v);
    }

    public static int compare(PyInteger a, PyInteger b) {
        return a.isLong() && b.isLong()
                ? Long.compare(a.longValue(), b.longValue())
                : a.big().compareTo(b.big());
    }

    /** How an int compares with a double that is not NaN, exactly. */
    public static int compare(PyInteger a, double d) {
        if (Double.isInfinite(d)) {
            return d > 0 ? -1 : 1;
        }
        if (a.isLong() && Math.abs(a.longValue()) <= 1L << 53) {
            return Double.compare((double) a.longValue(), d + 0.0);
        }
        return new BigDecimal(a.big()).compareTo(new BigDecimal(d));
    }
}
