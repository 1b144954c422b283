package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.SetOperations;
import org.picklejar.ops.StepFrame;

/** Applies an operation of a set to several iterables in turn. */
public final class SetFoldFrame extends StepFrame {
    enum Operation {
        UPDATE,
        DIFFERENCE_UPDATE,
        INTERSECTION_UPDATE
    }

    private Operation operation;
    private PySet set;
    private PyTuple others;
    private PyObject result;
    private int next;

    /** For unpickling. */
    public SetFoldFrame() {}

    static PyObject fold(Execution x, Operation operation, PySet set, PyTuple others, PyObject result) {
        SetFoldFrame f = new SetFoldFrame();
        f.operation = operation;
        f.set = set;
        f.others = others;
        f.result = result;
        return others.size() == 0 ? result : f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        while (next < others.size()) {
            PyObject r = apply(x, others.get(next++));
            if (r == Pending.PENDING) {
                return r;
            }
        }
        return result;
    }

    private PyObject apply(Execution x, PyObject other) {
        return switch (operation) {
            case UPDATE -> SetOperations.update(x, set, other, set);
            case DIFFERENCE_UPDATE -> SetOperations.subtract(x, set, other, set);
            case INTERSECTION_UPDATE -> SetOperations.intersect(x, set, other, set);
        };
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(operation.name()), set, others, result, PyInt.of(next)};
    }

    @Override
    protected void setFields(PyObject[] f) {
        operation = Operation.valueOf(f[0].toString());
        set = (PySet) f[1];
        others = (PyTuple) f[2];
        result = f[3];
        next = (int) ((PyInt) f[4]).value;
    }
}
