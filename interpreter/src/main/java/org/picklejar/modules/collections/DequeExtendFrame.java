package org.picklejar.modules.collections;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.ops.ConsumeFrame;

/** Adds the items of an iterable at one end of a deque. */
public final class DequeExtendFrame extends ConsumeFrame {
    private PyDeque deque;
    private boolean left;
    private PyObject result;

    /** For unpickling. */
    public DequeExtendFrame() {}

    private DequeExtendFrame(PyDeque deque, PyObject iterable, boolean left, PyObject result) {
        super(iterable);
        this.deque = deque;
        this.left = left;
        this.result = result;
    }

    static PyObject extend(Execution x, PyDeque deque, PyObject iterable, boolean left, PyObject result) {
        return new DequeExtendFrame(deque, iterable, left, result).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        if (left) {
            deque.appendLeft(item);
        } else {
            deque.append(item);
        }
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return result;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {deque, PyBool.of(left), result};
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        deque = (PyDeque) f[0];
        left = f[1] == PyBool.TRUE;
        result = f[2];
    }
}
