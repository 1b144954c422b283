package org.picklejar.core;

import java.math.BigInteger;

/** True and False. */
public final class PyBool extends PyInteger {
    public static final PyType TYPE =
            PyType.builtin("bool", PyBool.class, PyInt.TYPE).notSubclassable();
    public static final PyBool TRUE = new PyBool();
    public static final PyBool FALSE = new PyBool();

    private PyBool() {}

    public static PyBool of(boolean b) {
        return b ? TRUE : FALSE;
    }

    public boolean value() {
        return this == TRUE;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public BigInteger big() {
        return this == TRUE ? BigInteger.ONE : BigInteger.ZERO;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public long longValue() {
        return this == TRUE ? 1 : 0;
    }

    @Override
    public int signum() {
        return this == TRUE ? 1 : 0;
    }

    @Override
    public String toString() {
        return this == TRUE ? "True" : "False";
    }
}
