package org.picklejar.core;

import java.util.Arrays;

/** Python's bytes. The array must not change. */
public final class PyBytes extends PyObject implements ByteBufferOwner {
    public static final PyType TYPE =
            PyType.builtin("bytes", PyBytes.class, PyType.OBJECT).repeated();
    public static final PyBytes EMPTY = new PyBytes(new byte[0]);
    public final byte[] value;

    public PyBytes(byte[] value) {
        this.value = value;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public byte[] storage() {
        return value;
    }

    @Override
    public int byteLength() {
        return value.length;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PyBytes b && Arrays.equals(value, b.value);
    }
}
