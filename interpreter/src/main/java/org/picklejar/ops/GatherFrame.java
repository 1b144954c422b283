package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Takes all items of an iterable, then makes the result of them at once. */
public abstract class GatherFrame extends ConsumeFrame {
    private PyList items = new PyList();
    /** What {@link #gathered} needs besides the items; may be null. */
    protected PyObject a;

    protected PyObject b;

    /** For unpickling. */
    protected GatherFrame() {}

    protected GatherFrame(PyObject iterable, PyObject a, PyObject b) {
        super(iterable);
        this.a = a;
        this.b = b;
    }

    /** The result, or PENDING; may end in one call into Python. The array is not to be changed: it may be a tuple's own. */
    protected abstract PyObject gathered(Execution x, PyObject[] items);

    /** Whether an item is what {@link #gathered} takes. */
    protected boolean isPlain(PyObject item) {
        return true;
    }

    /** What {@link #gathered} takes for an item that is not plain, or PENDING. */
    protected PyObject converted(Execution x, PyObject item) {
        throw new IllegalStateException(getClass().getName());
    }

    /** Begins, without a frame when no Python is called. */
    public final PyObject gather(Execution x) {
        PyObject[] all = Iteration.itemsOrNull(source);
        if (all == null) {
            return run(x);
        }
        for (PyObject item : all) {
            if (!isPlain(item)) {
                if (source instanceof PyIterator) {
                    source = PyTuple.of(all);
                }
                return run(x);
            }
        }
        return gathered(x, all);
    }

    @Override
    protected final PyObject item(Execution x, PyObject item) {
        PyObject v = isPlain(item) ? item : converted(x, item);
        if (v == Pending.PENDING) {
            return v;
        }
        items.append(v);
        return null;
    }

    @Override
    protected final PyObject end(Execution x) {
        PyObject[] all = items.toArray();
        items = null;
        return gathered(x, all);
    }

    @Override
    protected final PyObject resumed(Execution x, PyObject value) {
        if (items == null) {
            return value;
        }
        items.append(value);
        return null;
    }

    @Override
    protected final PyObject[] ownFields() {
        return new PyObject[] {items, a, b};
    }

    @Override
    protected final void setOwnFields(PyObject[] fields) {
        items = (PyList) fields[0];
        a = fields[1];
        b = fields[2];
    }
}
