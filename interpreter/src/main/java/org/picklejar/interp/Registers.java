package org.picklejar.interp;

import org.picklejar.core.PyCode;
import org.picklejar.core.PyObject;

/** How operands are fetched from registers. */
final class Registers {
    private Registers() {}

    /** The right operand of an operator: a register, or constant ~b. */
    static PyObject right(PyCode co, PyObject[] r, int b) {
        return b >= 0 ? r[b] : co.constants[~b];
    }

    /** R[at]; null for -1. */
    static PyObject orNull(PyObject[] r, int at) {
        return at < 0 ? null : r[at];
    }

    /** A new array of n registers. */
    static PyObject[] list(PyObject[] r, int from, int n) {
        PyObject[] out = new PyObject[n];
        System.arraycopy(r, from, out, 0, n);
        return out;
    }

    /** Copies arguments: there are seldom more than three, and a loop or an arraycopy costs more then. */
    static void copy(PyObject[] from, int at, PyObject[] to, int n) {
        if (n > 0) {
            to[0] = from[at];
            if (n > 1) {
                to[1] = from[at + 1];
                if (n > 2) {
                    System.arraycopy(from, at + 2, to, 2, n - 2);
                }
            }
        }
    }
}
