package org.picklejar.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.interp.FrameLocalsProxy;
import org.picklejar.interp.PythonFrame;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Iteration;

/** {@code FrameLocalsProxy}: the type of {@code frame.f_locals} of functions. */
final class FrameLocalsProxyType {
    private FrameLocalsProxyType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<FrameLocalsProxy> b = builder.of(FrameLocalsProxy.class);
        b.constructor("FrameLocalsProxy(cls, frame, /)", (x, cls, a) -> make(a[1]))
                .notHashable()
                .unaryTail(
                        Slot.REPR,
                        (x, p) -> ReprFrame.repr(
                                x, new ReprFrame.Parts(p, new String[] {"", ""}, new PyObject[] {p.copy()}, "{...}")))
                .unary(Slot.LEN, p -> PyInt.of(p.copy().size()))
                .unaryTail(Slot.ITER, (x, p) -> x == null ? p : Iteration.iter(x, keys(p)))
                .binaryTail(Slot.CONTAINS, (x, p, k) -> PyBool.of(p.get(x, k) != null))
                .binaryTail(Slot.GETITEM, FrameLocalsProxyType::getItem)
                .ternaryTail(Slot.SETITEM, (x, p, k, v) -> {
                    p.set(x, k, v);
                    return PySingleton.NONE;
                })
                .binaryTail(Slot.DELITEM, (x, p, k) -> {
                    p.pop(x, k, null);
                    return PySingleton.NONE;
                })
                .comparisons(FrameLocalsProxyType::compare)
                .arithmetic(Slot.OR, (x, a, o) -> Arithmetic.binary(x, Slot.OR, bare(a), bare(o)))
                .rawBinaryTail(Slot.IOR, (x, a, o) -> {
                    if (!(bare(o) instanceof PyDict d)) {
                        return PySingleton.NOT_IMPLEMENTED;
                    }
                    ((FrameLocalsProxy) a).update(x, d);
                    return a;
                });
        methods(b);
    }

    private static void methods(TypeBuilder<FrameLocalsProxy> b) {
        b.tail("get(self, key, default=None, /)", (x, p, k, d) -> {
                    PyObject v = p.get(x, k);
                    return v == null ? d : v;
                })
                .tail("setdefault(self, key, default=None, /)", (x, p, k, d) -> {
                    PyObject v = p.get(x, k);
                    if (v == null) {
                        p.set(x, k, d);
                    }
                    return v == null ? d : v;
                })
                .tail("pop(self, key, default=<unset>, /)", (x, p, k, d) -> p.pop(x, k, d))
                .tail("update(self, other, /)", (x, p, o) -> {
                    if (!(bare(o) instanceof PyDict d)) {
                        throw Errors.typeError("update() argument must be dict or another FrameLocalsProxy");
                    }
                    p.update(x, d);
                    return PySingleton.NONE;
                })
                .method("keys(self, /)", FrameLocalsProxyType::keys)
                .method(
                        "values(self, /)",
                        (FrameLocalsProxy p) -> PyList.of(p.copy().valueArray()))
                .method("items(self, /)", FrameLocalsProxyType::items)
                .method("copy(self, /)", (FrameLocalsProxy p) -> p.copy())
                .method("__reversed__(self, /)", (FrameLocalsProxy p) -> {
                    List<PyObject> keys = new ArrayList<>(List.of(p.copy().keyArray()));
                    Collections.reverse(keys);
                    return PyList.of(keys);
                });
    }

    private static PyObject make(PyObject frame) {
        if (!(frame instanceof PythonFrame f)) {
            throw Errors.typeError("expect frame, not %s", frame.type().name());
        }
        return new FrameLocalsProxy(f);
    }

    private static PyList keys(FrameLocalsProxy p) {
        return PyList.of(p.copy().keyArray());
    }

    private static PyList items(FrameLocalsProxy p) {
        PyDict d = p.copy();
        PyObject[] keys = d.keyArray();
        PyObject[] values = d.valueArray();
        PyObject[] out = new PyObject[keys.length];
        for (int i = 0; i < keys.length; i++) {
            out[i] = PyTuple.of(keys[i], values[i]);
        }
        return PyList.of(out);
    }

    private static PyObject bare(PyObject o) {
        return o instanceof FrameLocalsProxy p ? p.copy() : o;
    }

    private static PyObject getItem(Execution x, FrameLocalsProxy p, PyObject key) {
        PyObject v = p.get(x, key);
        if (v == null) {
            throw Errors.keyError(key);
        }
        return v;
    }

    private static PyObject compare(Execution x, FrameLocalsProxy p, PyObject other, Slot op) {
        if (op != Slot.EQ && op != Slot.NE) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (other instanceof FrameLocalsProxy q) {
            return PyBool.of(p.isOf(q) == (op == Slot.EQ));
        }
        return other instanceof PyDict ? Comparisons.compare(x, op, p.copy(), other) : PySingleton.NOT_IMPLEMENTED;
    }
}
