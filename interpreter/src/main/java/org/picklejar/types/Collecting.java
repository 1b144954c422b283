package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.ExtendFrame;

/** New containers of the items of an iterable, for other packages. The results may be PENDING. */
public final class Collecting {
    private Collecting() {}

    public static PyObject toTuple(Execution x, PyObject iterable) {
        return iterable instanceof PyTuple ? iterable : TupleFrame.gather(x, PyTuple.TYPE, iterable);
    }

    public static PyObject toList(Execution x, PyObject iterable) {
        PyList l = new PyList();
        return ExtendFrame.extend(x, l, iterable, l);
    }

    /** {@code dict.items(d)}. */
    public static DictView items(PyDict d) {
        return new DictView(DictIterator.Kind.ITEMS, d);
    }
}
