package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** {@code pickler.memo} and {@code unpickler.memo}. */
final class MemoProxy extends PyObject {
    static final PyType PICKLER_TYPE = PyType.builtin("PicklerMemoProxy", MemoProxy.class, PyType.OBJECT)
            .inModule("_pickle")
            .notSubclassable();
    static final PyType UNPICKLER_TYPE = PyType.builtin("UnpicklerMemoProxy", MemoProxy.class, PyType.OBJECT)
            .inModule("_pickle")
            .notSubclassable();
    private final Pickler pickler;
    private final Unpickler unpickler;

    MemoProxy(Pickler p) {
        pickler = p;
        unpickler = null;
    }

    MemoProxy(Unpickler u) {
        pickler = null;
        unpickler = u;
    }

    @Override
    public PyType type() {
        return pickler != null ? PICKLER_TYPE : UNPICKLER_TYPE;
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<MemoProxy> b = builder.of(MemoProxy.class);
        b.method("clear(self, /) -- Remove all items from memo.", (MemoProxy m) -> {
                    if (m.pickler != null) {
                        m.pickler.memo = new Memo();
                    } else {
                        m.unpickler.memo = new LoadMemo();
                    }
                    return (PyObject) PySingleton.NONE;
                })
                .tail("copy(self, /) -- Copy the memo to a new object.", (Execution x, MemoProxy m) -> m.copy(x))
                .tail(
                        "__reduce__(self, /) -- Implement pickle support.",
                        (Execution x, MemoProxy m) -> PyTuple.of(PyDict.TYPE, PyTuple.of(m.copy(x))));
    }

    private PyDict copy(Execution x) {
        PyDict d = new PyDict();
        if (pickler != null) {
            pickler.memo.forEach((o, n) -> d.put(x, Text.identity(o), PyTuple.of(PyInt.of(n), o)));
        } else {
            unpickler.memo.forEach((n, o) -> d.put(x, PyInt.of(n), o));
        }
        return d;
    }

    /** {@code pickler.memo = v}. */
    static void assign(Execution x, Pickler p, PyObject v) {
        Memo fresh = new Memo();
        if (v instanceof MemoProxy m && m.pickler != null) {
            m.pickler.memo.forEach(fresh::put);
        } else if (v instanceof PyDict d) {
            for (PyObject item : d.valueArray()) {
                if (!(item instanceof PyTuple t) || t.size() != 2) {
                    throw Errors.typeError("'memo' values must be 2-item tuples");
                }
                fresh.put(t.get(1), (int) ((PyInteger) t.get(0)).longValue());
            }
        } else {
            throw Errors.typeError(
                    "'memo' attribute must be a PicklerMemoProxy object or dict, not %s",
                    v == null ? "NULL" : v.type().name());
        }
        p.memo = fresh;
    }

    /** {@code unpickler.memo = v}. */
    static void assign(Execution x, Unpickler u, PyObject v) {
        if (v instanceof MemoProxy m && m.unpickler != null) {
            u.memo = m.unpickler.memo.copy();
        } else if (v instanceof PyDict d) {
            PyObject[] keys = d.keyArray();
            PyObject[] values = d.valueArray();
            LoadMemo fresh = new LoadMemo();
            for (int i = 0; i < keys.length; i++) {
                if (!(keys[i] instanceof PyInteger n)) {
                    throw Errors.typeError("memo key must be integers");
                }
                if (n.signum() < 0) {
                    throw Errors.valueError("memo key must be positive integers.");
                }
                if (!n.isLong()) {
                    throw Errors.of(ExceptionTypes.OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
                }
                fresh.put(n.longValue(), values[i]);
            }
            u.memo = fresh;
        } else {
            throw Errors.typeError(
                    "'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s",
                    v == null ? "NULL" : v.type().name());
        }
    }
}
