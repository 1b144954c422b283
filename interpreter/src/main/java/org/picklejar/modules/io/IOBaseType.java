package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.MethodCall;

/** The abstract bases of streams (CPython: iobase.c, bufferedio.c, textio.c). */
final class IOBaseType {
    private IOBaseType() {}

    static void define(TypeBuilder<PyIOBase> b) {
        b.constructor("_IOBase(cls, /, *args, **kwargs)", (x, cls, a) -> new PyIOBase(cls));
        b.initializer("_IOBase", "__init__(self, /, *args, **kwargs)", (x, a) -> PySingleton.NONE);
        unsupported(b, "seek(self, offset, whence=0, /)", "truncate(self, size=None, /)", "fileno(self, /)");
        b.tail("tell(self, /)", (Execution x, PyIOBase o) -> MethodCall.call(x, o, "seek", PyInt.ZERO, PyInt.ONE))
                .tail("flush(self, /)", (Execution x, PyIOBase o) -> {
                    checkOpen(x, o);
                    return PySingleton.NONE;
                })
                .tail(
                        "close(self, /)",
                        (Execution x, PyIOBase o) -> o.closed ? PySingleton.NONE : new CloseFrame(o).start(x))
                .getter("closed", o -> PyBool.of(o.closed))
                .tail("seekable(self, /)", (Execution x, PyIOBase o) -> PyBool.FALSE)
                .tail("readable(self, /)", (Execution x, PyIOBase o) -> PyBool.FALSE)
                .tail("writable(self, /)", (Execution x, PyIOBase o) -> PyBool.FALSE)
                .tail("isatty(self, /)", (Execution x, PyIOBase o) -> {
                    checkOpen(x, o);
                    return PyBool.FALSE;
                })
                .tail("_checkClosed(self, msg=None, /)", (Execution x, PyIOBase o, PyObject msg) -> {
                    checkOpen(x, o);
                    return PySingleton.NONE;
                })
                .tail("__enter__(self, /)", (Execution x, PyIOBase o) -> {
                    checkOpen(x, o);
                    return o;
                })
                .tailN("__exit__(self, /, *args)", (x, o, a) -> MethodCall.call(x, o, "close"))
                .rawUnaryTail(Slot.ITER, (x, o) -> {
                    checkOpen(x, o);
                    return o;
                })
                .rawUnary(Slot.NEXT, (x, o) -> new LineFrames.Next(o).start(x))
                .tail(
                        "readline(self, size: size = -1, /)",
                        (Execution x, PyIOBase o, PyObject size) ->
                                new LineFrames.ReadLine(o, Arguments.size(size)).start(x))
                .tail(
                        "readlines(self, hint: size = -1, /)",
                        (Execution x, PyIOBase o, PyObject hint) ->
                                new LineFrames.ReadLines(o, Arguments.size(hint)).start(x))
                .tail("writelines(self, lines, /)", (Execution x, PyIOBase o, PyObject lines) -> {
                    checkOpen(x, o);
                    return new LineFrames.WriteLines(o, lines).start(x);
                });
        check(b, "_checkSeekable", "seekable", "File or stream is not seekable.");
        check(b, "_checkReadable", "readable", "File or stream is not readable.");
        check(b, "_checkWritable", "writable", "File or stream is not writable.");
    }

    static void checkOpen(Execution x, PyObject o) {
        IoErrors.checkOpen(x, o);
    }

    private static void check(TypeBuilder<PyIOBase> b, String name, String asks, String complaint) {
        b.tail(name + "(self, /)", (Execution x, PyIOBase o) -> {
            if (MethodCall.now(x, o, asks) != PyBool.TRUE) {
                throw IoErrors.unsupported(x, complaint);
            }
            return PyBool.TRUE;
        });
    }

    private static void unsupported(TypeBuilder<PyIOBase> b, String... signatures) {
        for (String s : signatures) {
            String name = s.substring(0, s.indexOf('('));
            b.tailN(s, (x, o, a) -> {
                throw IoErrors.unsupported(x, name);
            });
        }
    }

    static void defineRaw(TypeBuilder<PyIOBase> b) {
        for (String s : new String[] {"readinto(self, buffer, /)", "write(self, b, /)"}) {
            b.tailN(s, (x, o, a) -> {
                throw Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR);
            });
        }
        b.tail("read(self, size: size = -1, /)", (Execution x, PyIOBase o, PyObject size) -> {
                    int n = Arguments.size(size);
                    return n < 0 ? MethodCall.call(x, o, "readall") : new ReadFrames.ReadByReadInto(o, n).start(x);
                })
                .tail("readall(self, /)", (Execution x, PyIOBase o) -> new ReadFrames.ReadAll(o).start(x));
    }

    static void defineBuffered(TypeBuilder<PyIOBase> b) {
        unsupported(
                b,
                "detach(self, /)",
                "read(self, size: size = -1, /)",
                "read1(self, size: size = -1, /)",
                "write(self, b, /)");
        b.tail(
                        "readinto(self, buffer, /)",
                        (Execution x, PyIOBase o, PyObject into) ->
                                new ReadFrames.ReadIntoByRead(o, into, "read").start(x))
                .tail(
                        "readinto1(self, buffer, /)",
                        (Execution x, PyIOBase o, PyObject into) ->
                                new ReadFrames.ReadIntoByRead(o, into, "read1").start(x));
    }

    static void defineText(TypeBuilder<PyIOBase> b) {
        unsupported(
                b,
                "detach(self, /)",
                "read(self, size: size = -1, /)",
                "readline(self, size: size = -1, /)",
                "write(self, s, /)");
        for (String name : new String[] {"encoding", "newlines", "errors"}) {
            b.getter(name, o -> PySingleton.NONE);
        }
    }

    /** {@code _IOBase.close}: flush, and be closed even when that fails. */
    static final class CloseFrame extends IoFrame {
        private PyIOBase stream;
        private boolean flushing;

        /** For unpickling. */
        CloseFrame() {}

        CloseFrame(PyIOBase stream) {
            this.stream = stream;
        }

        @Override
        PyObject advance(Execution x, PyObject value) {
            if (!flushing) {
                flushing = true;
                return call(x, stream, "flush");
            }
            stream.closed = true;
            return PySingleton.NONE;
        }

        @Override
        PyObject failed(Execution x, PyException e) {
            stream.closed = true;
            throw e;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {stream, PyBool.of(flushing)};
        }

        @Override
        public void restore(PyObject[] state) {
            stream = (PyIOBase) state[0];
            flushing = state[1] == PyBool.TRUE;
        }
    }
}
