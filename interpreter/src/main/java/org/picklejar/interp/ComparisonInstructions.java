package org.picklejar.interp;

import org.picklejar.code.Op;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Identity;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;
import org.picklejar.ops.Truth;

/** Comparisons, membership and truth. The result may be PENDING, and of a comparison any object. */
public final class ComparisonInstructions {
    private ComparisonInstructions() {}

    public static PyObject lt(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.LT, a, b);
    }

    public static PyObject le(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.LE, a, b);
    }

    public static PyObject eq(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.EQ, a, b);
    }

    public static PyObject ne(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.NE, a, b);
    }

    public static PyObject gt(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.GT, a, b);
    }

    public static PyObject ge(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.GE, a, b);
    }

    public static PyBool is(PyObject a, PyObject b) {
        return PyBool.of(Identity.isSame(a, b));
    }

    public static PyBool isNot(PyObject a, PyObject b) {
        return PyBool.of(!Identity.isSame(a, b));
    }

    /** {@code a in b}. */
    public static PyObject contains(Execution x, PyObject a, PyObject b) {
        return Items.contains(x, b, a);
    }

    public static PyObject notContains(Execution x, PyObject a, PyObject b) {
        Frame caller = x.top;
        PyObject r = Items.contains(x, b, a);
        return r instanceof PyBool found ? PyBool.of(found == PyBool.FALSE) : Finish.NOT.on(x, caller, r, null, null);
    }

    public static PyObject not(Execution x, PyObject a) {
        return Truth.not(x, a);
    }

    public static PyObject toBool(Execution x, PyObject a) {
        return Truth.of(x, a);
    }

    /** The comparison {@code op} of those that the loop does not name one by one. */
    public static PyObject compare(Execution x, int op, PyObject a, PyObject b) {
        return switch (op) {
            case Op.LE -> le(x, a, b);
            case Op.NE -> ne(x, a, b);
            case Op.GT -> gt(x, a, b);
            case Op.GE -> ge(x, a, b);
            default -> throw new IllegalArgumentException("opcode " + op);
        };
    }

    /** {@link #compare} of ints. */
    public static boolean holds(int op, long a, long b) {
        return op == Op.GT ? a > b : op == Op.GE ? a >= b : op == Op.LE ? a <= b : a != b;
    }
}
