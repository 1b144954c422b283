package org.picklejar.pickle;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;

/** Values of which some are unset, as a tuple: first a tuple of the positions of those, then the values with None for them. */
final class NullTuple {
    private NullTuple() {}

    static PyTuple of(PyObject[] values) {
        PyObject[] unset = new PyObject[values.length];
        int n = 0;
        PyObject[] out = new PyObject[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                unset[n++] = PyInt.of(i);
            }
            out[i + 1] = values[i] == null ? PySingleton.NONE : values[i];
        }
        out[0] = n == 0 ? PyTuple.EMPTY : PyTuple.of(Arrays.copyOf(unset, n));
        return PyTuple.of(out);
    }

    /** @throws org.picklejar.core.PyException ValueError naming {@code what} */
    static PyObject[] values(PyObject o, String what) {
        if (!(o instanceof PyTuple t) || t.size() == 0 || !(t.get(0) instanceof PyTuple unset)) {
            throw Errors.valueError("invalid %s", what);
        }
        PyObject[] out = Arrays.copyOfRange(t.items, 1, t.size());
        for (PyObject i : unset.items) {
            if (!(i instanceof PyInt n) || n.value < 0 || n.value >= out.length) {
                throw Errors.valueError("invalid %s", what);
            }
            out[(int) n.value] = null;
        }
        return out;
    }
}
