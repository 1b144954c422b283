package org.picklejar.modules.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.FileTable;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** An operation of a buffered stream (CPython: bufferedio.c). The raw stream may be written in Python. */
final class BufferedFrame extends IoFrame {
    /** What to do. Each starts by writing out what is pending, where both directions are open. */
    enum Op {
        READ,
        READ_ALL,
        READ1,
        PEEK,
        READ_LINE,
        WRITE,
        FLUSH,
        SEEK,
        TELL,
        TRUNCATE,
        CLOSE
    }

    private enum State {
        START,
        FLUSHING,
        REWINDING,
        WORKING,
        FILLING,
        ENDING,
        CLOSING
    }

    private Op op;
    private PyBuffered b;
    private State state = State.START;
    /** Size, position or limit; of WRITE the result, negative to write out all. */
    private long n;

    private int whence;
    private PyByteArray target;
    private boolean atEnd;
    private PyObject failure;
    private PyObject result;
    private int searched;

    /** For unpickling. */
    BufferedFrame() {}

    BufferedFrame(Op op, PyBuffered b, long n, int whence) {
        this.op = op;
        this.b = b;
        this.n = n;
        this.whence = whence;
    }

    static PyObject run(Execution x, Op op, PyBuffered b, long n) {
        return new BufferedFrame(op, b, n, 0).start(x);
    }

    @Override
    PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> state = needsFlush() ? State.FLUSHING : rewinds() ? State.REWINDING : State.WORKING;
                case FLUSHING -> {
                    if (v != null) {
                        b.written(written(x, v));
                        v = null;
                    }
                    if (b.pendingSize > 0) {
                        if (b.raw instanceof PyFileIO f && f.type().isBuiltin()) {
                            b.written(writeDirectly(x, f));
                            continue;
                        }
                        return call(x, b.raw, "write", new PyBytes(Arrays.copyOf(b.pending, b.pendingSize)));
                    }
                    dirty(x).remove(b);
                    state = rewinds() ? State.REWINDING : State.WORKING;
                }
                case REWINDING -> {
                    if (v == null) {
                        int back = b.available();
                        b.dropAhead();
                        return call(x, b.raw, "seek", PyInt.of(-back), PyInt.ONE);
                    }
                    v = null;
                    state = State.WORKING;
                }
                case WORKING, FILLING, ENDING, CLOSING -> {
                    return work(x, v);
                }
            }
        }
    }

    private boolean needsFlush() {
        return b.pendingSize > 0
                && (op != Op.WRITE && op != Op.TELL || b.pendingSize > b.bufferSize || op == Op.WRITE && n < 0);
    }

    /** Before writing and flushing, the raw position goes back to where the program believes it is. */
    private boolean rewinds() {
        return b.available() > 0 && b.writes && (op == Op.WRITE || op == Op.FLUSH || op == Op.TRUNCATE);
    }

    private PyObject work(Execution x, PyObject value) {
        switch (op) {
            case READ, READ1, PEEK, READ_LINE:
                return read(x, value);
            case READ_ALL:
                return readAll(x, value);
            case WRITE:
                if (b.pendingSize > b.bufferSize) {
                    state = State.FLUSHING;
                    return advance(x, null);
                }
                return PyInt.of(n);
            case FLUSH:
                if (value == null && b.reads && !b.writes) {
                    return call(x, b.raw, "flush");
                }
                return PySingleton.NONE;
            case SEEK:
                return seek(x, value);
            case TELL:
                if (value == null) {
                    return call(x, b.raw, "tell");
                }
                long at = Values.toLong(x, value);
                if (at < 0) {
                    throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position %d", at);
                }
                return PyInt.of(at - b.available() + b.pendingSize);
            case TRUNCATE:
                return truncate(x, value);
            default:
                return close(x);
        }
    }

    // ---- reading

    private PyObject read(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (state == State.FILLING) {
                state = State.WORKING;
                int got = filled(x, v);
                v = null;
                if (got < 0) {
                    return b.available() > 0
                            ? b.take(b.available())
                            : op == Op.READ_LINE || op == Op.PEEK ? PyBytes.EMPTY : PySingleton.NONE;
                }
                atEnd = got == 0;
            }
            int have = b.available();
            switch (op) {
                case READ -> {
                    if (have >= n || atEnd) {
                        return b.take((int) n);
                    }
                }
                case READ1 -> {
                    if (have > 0 || atEnd || n == 0) {
                        return b.take((int) (n < 0 ? Math.max(have, b.bufferSize) : n));
                    }
                }
                case PEEK -> {
                    if (have > 0 || atEnd) {
                        return new PyBytes(Arrays.copyOfRange(b.ahead, b.start, b.end));
                    }
                }
                default -> {
                    int length = b.lineLength(searched, (int) n);
                    searched = have;
                    if (length > 0 || atEnd || n == 0) {
                        return b.take(length > 0 ? length : n == 0 ? 0 : have);
                    }
                }
            }
            state = State.FILLING;
            int want = op == Op.READ
                    ? (int) Math.max(b.bufferSize, n - have)
                    : op == Op.READ1 && n > 0 ? (int) n : b.bufferSize;
            if (b.raw instanceof PyFileIO f && f.type().isBuiltin()) {
                return call(x, f, "read", PyInt.of(want));
            }
            target = new PyByteArray(new byte[want]);
            return call(x, b.raw, "readinto", PyMemoryView.of(target, target));
        }
    }

    /** Takes what the raw stream gave.
     * @return how many bytes; -1 for None: it would block */
    private int filled(Execution x, PyObject v) {
        if (v == PySingleton.NONE) {
            return -1;
        }
        if (target == null) {
            byte[] bytes = ((PyBytes) v).value;
            b.append(bytes, bytes.length);
            return bytes.length;
        }
        long got = Values.toLong(x, v);
        if (got < 0 || got > target.byteLength()) {
            throw Errors.of(
                    ExceptionTypes.OS_ERROR,
                    "raw readinto() returned invalid length %d (should have been between 0 and %d)",
                    got,
                    target.byteLength());
        }
        b.append(target.storage(), (int) got);
        target = null;
        return (int) got;
    }

    private PyObject readAll(Execution x, PyObject value) {
        if (state == State.WORKING) {
            state = State.FILLING;
            if (b.raw.type().lookup("readall") != null) {
                return call(x, b.raw, "readall");
            }
            return call(x, b.raw, "read");
        }
        boolean once = b.raw.type().lookup("readall") != null;
        if (value == PySingleton.NONE) {
            return b.available() == 0 && result == null ? value : b.take(b.available());
        }
        byte[] bytes = Buffers.bytesOrNull(value);
        if (bytes == null) {
            throw Errors.typeError(once ? "readall() should return bytes" : "read() should return bytes");
        }
        if (once && b.available() == 0 && Values.payload(value) instanceof PyBytes whole) {
            return whole;
        }
        b.append(bytes, bytes.length);
        result = value;
        return once || bytes.length == 0 ? b.take(b.available()) : call(x, b.raw, "read");
    }

    // ---- writing

    private int writeDirectly(Execution x, PyFileIO f) {
        try {
            OpenFile file = f.file(x);
            int done = file.write(x, b.pending, 0, b.pendingSize);
            if (done < 0) {
                throw wouldBlock();
            }
            return done;
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    private int written(Execution x, PyObject v) {
        if (v == PySingleton.NONE) {
            throw wouldBlock();
        }
        long w = Values.toLong(x, v);
        if (w < 0 || w > b.pendingSize) {
            throw Errors.of(
                    ExceptionTypes.OS_ERROR,
                    "raw write() returned invalid length %d (should have been between 0 and %d)",
                    w,
                    b.pendingSize);
        }
        return (int) w;
    }

    private static PyException wouldBlock() {
        PyStr text = PyStr.of("write could not complete without blocking");
        PyBaseException e =
                new PyBaseException(ExceptionTypes.BLOCKING_IO_ERROR, PyTuple.of(PyInt.of(OsFailure.EAGAIN), text));
        e.setMember("errno", PyInt.of(OsFailure.EAGAIN));
        e.setMember("strerror", text);
        e.setMember("characters_written", PyInt.ZERO);
        return new PyException(e);
    }

    // ---- the rest

    private PyObject seek(Execution x, PyObject value) {
        if (state == State.WORKING) {
            state = State.ENDING;
            long offset = whence == 1 ? n - b.available() : n;
            return call(x, b.raw, "seek", PyInt.of(offset), PyInt.of(whence));
        }
        b.dropAhead();
        long at = Values.toLong(x, value);
        if (at < 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "Raw stream returned invalid position %d", at);
        }
        return value;
    }

    private PyObject truncate(Execution x, PyObject value) {
        if (state == State.WORKING && n < 0) {
            state = State.ENDING;
            return call(x, b.raw, "tell");
        }
        if (state != State.CLOSING) {
            if (value != null) {
                n = Values.toLong(x, value);
            }
            state = State.CLOSING;
            return call(x, b.raw, "truncate", PyInt.of(n));
        }
        return value;
    }

    /** Flush by the method, which a subclass may replace; then close the raw stream whatever happened. */
    private PyObject close(Execution x) {
        switch (state) {
            case WORKING -> {
                state = State.ENDING;
                return call(x, b, "flush");
            }
            case ENDING -> {
                state = State.CLOSING;
                return call(x, b.raw, "close");
            }
            default -> {
                dirty(x).remove(b);
                if (failure instanceof PyBaseException e) {
                    throw new PyException(e);
                }
                return PySingleton.NONE;
            }
        }
    }

    @Override
    PyObject failed(Execution x, PyException e) {
        if (op == Op.CLOSE && (state == State.ENDING || state == State.FLUSHING)) {
            failure = e.value;
            b.pendingSize = 0;
            state = State.ENDING;
            return close(x);
        }
        throw e;
    }

    // ---- streams with something to write

    /** The writers of a runtime with bytes that are not written: a program that drops a file without closing it loses nothing. */
    private static final class Dirty {
        final Set<PyBuffered> all = Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static Set<PyBuffered> dirty(Execution x) {
        return x.machine.state(Dirty.class, m -> new Dirty()).all;
    }

    /** Writes out what is pending for files: at the end of the program, and before a file is opened that may be the same. */
    static void flushAll(Execution x) {
        for (PyBuffered b : dirty(x).toArray(PyBuffered[]::new)) {
            if (b.raw instanceof PyFileIO f
                    && f.type().isBuiltin()
                    && f.fd >= 0
                    && FileTable.of(x).isOpen(f.fd)) {
                run(x, Op.FLUSH, b, 0);
            }
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(op.name()),
            b,
            PyStr.of(state.name()),
            PyInt.of(n),
            PyInt.of(whence),
            target == null ? PySingleton.NONE : target,
            PyInt.of(atEnd ? 1 : 0),
            failure == null ? PySingleton.NONE : failure,
            result == null ? PySingleton.NONE : result,
            PyInt.of(searched)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        op = Op.valueOf(s[0].toString());
        b = (PyBuffered) s[1];
        state = State.valueOf(s[2].toString());
        n = ((PyInt) s[3]).value;
        whence = (int) ((PyInt) s[4]).value;
        target = s[5] instanceof PyByteArray t ? t : null;
        atEnd = s[6] == PyInt.ONE;
        failure = s[7] == PySingleton.NONE ? null : s[7];
        result = s[8] == PySingleton.NONE ? null : s[8];
        searched = (int) ((PyInt) s[9]).value;
    }
}
