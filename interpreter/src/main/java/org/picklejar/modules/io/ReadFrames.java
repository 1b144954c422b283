package org.picklejar.modules.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** Reading methods of the abstract bases, in terms of what subclasses define. */
final class ReadFrames {
    static final int CHUNK = 131072;

    private ReadFrames() {}

    /** {@code RawIOBase.read} by {@code readinto}. */
    static final class ReadByReadInto extends IoFrame {
        private PyObject stream;
        private int size;
        private PyByteArray buffer;

        /** For unpickling. */
        ReadByReadInto() {}

        ReadByReadInto(PyObject stream, int size) {
            this.stream = stream;
            this.size = size;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (buffer == null) {
                buffer = new PyByteArray(new byte[size]);
                return call(x, stream, "readinto", buffer);
            }
            if (value == PySingleton.NONE) {
                return value;
            }
            int n = Values.toInt(x, value);
            if (n < 0 || n > buffer.byteLength()) {
                throw Errors.valueError("readinto returned %d outside buffer size %d", n, buffer.byteLength());
            }
            return new PyBytes(Arrays.copyOf(buffer.storage(), n));
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, PyInt.of(size), buffer == null ? PySingleton.NONE : buffer};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
            size = (int) ((PyInt) state[1]).value;
            buffer = state[2] instanceof PyByteArray b ? b : null;
        }
    }

    /** {@code RawIOBase.readall} by {@code read}. */
    static final class ReadAll extends IoFrame {
        private PyObject stream;
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();

        /** For unpickling. */
        ReadAll() {}

        ReadAll(PyObject stream) {
            this.stream = stream;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (value == PySingleton.NONE && got.size() == 0) {
                return value;
            }
            if (value != null && value != PySingleton.NONE) {
                if (!(Values.payload(value) instanceof PyBytes b)) {
                    throw Errors.typeError("read() should return bytes");
                }
                if (b.value.length == 0) {
                    return new PyBytes(got.toByteArray());
                }
                got.writeBytes(b.value);
            } else if (value != null) {
                return new PyBytes(got.toByteArray());
            }
            return call(x, stream, "read", PyInt.of(CHUNK));
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, new PyBytes(got.toByteArray())};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
            got.writeBytes(((PyBytes) state[1]).value);
        }
    }

    /** {@code BufferedIOBase.readinto} by {@code read} or {@code read1}. */
    static final class ReadIntoByRead extends IoFrame {
        private PyObject stream;
        private PyObject into;
        private String method;

        /** For unpickling. */
        ReadIntoByRead() {}

        ReadIntoByRead(PyObject stream, PyObject into, String method) {
            this.stream = stream;
            this.into = into;
            this.method = method;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            ByteTarget target = ByteTarget.of(into);
            if (value == null) {
                return call(x, stream, method, PyInt.of(target.length()));
            }
            if (value == PySingleton.NONE) {
                return value;
            }
            byte[] b = Buffers.bytesOrNull(value);
            if (b == null) {
                throw Errors.typeError("read() should return bytes");
            }
            if (b.length > target.length()) {
                throw Errors.valueError(
                        "read() returned too much data: %d bytes requested, %d returned", target.length(), b.length);
            }
            target.put(b, b.length);
            return PyInt.of(b.length);
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, into, PyStr.of(method)};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = state[0];
            into = state[1];
            method = state[2].toString();
        }
    }
}
