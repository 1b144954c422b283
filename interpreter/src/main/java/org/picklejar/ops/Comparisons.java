package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** The six comparison operators. */
public final class Comparisons {
    private Comparisons() {}

    /** {@code a op b}, op one of LT, LE, EQ, NE, GT, GE. The result may be any object. */
    public static PyObject compare(Execution x, Slot op, PyObject a, PyObject b) {
        if (a instanceof PyInteger i && b instanceof PyInteger j) {
            return PyBool.of(holds(op, PyInteger.compare(i, j)));
        }
        if (a instanceof PyStr s && b instanceof PyStr t) {
            return PyBool.of(op == Slot.EQ ? s.equals(t) : op == Slot.NE ? !s.equals(t) : holds(op, s.compareTo(t)));
        }
        if (a instanceof PyFloat f && b instanceof PyFloat g) {
            return PyBool.of(holds(op, f.value, g.value));
        }
        return attempt(x, op, a, b, 0);
    }

    /** Whether an order, as from {@link Comparable}, satisfies the operator. */
    public static boolean holds(Slot op, int order) {
        return switch (op) {
            case LT -> order < 0;
            case LE -> order <= 0;
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            default -> order >= 0;
        };
    }

    public static boolean holds(Slot op, double a, double b) {
        return switch (op) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GT -> a > b;
            default -> a >= b;
        };
    }

    /** Stages: 0 the reflected method of a more derived right operand, 1 the left one, 2 the reflected one, then identity. */
    static PyObject attempt(Execution x, Slot op, PyObject a, PyObject b, int stage) {
        PyType ta = a.type();
        PyType tb = b.type();
        Frame caller = x.top;
        for (int s = stage; s <= 2; s++) {
            PyObject r = null;
            if (s == 1) {
                Slot.Binary f = ta.binary(op);
                r = f == null ? null : f.apply(x, a, b);
            } else {
                boolean derived = ta != tb && tb.isSubtypeOf(ta);
                Slot.Binary f = (s == 0) == derived ? tb.binary(op.reflected()) : null;
                r = f == null ? null : f.apply(x, b, a);
            }
            if (r == Pending.PENDING) {
                return x.interpose(caller, new BinaryFrame(op, null, a, b, s));
            }
            if (r != null && r != PySingleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        if (op == Slot.EQ) {
            return PyBool.of(a == b);
        }
        if (op == Slot.NE) {
            return PyBool.of(a != b);
        }
        String symbol = op == Slot.LT ? "<" : op == Slot.LE ? "<=" : op == Slot.GT ? ">" : ">=";
        throw Errors.typeError(
                "'%s' not supported between instances of '%s' and '%s'",
                symbol, ta.attributeOwner(), tb.attributeOwner());
    }

    /** The truth of {@code a == b}: a bool, or PENDING. */
    public static PyObject equal(Execution x, PyObject a, PyObject b) {
        Frame caller = x.top;
        return Finish.TRUTH.on(x, caller, compare(x, Slot.EQ, a, b), null, null);
    }

    /** {@code a is b or a == b}, now: Python code for it runs nested (blocking). */
    public static boolean same(Execution x, PyObject a, PyObject b) {
        return a == b
                || Truth.test(
                        x,
                        a instanceof PyStr && b instanceof PyStr
                                ? compare(x, Slot.EQ, a, b)
                                : x.await(() -> compare(x, Slot.EQ, a, b)));
    }
}
