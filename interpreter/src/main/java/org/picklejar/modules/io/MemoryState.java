package org.picklejar.modules.io;

import org.picklejar.core.Errors;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** What {@code __setstate__} of files in memory checks. */
final class MemoryState {
    private static final String[] ORDINALS = {"first", "second", "third", "fourth"};

    private MemoryState() {}

    static PyTuple tuple(PyObject o, String type, int size) {
        if (Values.payload(o) instanceof PyTuple t && t.size() >= size) {
            return t;
        }
        throw Errors.typeError(
                "_io.%s.__setstate__ argument should be %d-tuple, got %s",
                type, size, o.type().name());
    }

    static int position(PyTuple t, int at) {
        if (!(Values.payload(t.get(at)) instanceof PyInteger i)) {
            throw Errors.typeError(
                    at == 1
                            ? "%s item of state must be an integer, not %s"
                            : "%s item of state must be an integer, got %s",
                    ORDINALS[at],
                    t.get(at).type().name());
        }
        if (i.big().signum() < 0) {
            throw Errors.valueError("position value cannot be negative");
        }
        if (i.big().bitLength() > 63) {
            throw Errors.overflowError("Python int too large to convert to C ssize_t");
        }
        return (int) Math.min(i.longValue(), Integer.MAX_VALUE - 16);
    }

    /** The attributes, or null. */
    static PyDict attributes(PyTuple t, int at) {
        if (t.get(at) == PySingleton.NONE) {
            return null;
        }
        if (Values.payload(t.get(at)) instanceof PyDict d) {
            return d;
        }
        throw Errors.typeError(
                "%s item of state should be a dict, got a %s",
                ORDINALS[at], t.get(at).type().name());
    }
}
