package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.GatherFrame;

/** A tuple of the items of an iterable. */
public final class TupleFrame extends GatherFrame {
    /** For unpickling. */
    public TupleFrame() {}

    private TupleFrame(PyType cls, PyObject iterable) {
        super(iterable, cls, null);
    }

    /** @param cls tuple, or a subclass */
    static PyObject gather(Execution x, PyType cls, PyObject iterable) {
        return new TupleFrame(cls, iterable).gather(x);
    }

    @Override
    protected PyObject gathered(Execution x, PyObject[] items) {
        return TupleType.instance((PyType) a, PyTuple.of(items));
    }
}
