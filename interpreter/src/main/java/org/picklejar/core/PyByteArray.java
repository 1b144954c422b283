package org.picklejar.core;

import java.util.Arrays;

/** Python's bytearray. */
public final class PyByteArray extends PyInstance implements ByteBufferOwner {
    public static final PyType TYPE =
            PyType.builtin("bytearray", PyByteArray.class, PyType.OBJECT).repeated();
    private byte[] bytes;
    private int size;
    private int exports;

    public PyByteArray(PyType type) {
        super(type);
        bytes = PyBytes.EMPTY.value;
    }

    /** Takes the array over. */
    public PyByteArray(byte[] bytes) {
        super(TYPE);
        this.bytes = bytes;
        this.size = bytes.length;
    }

    @Override
    public byte[] storage() {
        return bytes;
    }

    @Override
    public int byteLength() {
        return size;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void export() {
        exports++;
    }

    @Override
    public void unexport() {
        exports--;
    }

    /** The bytes, for reading until the next change. */
    public byte[] view() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** How much room there is without growing. */
    public int capacity() {
        return bytes.length;
    }

    /**
     * Puts {@code count} bytes in place of those from {@code from} to {@code to}.
     *
     * @throws PyException BufferError when the length would change under a view
     */
    public void replace(int from, int to, byte[] with, int count) {
        int change = count - (to - from);
        if (change != 0) {
            checkResizable();
            if (size + change > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + change, bytes.length + (bytes.length >> 1) + 8));
            }
            byte[] moved = with == bytes ? with.clone() : with;
            System.arraycopy(bytes, to, bytes, to + change, size - to);
            size += change;
            System.arraycopy(moved, 0, bytes, from, count);
        } else {
            System.arraycopy(with, 0, bytes, from, count);
        }
    }

    public void append(byte b) {
        checkResizable();
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size + (size >> 1) + 8);
        }
        bytes[size++] = b;
    }

    public void checkResizable() {
        if (exports > 0) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "Existing exports of data: object cannot be re-sized");
        }
    }
}
