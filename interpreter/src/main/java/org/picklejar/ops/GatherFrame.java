package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

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

    /** Begins, without a frame when iterating calls no Python. */
    public final PyObject gather(Execution x) {
        PyObject[] all = Iteration.itemsOrNull(source);
        return all != null ? gathered(x, all) : run(x);
    }

    @Override
    protected final PyObject item(Execution x, PyObject item) {
        items.append(item);
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
        return value;
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
