package org.picklejar.modules.io;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** The table of {@code BytesIO} (CPython: bytesio.c). */
final class BytesIOType {
    private BytesIOType() {}

    private static PyBytesIO open(PyBytesIO b) {
        if (b.closed) {
            throw IoErrors.closed();
        }
        return b;
    }

    static void define(TypeBuilder<PyBytesIO> b) {
        b.constructor("BytesIO(cls, /, *args, **kwargs)", (x, cls, a) -> new PyBytesIO(cls));
        b.initializer("BytesIO", "__init__(self, initial_bytes=b'')", (x, a) -> {
            PyBytesIO io = (PyBytesIO) a[0];
            byte[] v = Arguments.isNone(a[1]) ? PyBytes.EMPTY.value : Buffers.bytes(a[1]);
            io.bytes = v;
            io.shared = true;
            io.size = v.length;
            io.position = 0;
            io.closed = false;
            return PySingleton.NONE;
        });
        reading(b);
        for (String name : new String[] {"readable", "writable", "seekable"}) {
            b.method(name + "(self, /)", (PyBytesIO io) -> {
                open(io);
                return PyBool.TRUE;
            });
        }
        b.tail("write(self, b, /)", (Execution x, PyBytesIO io, PyObject data) -> {
                    open(io).checkExports();
                    if (Values.payload(data) instanceof PyStr) {
                        throw Errors.typeError("a bytes-like object is required, not 'str'");
                    }
                    byte[] bytes = Buffers.bytes(data);
                    io.write(bytes, bytes.length);
                    return PyInt.of(bytes.length);
                })
                .tail("seek(self, pos: index, whence: index = 0, /)", BytesIOType::seek)
                .method("tell(self, /)", (PyBytesIO io) -> PyInt.of(open(io).position))
                .tail("truncate(self, size: index = None, /)", BytesIOType::truncate)
                .method("getvalue(self, /)", (PyBytesIO io) -> open(io).value())
                .method("getbuffer(self, /)", (PyBytesIO io) -> {
                    open(io).reserve(io.size);
                    return PyMemoryView.of(io, io);
                })
                .method("close(self, /)", (PyBytesIO io) -> {
                    io.checkExports();
                    io.closed = true;
                    io.bytes = PyBytes.EMPTY.value;
                    io.size = 0;
                    return PySingleton.NONE;
                })
                .method("isatty(self, /)", (PyBytesIO io) -> {
                    open(io);
                    return PyBool.FALSE;
                })
                .method("flush(self, /)", (PyBytesIO io) -> {
                    open(io);
                    return PySingleton.NONE;
                })
                .getter("closed", io -> PyBool.of(io.closed))
                .tail(
                        "__reduce_ex__(self, protocol, /)",
                        (Execution x, PyBytesIO io, PyObject protocol) -> IoModule.reduce(x, io))
                .method("__getstate__(self, /)", (PyBytesIO io) -> {
                    open(io);
                    return PyTuple.of(
                            new PyBytes(Arrays.copyOf(io.bytes, io.size)),
                            PyInt.of(io.position),
                            io.dictCopy().size() == 0 ? PySingleton.NONE : io.dictCopy());
                })
                .method("__setstate__(self, state, /)", (PyBytesIO io, PyObject state) -> {
                    PyTuple t = MemoryState.tuple(state, "BytesIO", 3);
                    io.bytes = Buffers.copy(t.get(0));
                    io.size = io.bytes.length;
                    io.shared = false;
                    io.position = MemoryState.position(t, 1);
                    PyDict attributes = MemoryState.attributes(t, 2);
                    if (attributes != null) {
                        io.dict().putAll(attributes);
                    }
                    return PySingleton.NONE;
                })
                .method("__sizeof__(self, /)", (PyBytesIO io) -> PyInt.of(64 + io.bytes.length));
    }

    private static void reading(TypeBuilder<PyBytesIO> b) {
        for (String name : new String[] {"read", "read1"}) {
            b.method(
                    name + "(self, size: size = -1, /)",
                    (PyBytesIO io, PyObject size) -> open(io).take(Arguments.size(size)));
        }
        for (String name : new String[] {"readinto", "readinto1"}) {
            b.method(name + "(self, buffer, /)", (PyBytesIO io, PyObject into) -> {
                ByteTarget t = ByteTarget.of(into);
                PyBytes got = open(io).take(t.length());
                t.put(got.value, got.value.length);
                return PyInt.of(got.value.length);
            });
        }
        b.method(
                        "readline(self, size: size = -1, /)",
                        (PyBytesIO io, PyObject size) -> open(io).take(io.lineLength(Arguments.size(size))))
                .method("readlines(self, size: size = None, /)", (PyBytesIO io, PyObject size) -> {
                    int hint = Arguments.size(size);
                    PyList lines = new PyList();
                    int total = 0;
                    for (int n = open(io).lineLength(-1); n > 0; n = io.lineLength(-1)) {
                        lines.append(io.take(n));
                        total += n;
                        if (hint > 0 && total >= hint) {
                            break;
                        }
                    }
                    return lines;
                })
                .unary(Slot.NEXT, io -> {
                    int n = open(io).lineLength(-1);
                    return n == 0 ? null : io.take(n);
                });
    }

    private static PyObject seek(Execution x, PyBytesIO io, PyObject pos, PyObject whence) {
        open(io);
        if (pos instanceof PyFloat) {
            throw Errors.typeError("'float' object cannot be interpreted as an integer");
        }
        long p = Values.toLong(pos);
        int w = Values.toInt(whence);
        if (w == 0 && p < 0) {
            throw Errors.valueError("negative seek value %d", p);
        }
        if (w < 0 || w > 2) {
            throw Errors.valueError("invalid whence (%d, should be 0, 1 or 2)", w);
        }
        p += w == 1 ? io.position : w == 2 ? io.size : 0;
        if (p > Integer.MAX_VALUE) {
            throw Errors.overflowError("new position too large");
        }
        io.position = (int) Math.max(0, p);
        return PyInt.of(io.position);
    }

    private static PyObject truncate(Execution x, PyBytesIO io, PyObject size) {
        open(io).checkExports();
        long n = Arguments.isNone(size) ? io.position : Values.toLong(size);
        if (n < 0) {
            throw Errors.valueError("negative size value %d", n);
        }
        if (n < io.size) {
            io.size = (int) n;
            io.bytes = Arrays.copyOf(io.bytes, io.size);
            io.shared = false;
        }
        return PyInt.of(n);
    }
}
