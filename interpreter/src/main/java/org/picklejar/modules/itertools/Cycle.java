package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.NextFrame;
import org.picklejar.ops.OpenFrame;
import org.picklejar.ops.SoftIterator;
import org.picklejar.ops.Values;

/** {@code itertools.cycle}. */
final class Cycle extends SoftIterator {
    static final PyType TYPE =
            PyType.builtin("cycle", Cycle.class, PyType.OBJECT).inModule("itertools");

    /** Null after the first round. */
    private PyObject source;

    private PyList saved = new PyList();
    private int index;

    private Cycle(PyType type) {
        super(type);
    }

    @Override
    protected void open(PyObject[] iterators) {
        source = iterators[0];
    }

    @Override
    public PyObject next(Execution x) {
        return source == null ? again() : super.next(x);
    }

    @Override
    protected PyObject advance(Execution x, NextFrame call, PyObject value) {
        PyObject v = value;
        if (call.stage++ == 0) {
            v = source == null ? null : call.askFor(x, source);
        }
        if (v == null) {
            source = null;
            return again();
        }
        if (v != Pending.PENDING) {
            saved.append(v);
        }
        return v;
    }

    private PyObject again() {
        if (saved.size == 0) {
            return null;
        }
        if (index >= saved.size) {
            index = 0;
        }
        return saved.get(index++);
    }

    private PyObject reduce() {
        return PyTuple.of(
                type(),
                PyTuple.of(PyTuple.EMPTY),
                PyTuple.of(saved, source == null ? PySingleton.NONE : source, PyInt.of(index)));
    }

    private PyObject setState(PyObject state) {
        PyTuple t = Values.tuple(state, "state");
        if (t.size() < 2 || !(t.get(0) instanceof PyList list)) {
            throw Errors.typeError("cycle() state must be a tuple of a list and an iterator or a number");
        }
        saved = list;
        // CPython's state is (saved, firstpass), its iterator goes with the arguments.
        boolean ours = t.size() > 2;
        source = ours && t.get(1) != PySingleton.NONE
                ? t.get(1)
                : ours || t.get(1) != PyBool.FALSE && t.get(1) != PyInt.ZERO ? null : source;
        index = ours && t.get(2) instanceof PyInt i ? (int) i.value : 0;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        define(builder, Cycle.class)
                .doc("Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.")
                .constructor("cycle(cls, iterable, /)", (x, cls, a) -> OpenFrame.open(x, new Cycle(cls), a[1]))
                .method("__reduce__(self, /) -- Return state information for pickling.", Cycle::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", Cycle::setState);
    }
}
