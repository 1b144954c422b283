package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Attributes;

/** {@code BufferedRWPair}: a reader and a writer as one stream. */
public final class PyBufferedPair extends PyIOBase {
    public static final PyType TYPE = PyType.builtin("BufferedRWPair", PyBufferedPair.class, BUFFERED)
            .inModule("_io")
            .withDict();
    private PyObject reader;
    private PyObject writer;

    private PyBufferedPair(PyType type) {
        super(type);
    }

    private PyObject reader() {
        return checked(reader);
    }

    private PyObject writer() {
        return checked(writer);
    }

    private static PyObject checked(PyObject o) {
        if (o == null) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
        return o;
    }

    static void define(TypeBuilder<PyBufferedPair> b) {
        b.constructor("BufferedRWPair(cls, /, *args, **kwargs)", (x, cls, a) -> new PyBufferedPair(cls));
        b.initializer("BufferedRWPair", "__init__(self, reader, writer, buffer_size=8192, /)", (x, a) -> {
            PyBufferedPair p = (PyBufferedPair) a[0];
            PyObject in = x.await(() -> x.call(PyBuffered.READER, a[1], a[3]));
            PyObject out = x.await(() -> x.call(PyBuffered.WRITER, a[2], a[3]));
            p.reader = in;
            p.writer = out;
            return PySingleton.NONE;
        });
        for (String m : new String[] {"read", "peek", "read1"}) {
            b.tail(
                    m + "(self, size=" + (m.equals("peek") ? "0" : "-1") + ", /)",
                    (Execution x, PyBufferedPair p, PyObject size) ->
                            MethodCall.call(x, p.reader(), m, size == PySingleton.NONE ? PyInt.MINUS_ONE : size));
        }
        for (String m : new String[] {"readinto", "readinto1"}) {
            b.tail(
                    m + "(self, buffer, /)",
                    (Execution x, PyBufferedPair p, PyObject into) -> MethodCall.call(x, p.reader(), m, into));
        }
        b.tail(
                        "write(self, buffer, /)",
                        (Execution x, PyBufferedPair p, PyObject data) -> MethodCall.call(x, p.writer(), "write", data))
                .tail("flush(self, /)", (Execution x, PyBufferedPair p) -> MethodCall.call(x, p.writer(), "flush"))
                .tail(
                        "readable(self, /)",
                        (Execution x, PyBufferedPair p) -> MethodCall.call(x, p.reader(), "readable"))
                .tail(
                        "writable(self, /)",
                        (Execution x, PyBufferedPair p) -> MethodCall.call(x, p.writer(), "writable"))
                .tail(
                        "isatty(self, /)",
                        (Execution x, PyBufferedPair p) -> MethodCall.now(x, p.writer(), "isatty") == PyBool.TRUE
                                ? PyBool.TRUE
                                : MethodCall.call(x, p.reader(), "isatty"))
                .tail("close(self, /)", (Execution x, PyBufferedPair p) -> {
                    PyException failure = null;
                    try {
                        MethodCall.now(x, p.writer(), "close");
                    } catch (PyException e) {
                        failure = e;
                    }
                    PyObject r = MethodCall.now(x, p.reader(), "close");
                    if (failure != null) {
                        throw failure;
                    }
                    return r;
                })
                .getSet("closed", (x, o) -> Attributes.get(x, ((PyBufferedPair) o).writer(), PyStr.of("closed")), null);
    }
}
