package org.picklejar.core;

import java.math.BigInteger;

/** An int beyond long. */
public final class PyBigInt extends PyInteger {
    public final BigInteger value;

    PyBigInt(BigInteger value) {
        this.value = value;
    }

    @Override
    public PyType type() {
        return PyInt.TYPE;
    }

    @Override
    public BigInteger big() {
        return value;
    }

    @Override
    public boolean isLong() {
        return false;
    }

    @Override
    public long longValue() {
        throw new ArithmeticException("beyond long");
    }

    @Override
    public int signum() {
        return value.signum();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
