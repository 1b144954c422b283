package org.picklejar.modules.io;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom}: a raw stream with bytes read ahead and bytes to be written. */
public final class PyBuffered extends PyIOBase {
    public static final PyType READER = type("BufferedReader");
    public static final PyType WRITER = type("BufferedWriter");
    public static final PyType RANDOM = type("BufferedRandom");

    /** Null until initialised and after detach. */
    PyObject raw;

    boolean detached;
    boolean reads;
    boolean writes;
    int bufferSize = IoModule.DEFAULT_BUFFER_SIZE;
    /** Read ahead: from {@link #start} to {@link #end}. */
    byte[] ahead = PyBytes.EMPTY.value;

    int start;
    int end;
    /** To be written. */
    byte[] pending = PyBytes.EMPTY.value;

    int pendingSize;

    PyBuffered(PyType type) {
        super(type);
    }

    private static PyType type(String name) {
        return PyType.builtin(name, PyBuffered.class, BUFFERED).inModule("_io").withDict();
    }

    @Override
    public PyTuple parts() {
        if (raw instanceof PyIOBase under && under.parts() == null) {
            return null;
        }
        return PyTuple.of(
                PyBool.of(closed),
                orNone(raw),
                PyBool.of(detached),
                PyBool.of(reads),
                PyBool.of(writes),
                PyInt.of(bufferSize),
                new PyBytes(Arrays.copyOfRange(ahead, start, end)),
                new PyBytes(Arrays.copyOf(pending, pendingSize)));
    }

    @Override
    public void fill(Execution x, PyTuple parts) {
        super.fill(x, parts);
        raw = orNull(parts.get(1));
        detached = parts.get(2) == PyBool.TRUE;
        reads = parts.get(3) == PyBool.TRUE;
        writes = parts.get(4) == PyBool.TRUE;
        bufferSize = (int) ((PyInt) parts.get(5)).value;
        byte[] bytes = ((PyBytes) parts.get(6)).value;
        append(bytes, bytes.length);
        byte[] unwritten = ((PyBytes) parts.get(7)).value;
        if (unwritten.length > 0) {
            queue(unwritten);
            BufferedFrame.dirty(x).add(this);
        }
    }

    void checkReady() {
        if (raw == null) {
            throw detached
                    ? Errors.valueError("raw stream has been detached")
                    : Errors.valueError("I/O operation on uninitialized object");
        }
    }

    /** @param verb such as "read of" */
    void checkOpen(Execution x, String verb) {
        checkReady();
        if (isClosed(x)) {
            throw Errors.valueError("%s closed file", verb);
        }
    }

    boolean isClosed(Execution x) {
        return raw instanceof PyFileIO f && f.type().isBuiltin() ? f.fd < 0 : IoErrors.isClosed(x, raw);
    }

    int available() {
        return end - start;
    }

    PyBytes take(int n) {
        int count = Math.min(n, available());
        if (count == 0) {
            return PyBytes.EMPTY;
        }
        PyBytes b = new PyBytes(count == ahead.length ? ahead : Arrays.copyOfRange(ahead, start, start + count));
        start += count;
        if (start == end) {
            dropAhead();
        }
        return b;
    }

    void append(byte[] bytes, int count) {
        if (start == end) {
            ahead = count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
            start = 0;
            end = count;
            return;
        }
        if (end + count > ahead.length) {
            int have = available();
            byte[] bigger = new byte[Math.max(have + count, Math.min(have * 2, 1 << 26))];
            System.arraycopy(ahead, start, bigger, 0, have);
            ahead = bigger;
            start = 0;
            end = have;
        }
        System.arraycopy(bytes, 0, ahead, end, count);
        end += count;
    }

    void dropAhead() {
        ahead = PyBytes.EMPTY.value;
        start = 0;
        end = 0;
    }

    /** Length of the next line as far as it is read ahead; 0 when its end is not.
     * @param from bytes looked at before */
    int lineLength(int from, int limit) {
        int last = limit < 0 || limit > available() ? end : start + limit;
        for (int i = start + from; i < last; i++) {
            if (ahead[i] == '\n') {
                return i + 1 - start;
            }
        }
        return limit >= 0 && available() >= limit ? limit : 0;
    }

    void queue(byte[] b) {
        if (pendingSize + b.length > pending.length) {
            pending = Arrays.copyOf(
                    pending, Math.max(pendingSize + b.length, Math.min(pending.length * 2, 1 << 26) + 256));
        }
        System.arraycopy(b, 0, pending, pendingSize, b.length);
        pendingSize += b.length;
    }

    /** The first bytes were written. */
    void written(int n) {
        System.arraycopy(pending, n, pending, 0, pendingSize - n);
        pendingSize -= n;
        if (pendingSize == 0 && pending.length > 4 * bufferSize) {
            pending = PyBytes.EMPTY.value;
        }
    }
}
