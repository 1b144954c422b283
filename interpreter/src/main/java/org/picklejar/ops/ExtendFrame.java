package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;

/** Adds the items of an iterable to a list or set, one by one as they come. */
public final class ExtendFrame extends ConsumeFrame {
    private PyObject target;
    private PyObject result;

    /** For unpickling. */
    public ExtendFrame() {}

    private ExtendFrame(PyObject target, PyObject iterable, PyObject result) {
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

    public static PyObject extend(Execution x, PySet target, PyObject iterable, PyObject result) {
        if (iterable instanceof PySet s) {
            target.addAll(x, s);
            return result;
        }
        if (iterable instanceof PyDict d && d.isExact()) {
            target.addKeys(x, d);
            return result;
        }
        PyObject[] items = Iteration.itemsOrNull(iterable);
        if (items == null) {
            return new ExtendFrame(target, iterable, result).run(x);
        }
        for (PyObject o : items) {
            target.add(x, o);
        }
        return result;
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        if (target instanceof PyList l) {
            l.append(item);
        } else {
            ((PySet) target).add(x, item);
        }
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
        target = fields[0];
        result = fields[1];
    }
}
