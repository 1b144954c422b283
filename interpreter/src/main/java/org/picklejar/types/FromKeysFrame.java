package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration;

/** {@code cls.fromkeys(iterable, value)}. */
public final class FromKeysFrame extends ConsumeFrame {
    private PyObject cls;
    private PyObject value;
    /** The new mapping; null until it is there. */
    private PyObject made;

    /** For unpickling. */
    public FromKeysFrame() {}

    private FromKeysFrame(PyObject cls, PyObject iterable, PyObject value) {
        super(iterable);
        this.cls = cls;
        this.value = value;
    }

    public static PyObject fromKeys(Execution x, PyType cls, PyObject iterable, PyObject value) {
        if (cls == PyDict.TYPE) {
            PyObject[] items = Iteration.itemsOrNull(iterable);
            if (items != null) {
                PyDict d = new PyDict();
                for (PyObject k : items) {
                    d.put(x, k, value);
                }
                return d;
            }
        }
        return new FromKeysFrame(cls, iterable, value).run(x);
    }

    @Override
    protected PyObject open(Execution x, PyObject sent) {
        if (made != null) {
            return super.open(x, sent);
        }
        PyObject v = sent == null ? x.call(cls) : sent;
        if (v == Pending.PENDING) {
            return v;
        }
        made = v;
        return super.open(x, null);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        return Items.set(x, made, item, value) == Pending.PENDING ? Pending.PENDING : null;
    }

    @Override
    protected PyObject resumed(Execution x, PyObject stored) {
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        return made;
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {cls, value, made};
    }

    @Override
    protected void setOwnFields(PyObject[] fields) {
        cls = fields[0];
        value = fields[1];
        made = fields[2];
    }
}
