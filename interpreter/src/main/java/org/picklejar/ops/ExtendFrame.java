package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

/** Adds the items of an iterable to a list, one by one as they come. */
public final class ExtendFrame extends ConsumeFrame {
    private PyList target;
    private PyObject result;

    /** For unpickling. */
    public ExtendFrame() {}

    private ExtendFrame(PyList target, PyObject iterable, PyObject result) {
        super(iterable);
        this.target = target;
        this.result = result;
    }

    /** @param result what the operation returns */
    public static PyObject extend(Execution x, PyList target, PyObject iterable, PyObject result) {
        PyObject[] items = Iteration.itemsOrNull(iterable);
        if (items == null) {
            return new ExtendFrame(target, iterable, result).run(x);
        }
        if (target.size == 0) {
            // Most often the array is a fresh copy, but a tuple gives its own.
            target.items = items.clone();
            target.size = items.length;
        } else {
            target.addAll(items, items.length);
        }
        return result;
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        target.append(item);
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return result;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {target, result};
    }

    @Override
    protected void setOwnFields(PyObject[] fields) {
        target = (PyList) fields[0];
        result = fields[1];
    }
}
