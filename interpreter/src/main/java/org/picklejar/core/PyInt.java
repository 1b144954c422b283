package org.picklejar.core;

import java.math.BigInteger;

/** An int that fits a long. */
public final class PyInt extends PyInteger {
    public static final PyType TYPE = PyType.builtin("int", PyInteger.class, PyType.OBJECT);
    private static final int LOW = -128;
    private static final int HIGH = 1024;
    private static final PyInt[] SMALL = new PyInt[HIGH - LOW + 1];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new PyInt(i + LOW);
        }
    }

    public static final PyInt ZERO = of(0);
    public static final PyInt ONE = of(1);
    public static final PyInt MINUS_ONE = of(-1);

    public final long value;
    /** Whether it tells an object from others, as {@code id()} does: a saved state must know. It takes no room. */
    public final boolean isIdentity;

    private PyInt(long value) {
        this(value, false);
    }

    private PyInt(long value, boolean isIdentity) {
        this.value = value;
        this.isIdentity = isIdentity;
    }

    /** What {@code id()} gives. */
    public static PyInt identity(long v) {
        return new PyInt(v, true);
    }

    public static PyInt of(long v) {
        return v >= LOW && v <= HIGH ? SMALL[(int) v - LOW] : new PyInt(v);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public BigInteger big() {
        return BigInteger.valueOf(value);
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public int signum() {
        return Long.signum(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
