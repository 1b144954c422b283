package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;

/** Truth values. */
public final class Truth {
    private Truth() {}

    /** {@code bool(o)}. */
    public static PyObject of(Execution x, PyObject o) {
        if (o instanceof PyBool) {
            return o;
        } else if (o == PySingleton.NONE) {
            return PyBool.FALSE;
        } else if (o instanceof PyInt i) {
            return PyBool.of(i.value != 0);
        } else if (o instanceof PyStr s) {
            return PyBool.of(s.length() != 0);
        } else if (o instanceof PyList l && l.isExact()) {
            return PyBool.of(l.size != 0);
        } else if (o instanceof PyTuple t) {
            return PyBool.of(t.size() != 0);
        } else if (o instanceof PyDict d && d.isExact()) {
            return PyBool.of(d.size() != 0);
        } else if (o instanceof PyFloat f) {
            return PyBool.of(f.value != 0);
        }
        return slow(x, o);
    }

    private static PyObject slow(Execution x, PyObject o) {
        Slot.Unary f = o.type().unary(Slot.BOOL);
        Frame caller = x.top;
        if (f != null) {
            return Finish.BOOL_RESULT.on(x, caller, f.apply(x, o), null, null);
        }
        f = o.type().unary(Slot.LEN);
        if (f != null) {
            return Finish.LEN_TRUTH.on(x, caller, f.apply(x, o), null, null);
        }
        return PyBool.TRUE;
    }

    /** {@code not o}. */
    public static PyObject not(Execution x, PyObject o) {
        Frame caller = x.top;
        return Finish.NOT.on(x, caller, of(x, o), null, null);
    }

    /** The truth now; Python code for it runs nested (blocking). */
    public static boolean test(Execution x, PyObject o) {
        return (o instanceof PyBool ? o : x.await(() -> of(x, o))) == PyBool.TRUE;
    }
}
