package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.ops.Attributes;
import org.picklejar.types.ObjectType;

/** The fast way for instances of classes that leave pickling to {@code object.__reduce_ex__} (PEP 307). */
final class PlainReduction {
    private static final PyStr[] DEFAULTS = {PyStr.of("__reduce_ex__"), PyStr.of("__reduce__"), PyStr.of("__getstate__")};
    private static final PyStr[] ABSENT = {PyStr.of("__getnewargs_ex__"), PyStr.of("__getnewargs__")};

    private PlainReduction() {}

    /** The reduce value; null when the object must be asked in Python. */
    static PyTuple of(Execution x, PyObject o, DumpFrame d) {
        if (d.out.protocol < 2 || o.getClass() != PyInstance.class || !isPlain(o.type())) {
            return null;
        }
        return PyTuple.of(d.copyreg.newObject, PyTuple.of(o.type()), ObjectType.getState(x, o));
    }

    private static boolean isPlain(PyType type) {
        if (type.isBuiltin() || type.solidBase() != PyType.OBJECT || type.binary(Slot.GETATTRIBUTE) != Attributes.GENERIC
            || type.binary(Slot.GETATTR) != null) {
            return false;
        }
        for (PyStr n : DEFAULTS) {
            if (type.lookup(n) != PyType.OBJECT.lookup(n)) {
                return false;
            }
        }
        for (PyStr n : ABSENT) {
            if (type.lookup(n) != null) {
                return false;
            }
        }
        return true;
    }
}
