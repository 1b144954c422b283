package org.picklejar.modules;

import org.picklejar.core.Errors;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
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

    public static boolean isInt(PyObject o) {
        return Values.payload(o) instanceof PyInteger;
    }

    /** A size argument, which the signature has converted: None or negative is -1. */
    public static int size(PyObject o) {
        if (isNone(o)) {
            return -1;
        }
        long n = Values.toLong(o);
        return n < 0 ? -1 : (int) Math.min(n, Integer.MAX_VALUE - 16);
    }
}
