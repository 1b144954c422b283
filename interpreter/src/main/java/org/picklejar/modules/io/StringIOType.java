package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.ops.Values;

/** The table of {@code StringIO} (CPython: stringio.c). */
final class StringIOType {
    private StringIOType() {}

    private static PyStringIO open(PyStringIO s) {
        if (s.closed) {
            throw IoErrors.closed();
        }
        return s;
    }

    static void define(TypeBuilder<PyStringIO> b) {
        b.constructor("StringIO(cls, /, *args, **kwargs)", (x, cls, a) -> new PyStringIO(cls));
        b.initializer("StringIO", "__init__(self, initial_value='', newline='\\n')", (x, a) -> {
            initialize((PyStringIO) a[0], a[1], a[2]);
            return PySingleton.NONE;
        });
        b.method("read(self, size: size = -1, /)", (PyStringIO s, PyObject size) -> open(s).take(Arguments.size(size)))
                .method(
                        "readline(self, size: size = -1, /)",
                        (PyStringIO s, PyObject size) -> open(s).line(Arguments.size(size)))
                .unary(Slot.NEXT, s -> {
                    PyStr line = open(s).line(-1);
                    return line.length() == 0 ? null : line;
                })
                .method("write(self, s, /)", (PyStringIO s, PyObject text) -> {
                    if (!(Values.payload(text) instanceof PyStr t)) {
                        throw Errors.typeError(
                                "string argument expected, got '%s'",
                                text.type().name());
                    }
                    open(s).write(t);
                    return PyInt.of(t.length());
                })
                .tail("seek(self, pos: index, whence: index = 0, /)", StringIOType::seek)
                .method("tell(self, /)", (PyStringIO s) -> PyInt.of(open(s).position))
                .method("truncate(self, pos: index = None, /)", (PyStringIO s, PyObject pos) -> {
                    long n = Arguments.isNone(pos) ? open(s).position : Values.toLong(pos);
                    if (n < 0) {
                        throw Errors.valueError("Negative size value %d", n);
                    }
                    s.truncate((int) Math.min(n, Integer.MAX_VALUE));
                    return PyInt.of(n);
                })
                .method("getvalue(self, /)", (PyStringIO s) -> open(s).value())
                .method("close(self, /)", (PyStringIO s) -> {
                    s.closed = true;
                    s.buffer.setLength(0);
                    return PySingleton.NONE;
                })
                .getter("closed", s -> PyBool.of(s.closed))
                .getter("line_buffering", s -> PyBool.FALSE)
                .getter("newlines", s -> open(s).state == null ? PySingleton.NONE : s.state.newlines());
        for (String name : new String[] {"readable", "writable", "seekable"}) {
            b.method(name + "(self, /)", (PyStringIO s) -> {
                open(s);
                return PyBool.TRUE;
            });
        }
        b.tail(
                        "__reduce_ex__(self, protocol, /)",
                        (Execution x, PyStringIO s, PyObject protocol) -> IoModule.reduce(x, s))
                .method("__getstate__(self, /)", (PyStringIO s) -> {
                    PyObject nl = s.newlines.text == null ? PySingleton.NONE : PyStr.of(s.newlines.text);
                    return PyTuple.of(
                            open(s).value(),
                            nl,
                            PyInt.of(s.position),
                            s.dictCopy().size() == 0 ? PySingleton.NONE : s.dictCopy());
                })
                .method("__setstate__(self, state, /)", (PyStringIO s, PyObject state) -> {
                    PyTuple t = MemoryState.tuple(state, "StringIO", 4);
                    initialize(s, PyStr.EMPTY, t.get(1));
                    PyStr text = Values.str(t.get(0), "initial_value");
                    s.put(text.toString(), text.length(), !text.isSimple());
                    s.position = MemoryState.position(t, 2);
                    PyDict attributes = MemoryState.attributes(t, 3);
                    if (attributes != null) {
                        s.dict().putAll(attributes);
                    }
                    return PySingleton.NONE;
                });
    }

    private static void initialize(PyStringIO s, PyObject value, PyObject newline) {
        s.newlines = Newlines.of(newline, "StringIO()");
        if (!Arguments.isNone(value) && !(Values.payload(value) instanceof PyStr)) {
            throw Errors.typeError(
                    "initial_value must be str or None, not %s", value.type().name());
        }
        s.state = s.newlines.readsUniversal() ? new NewlineState(s.newlines == Newlines.UNIVERSAL) : null;
        s.buffer.setLength(0);
        s.wide = false;
        s.position = 0;
        s.closed = false;
        if (!Arguments.isNone(value)) {
            s.write((PyStr) Values.payload(value));
        }
        s.position = 0;
    }

    private static PyObject seek(Execution x, PyStringIO s, PyObject pos, PyObject whence) {
        open(s);
        long p = Values.toLong(pos);
        int w = Values.toInt(whence);
        if (w < 0 || w > 2) {
            throw Errors.valueError("Invalid whence (%d, should be 0, 1 or 2)", w);
        }
        if (p < 0 && w == 0) {
            throw Errors.valueError("Negative seek position %d", p);
        }
        if (w != 0 && p != 0) {
            throw Errors.of(ExceptionTypes.OS_ERROR, "Can't do nonzero cur-relative seeks");
        }
        s.position = (int) Math.min(Integer.MAX_VALUE, w == 0 ? p : w == 1 ? s.position : s.length());
        return PyInt.of(s.position);
    }
}
