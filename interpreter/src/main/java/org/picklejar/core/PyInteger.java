package org.picklejar.core;

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
}
