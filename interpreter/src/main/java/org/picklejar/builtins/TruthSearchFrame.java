package org.picklejar.builtins;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Truth;

/** {@code any} and {@code all}. */
public final class TruthSearchFrame extends ConsumeFrame {
    /** The truth that ends the search: True for any. */
    private PyBool wanted;

    /** For unpickling. */
    public TruthSearchFrame() {}

    private TruthSearchFrame(PyObject iterable, boolean wanted) {
        super(iterable);
        this.wanted = PyBool.of(wanted);
    }

    static PyObject search(Execution x, PyObject iterable, boolean wanted) {
        return new TruthSearchFrame(iterable, wanted).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        PyObject v = Truth.of(x, item);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        return value == wanted ? wanted : null;
    }

    @Override
    protected PyObject end(Execution x) {
        return PyBool.of(wanted == PyBool.FALSE);
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {wanted};
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        wanted = (PyBool) f[0];
    }
}
