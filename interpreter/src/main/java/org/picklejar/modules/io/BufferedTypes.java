package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.io.BufferedFrame.Op;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** The tables of the buffered streams. */
final class BufferedTypes {
    private BufferedTypes() {}

    static void define(TypeBuilder<PyBuffered> b, String name) {
        boolean reads = !name.equals("BufferedWriter");
        boolean writes = !name.equals("BufferedReader");
        b.constructor(name + "(cls, /, *args, **kwargs)", (x, cls, a) -> new PyBuffered(cls));
        b.initializer(
                name,
                "__init__(self, raw, buffer_size: index = 8192)",
                (x, a) -> new InitFrame((PyBuffered) a[0], a[1], Values.toInt(a[2]), reads, writes).start(x));
        if (reads) {
            reading(b);
        }
        if (writes) {
            b.tail("write(self, buffer, /)", BufferedTypes::write);
        }
        common(b, writes);
        forwards(b);
    }

    private static PyObject write(Execution x, PyBuffered b, PyObject data) {
        b.checkReady();
        if (Values.payload(data) instanceof PyStr) {
            throw Errors.typeError("a bytes-like object is required, not 'str'");
        }
        byte[] bytes = Buffers.bytes(data);
        if (b.isClosed(x)) {
            throw Errors.valueError("write to closed file");
        }
        return write(x, b, bytes);
    }

    /** Queues bytes; the raw stream is called when the buffer is full. */
    static PyObject write(Execution x, PyBuffered b, byte[] bytes) {
        if (b.available() == 0 && b.pendingSize + bytes.length <= b.bufferSize) {
            if (b.pendingSize == 0) {
                BufferedFrame.dirty(x).add(b);
            }
            b.queue(bytes);
            return PyInt.of(bytes.length);
        }
        return new WriteFrame(b, bytes).start(x);
    }

    /** Bytes that do not fit the buffer: first what was read ahead is given back, then all is written out. */
    static final class WriteFrame extends IoFrame {
        private PyBuffered b;
        private byte[] bytes;
        private State state = State.REWINDING;

        private enum State {
            REWINDING,
            FLUSHING,
            QUEUEING,
            WRITTEN
        }

        /** For unpickling. */
        WriteFrame() {}

        WriteFrame(PyBuffered b, byte[] bytes) {
            this.b = b;
            this.bytes = bytes;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (state == State.REWINDING) {
                state = State.FLUSHING;
                if (b.available() > 0) {
                    int back = b.available();
                    b.dropAhead();
                    return call(x, b.raw, "seek", PyInt.of(-back), PyInt.ONE);
                }
            }
            if (state == State.FLUSHING) {
                state = State.QUEUEING;
                if (b.pendingSize > 0) {
                    return perform(x, new BufferedFrame(Op.WRITE, b, -1, 0));
                }
            }
            if (state == State.QUEUEING) {
                state = State.WRITTEN;
                b.queue(bytes);
                BufferedFrame.dirty(x).add(b);
                return perform(x, new BufferedFrame(Op.WRITE, b, bytes.length, 0));
            }
            return value;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {b, new PyBytes(bytes), PyStr.of(state.name())};
        }

        @Override
        public void restore(PyObject[] s) {
            b = (PyBuffered) s[0];
            bytes = ((PyBytes) s[1]).value;
            state = State.valueOf(s[2].toString());
        }
    }

    private static void reading(TypeBuilder<PyBuffered> b) {
        b.tail("read(self, size: size = -1, /)", (Execution x, PyBuffered f, PyObject size) -> {
                    f.checkReady();
                    if (!Arguments.isNone(size) && Values.toLong(size) < -1) {
                        throw Errors.valueError("read length must be non-negative or -1");
                    }
                    f.checkOpen(x, "read of");
                    return read(x, f, Arguments.size(size));
                })
                .tail("read1(self, size: size = -1, /)", (Execution x, PyBuffered f, PyObject size) -> {
                    f.checkOpen(x, "read of");
                    return BufferedFrame.run(x, Op.READ1, f, Arguments.size(size));
                })
                .tail("peek(self, size=0, /)", (Execution x, PyBuffered f, PyObject size) -> {
                    f.checkOpen(x, "peek of");
                    return BufferedFrame.run(x, Op.PEEK, f, 0);
                })
                .tail("readline(self, size: size = -1, /)", (Execution x, PyBuffered f, PyObject size) -> {
                    f.checkOpen(x, "readline of");
                    int limit = Arguments.size(size);
                    int n = f.pendingSize == 0 ? f.lineLength(0, limit) : 0;
                    return n > 0 ? f.take(n) : BufferedFrame.run(x, Op.READ_LINE, f, limit);
                })
                .rawUnaryTail(Slot.NEXT, (x, o) -> {
                    PyBuffered f = (PyBuffered) o;
                    if (!f.type().isBuiltin()) {
                        return new LineFrames.Next(f).start(x);
                    }
                    f.checkOpen(x, "readline of");
                    int n = f.pendingSize == 0 ? f.lineLength(0, -1) : 0;
                    return n > 0 ? f.take(n) : new LineFrames.Next(f).start(x);
                });
    }

    private static PyObject read(Execution x, PyBuffered f, int n) {
        if (n >= 0 && f.pendingSize == 0 && f.available() >= n) {
            return f.take(n);
        }
        return n < 0 ? BufferedFrame.run(x, Op.READ_ALL, f, 0) : BufferedFrame.run(x, Op.READ, f, n);
    }

    private static void common(TypeBuilder<PyBuffered> b, boolean writes) {
        b.tail("flush(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkOpen(x, "flush of");
                    return BufferedFrame.run(x, Op.FLUSH, f, 0);
                })
                .tail(
                        "seek(self, target: index, whence: index = 0, /)",
                        (Execution x, PyBuffered f, PyObject target, PyObject whence) -> {
                            int w = Values.toInt(whence);
                            if (w < 0 || w > 4) {
                                throw Errors.valueError("whence value %d unsupported", w);
                            }
                            f.checkOpen(x, "seek of");
                            if (!isTrue(x, f.raw, "seekable")) {
                                throw IoErrors.unsupported(x, "File or stream is not seekable.");
                            }
                            return new BufferedFrame(Op.SEEK, f, Values.toLong(target), w).start(x);
                        })
                .tail("tell(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkReady();
                    return BufferedFrame.run(x, Op.TELL, f, 0);
                })
                .tail("truncate(self, pos: index = None, /)", (Execution x, PyBuffered f, PyObject pos) -> {
                    f.checkOpen(x, "truncate of");
                    if (!writes) {
                        throw IoErrors.unsupported(x, "truncate");
                    }
                    return BufferedFrame.run(x, Op.TRUNCATE, f, Arguments.isNone(pos) ? -1 : Values.toLong(pos));
                })
                .tail("close(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkReady();
                    return f.isClosed(x) ? PySingleton.NONE : BufferedFrame.run(x, Op.CLOSE, f, 0);
                })
                .tail("detach(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkReady();
                    MethodCall.now(x, f, "flush");
                    PyObject raw = f.raw;
                    f.raw = null;
                    f.detached = true;
                    return raw;
                })
                .getter("raw", f -> f.raw == null ? PySingleton.NONE : f.raw)
                .tailN("__reduce_ex__(self, protocol, /)", (x, f, a) -> {
                    throw Errors.typeError(
                            "cannot pickle '%s' instances", f.type().name());
                })
                .rawUnaryTail(Slot.REPR, (x, o) -> {
                    PyBuffered f = (PyBuffered) o;
                    PyObject n = f.raw == null ? null : Attributes.getNow(x, f.raw, PyStr.of("name"));
                    return PyStr.of("<" + f.type().fullName() + (n == null ? "" : " name=" + Text.reprNow(x, n)) + ">");
                });
    }

    private static boolean isTrue(Execution x, PyObject o, String method) {
        PyObject r = MethodCall.now(x, o, method);
        return Truth.test(x, r);
    }

    private static void forwards(TypeBuilder<PyBuffered> b) {
        for (String m : new String[] {"seekable", "fileno", "isatty"}) {
            b.tail(m + "(self, /)", (Execution x, PyBuffered f) -> {
                f.checkReady();
                return MethodCall.call(x, f.raw, m);
            });
        }
        b.tail("readable(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkReady();
                    return MethodCall.call(x, f.raw, "readable");
                })
                .tail("writable(self, /)", (Execution x, PyBuffered f) -> {
                    f.checkReady();
                    return MethodCall.call(x, f.raw, "writable");
                });
        for (String attribute : new String[] {"closed", "name", "mode"}) {
            b.getSet(
                    attribute,
                    (x, o) -> {
                        PyBuffered f = (PyBuffered) o;
                        f.checkReady();
                        return Attributes.get(x, f.raw, PyStr.of(attribute));
                    },
                    null);
        }
    }

    /** {@code __init__}: the raw stream must be of the right kind. */
    static final class InitFrame extends IoFrame {
        private PyBuffered b;
        private PyObject raw;
        private int size;
        private boolean reads;
        private boolean writes;
        private int step;

        /** For unpickling. */
        InitFrame() {}

        InitFrame(PyBuffered b, PyObject raw, int size, boolean reads, boolean writes) {
            this.b = b;
            this.raw = raw;
            this.size = size;
            this.reads = reads;
            this.writes = writes;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (value != null && value != PyBool.TRUE && !Truth.test(x, value)) {
                String what = reads && writes && step == 1
                        ? "seekable"
                        : step == (reads && writes ? 2 : 1) && reads ? "readable" : "writable";
                throw IoErrors.unsupported(x, "File or stream is not " + what + ".");
            }
            step++;
            boolean both = reads && writes;
            if (step == 1 && both) {
                return call(x, raw, "seekable");
            }
            if (reads && step == (both ? 2 : 1)) {
                return call(x, raw, "readable");
            }
            if (writes && step == (both ? 3 : 1)) {
                return call(x, raw, "writable");
            }
            if (size <= 0) {
                throw Errors.valueError("buffer size must be strictly positive");
            }
            b.raw = raw;
            b.detached = false;
            b.reads = reads;
            b.writes = writes;
            b.bufferSize = size;
            b.dropAhead();
            b.pendingSize = 0;
            return PySingleton.NONE;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {b, raw, PyInt.of(size), PyBool.of(reads), PyBool.of(writes), PyInt.of(step)};
        }

        @Override
        public void restore(PyObject[] s) {
            b = (PyBuffered) s[0];
            raw = s[1];
            size = (int) ((PyInt) s[2]).value;
            reads = s[3] == PyBool.TRUE;
            writes = s[4] == PyBool.TRUE;
            step = (int) ((PyInt) s[5]).value;
        }
    }
}
