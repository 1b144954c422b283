package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** Reads the state tuples of our reductions, with errors that name the one at fault. */
final class StateTuple {
    private final String what;
    private final PyObject[] items;

    /** @param sizes the numbers of items that are accepted */
    StateTuple(PyObject o, String what, int... sizes) {
        this.what = what;
        if (!(o instanceof PyTuple t)) {
            throw Errors.typeError(
                    "%s: the state must be a tuple, not %s", what, o.type().name());
        }
        items = t.items;
        for (int n : sizes) {
            if (n == items.length) {
                return;
            }
        }
        throw Errors.of(ExceptionTypes.INDEX_ERROR, "%s expects a tuple of length %d", what, sizes[sizes.length - 1]);
    }

    int size() {
        return items.length;
    }

    PyObject get(int i) {
        return items[i];
    }

    /** The item, null for None. */
    PyObject orNull(int i) {
        return items[i] == PySingleton.NONE ? null : items[i];
    }

    /** The item, which is of a class or None; null for None. */
    <T> T orNull(int i, Class<T> type) {
        return items[i] == PySingleton.NONE ? null : get(i, type);
    }

    <T> T get(int i, Class<T> type) {
        if (!type.isInstance(items[i])) {
            throw Errors.typeError(
                    "%s: item %d of the state has the wrong type %s",
                    what, i, items[i].type().name());
        }
        return type.cast(items[i]);
    }

    int integer(int i) {
        PyInteger n = get(i, PyInteger.class);
        if (!n.isLong() || n.longValue() != (int) n.longValue()) {
            throw Errors.valueError("%s: item %d of the state is too large", what, i);
        }
        return (int) n.longValue();
    }

    boolean truth(int i) {
        return items[i] == PyBool.TRUE || items[i] instanceof PyInteger n && n.signum() != 0;
    }

    String text(int i) {
        return get(i, PyStr.class).toString();
    }

    byte[] bytes(int i) {
        return get(i, PyBytes.class).value;
    }

    String[] texts(int i) {
        PyObject[] t = get(i, PyTuple.class).items;
        String[] out = new String[t.length];
        for (int k = 0; k < t.length; k++) {
            if (!(t[k] instanceof PyStr s)) {
                throw Errors.typeError("%s: item %d of the state must be a tuple of strings", what, i);
            }
            out[k] = s.toString();
        }
        return out;
    }
}
