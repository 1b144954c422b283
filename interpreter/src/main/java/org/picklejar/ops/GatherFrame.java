package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;

/** Gathers all items of an iterable, then does something with them. */
public abstract class GatherFrame extends ConsumeFrame {
    private PyList items = new PyList();

    protected GatherFrame() {}

    protected GatherFrame(PyObject iterable) {
        super(iterable);
    }

    /** The result, or PENDING; nothing is called after it. */
    protected abstract PyObject gathered(Execution x, PyObject[] items);

    /** Fields of the subclass, for pickling. */
    protected abstract PyObject[] operands();

    protected abstract void setOperands(PyObject[] operands);

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
        PyObject[] own = operands();
        PyObject[] out = new PyObject[own.length + 1];
        out[0] = items;
        System.arraycopy(own, 0, out, 1, own.length);
        return out;
    }

    @Override
    protected final void setOwnFields(PyObject[] fields) {
        items = (PyList) fields[0];
        setOperands(Arrays.copyOfRange(fields, 1, fields.length));
    }
}
