package org.picklejar.modules.io;

import java.util.Arrays;
import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyType;

/** {@code io.BytesIO}. It owns its bytes, so that {@code getbuffer} can show them. */
public final class PyBytesIO extends PyIOBase implements ByteBufferOwner {
    public static final PyType TYPE =
            PyType.builtin("BytesIO", PyBytesIO.class, BUFFERED).inModule("_io").withDict();
    byte[] bytes = PyBytes.EMPTY.value;
    int size;
    int position;
    private int exports;
    /** Whether {@link #bytes} is shared with a bytes object. */
    boolean shared = true;

    public PyBytesIO(PyType type) {
        super(type);
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

    void checkExports() {
        if (exports > 0) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "Existing exports of data: object cannot be re-sized");
        }
    }

    /** Makes room and the array our own. */
    void reserve(int n) {
        if (n > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(n, bytes.length + (bytes.length >> 1) + 32));
            shared = false;
        } else if (shared) {
            bytes = bytes.clone();
            shared = false;
        }
    }

    void write(byte[] b, int count) {
        int end = position + count;
        if (end < 0) {
            throw Errors.overflowError("new buffer size too large");
        }
        if (count == 0) {
            return;
        }
        reserve(end);
        if (position > size) {
            Arrays.fill(bytes, size, position, (byte) 0);
        }
        System.arraycopy(b, 0, bytes, position, count);
        position = end;
        size = Math.max(size, end);
    }

    /** The next bytes, moving on.
     * @param n negative: all */
    PyBytes take(int n) {
        int left = Math.max(0, size - position);
        int count = n < 0 ? left : Math.min(n, left);
        if (count == 0) {
            return PyBytes.EMPTY;
        }
        PyBytes b = new PyBytes(Arrays.copyOfRange(bytes, position, position + count));
        position += count;
        return b;
    }

    /** The length of the next line.
     * @param limit negative: none */
    int lineLength(int limit) {
        int end = limit < 0 || limit > size - position ? size : position + limit;
        for (int i = position; i < end; i++) {
            if (bytes[i] == '\n') {
                return i + 1 - position;
            }
        }
        return Math.max(0, end - position);
    }

    PyBytes value() {
        if (size == bytes.length && exports == 0) {
            shared = true;
            return size == 0 ? PyBytes.EMPTY : new PyBytes(bytes);
        }
        return new PyBytes(Arrays.copyOf(bytes, size));
    }
}
