package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Rounding;

/** The names of roundings. */
final class Roundings {
    private static final PyStr[] NAMES = new PyStr[Rounding.values().length];

    static {
        for (Rounding r : Rounding.values()) {
            NAMES[r.ordinal()] = PyStr.of("ROUND_" + (r == Rounding.ZERO_FIVE_UP ? "05UP" : r.name()));
        }
    }

    private Roundings() {}

    static PyStr name(Rounding r) {
        return NAMES[r.ordinal()];
    }

    static Rounding of(PyObject name) {
        PyObject v = Values.payload(name);
        for (Rounding r : Rounding.values()) {
            if (name(r).equals(v)) {
                return r;
            }
        }
        throw Errors.typeError("valid values for rounding are:\n"
                + "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                + "   ROUND_05UP]");
    }
}
