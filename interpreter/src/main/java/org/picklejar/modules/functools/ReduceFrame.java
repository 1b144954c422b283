package org.picklejar.modules.functools;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.ops.ConsumeFrame;

/** {@code functools.reduce}. */
public final class ReduceFrame extends ConsumeFrame {
    private PyObject function;
    /** Null before the first item. */
    private PyObject total;

    /** For unpickling. */
    public ReduceFrame() {}

    static PyObject reduce(Execution x, PyObject function, PyObject iterable, PyObject initial) {
        if (iterable.type().unary(Slot.ITER) == null && iterable.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError("reduce() arg 2 must support iteration");
        }
        ReduceFrame f = new ReduceFrame(iterable);
        f.function = function;
        f.total = initial;
        return f.run(x);
    }

    private ReduceFrame(PyObject iterable) {
        super(iterable);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        if (total == null) {
            total = item;
            return null;
        }
        PyObject v = x.call(function, total, item);
        return v == Pending.PENDING ? v : resumed(x, v);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        total = value;
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        if (total == null) {
            throw Errors.typeError("reduce() of empty iterable with no initial value");
        }
        return total;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {function, total};
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        function = f[0];
        total = f[1];
    }
}
