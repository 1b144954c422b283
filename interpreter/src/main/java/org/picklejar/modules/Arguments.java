package org.picklejar.modules;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Arguments of builtins as Java values. */
public final class Arguments {
    private Arguments() {}

    /** @param what such as {@code "open() argument 'mode'"} */
    public static String text(PyObject o, String what) {
        return Values.str(o, what).toString();
    }

    /** A str or None; null for None. */
    public static String textOrNone(PyObject o, String what) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (Values.payload(o) instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError("%s must be str or None, not %s", what, o.type().name());
    }

    public static boolean isNone(PyObject o) {
        return o == null || o == PySingleton.NONE;
    }

    public static boolean truth(Execution x, PyObject o) {
        return Truth.test(x, o);
    }

    public static boolean isInt(PyObject o) {
        return Values.payload(o) instanceof PyInteger;
    }

    /** A size argument: None or negative is -1. */
    public static int size(Execution x, PyObject o) {
        if (isNone(o)) {
            return -1;
        }
        if (!Conversions.isIndex(o)) {
            throw Errors.typeError(
                    "argument should be integer or None, not '%s'", o.type().name());
        }
        long n = Values.toLong(x, o);
        return n < 0 ? -1 : (int) Math.min(n, Integer.MAX_VALUE - 16);
    }
}
