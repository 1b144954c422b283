package org.picklejar.modules.io;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** The line methods of {@code _IOBase}. */
final class LineFrames {
    private LineFrames() {}

    private static int length(PyObject line) {
        PyObject v = Values.payload(line);
        if (v instanceof PyStr s) {
            return s.length();
        }
        byte[] b = Buffers.bytesOrNull(v);
        return b == null ? -1 : b.length;
    }

    /** {@code __next__}: a line, or the end. */
    static final class Next extends IoFrame {
        private PyObject stream;

        /** For unpickling. */
        Next() {}

        Next(PyObject stream) {
            this.stream = stream;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (value == null) {
                return call(x, stream, "readline");
            }
            return length(value) == 0 ? null : value;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
        }
    }

    /** {@code readline} by {@code read(1)}. */
    static final class ReadLine extends IoFrame {
        private PyObject stream;
        private int limit;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();

        /** For unpickling. */
        ReadLine() {}

        ReadLine(PyObject stream, int limit) {
            this.stream = stream;
            this.limit = limit;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (value != null) {
                byte[] b = Buffers.bytesOrNull(value);
                if (b == null) {
                    throw Errors.of(
                            ExceptionTypes.OS_ERROR,
                            "read() should have returned a bytes object, not '%s'",
                            value.type().name());
                }
                got.writeBytes(b);
                if (b.length == 0 || b[b.length - 1] == '\n') {
                    return new PyBytes(got.toByteArray());
                }
            }
            if (limit >= 0 && got.size() >= limit) {
                return new PyBytes(got.toByteArray());
            }
            return call(x, stream, "read", PyInt.ONE);
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, PyInt.of(limit), new PyBytes(got.toByteArray())};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
            limit = (int) ((PyInt) state[1]).value;
            got.writeBytes(((PyBytes) state[2]).value);
        }
    }

    /** {@code readlines}: all lines, or as many as reach the hinted length. */
    static final class ReadLines extends NativeFrame {
        private PyObject stream;
        private int hint;
        private long length;
        private PyList lines = new PyList();

        /** For unpickling. */
        ReadLines() {}

        ReadLines(PyObject stream, int hint) {
            this.stream = stream;
            this.hint = hint;
        }

        PyObject start(Execution x) {
            return x.push(this);
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                if (v != null) {
                    lines.append(v);
                    length += length(v);
                    if (hint > 0 && length >= hint) {
                        return lines;
                    }
                }
                v = Iteration.nextOrEnd(x, stream);
                if (v == null) {
                    return lines;
                }
                if (v == Pending.PENDING) {
                    return v;
                }
            }
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            if (e.is(ExceptionTypes.STOP_ITERATION)) {
                return lines;
            }
            throw e;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, PyInt.of(hint), PyInt.of(length), lines};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
            hint = (int) ((PyInt) state[1]).value;
            length = ((PyInt) state[2]).value;
            lines = (PyList) state[3];
        }
    }

    /** {@code writelines}. */
    static final class WriteLines extends NativeFrame {
        private enum State {
            START,
            ITERATING,
            WRITING
        }

        private PyObject stream;
        private PyObject lines;
        private State state = State.START;

        /** For unpickling. */
        WriteLines() {}

        WriteLines(PyObject stream, PyObject lines) {
            this.stream = stream;
            this.lines = lines;
        }

        PyObject start(Execution x) {
            return x.push(this);
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            PyObject v = value;
            for (; ; ) {
                if (v == null) {
                    v = state == State.START ? Iteration.iter(x, lines) : Iteration.nextOrEnd(x, lines);
                    if (v == Pending.PENDING) {
                        return v;
                    }
                    if (v == null) {
                        return PySingleton.NONE;
                    }
                }
                switch (state) {
                    case START -> {
                        lines = v;
                        state = State.ITERATING;
                    }
                    case ITERATING -> {
                        state = State.WRITING;
                        if (MethodCall.call(x, stream, "write", v) == Pending.PENDING) {
                            return Pending.PENDING;
                        }
                        state = State.ITERATING;
                    }
                    case WRITING -> state = State.ITERATING;
                }
                v = null;
            }
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            if (state == State.ITERATING && e.is(ExceptionTypes.STOP_ITERATION)) {
                return PySingleton.NONE;
            }
            throw e;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, lines, PyStr.of(state.name())};
        }

        @Override
        public void restore(PyObject[] saved) {
            stream = saved[0];
            lines = saved[1];
            state = State.valueOf(saved[2].toString());
        }
    }
}
