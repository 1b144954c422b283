package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlotWrapper;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** Binary and unary arithmetic. */
public final class Arithmetic {
    private Arithmetic() {}

    static boolean isComparison(Slot op) {
        return op.ordinal() >= Slot.LT.ordinal() && op.ordinal() <= Slot.GE.ordinal();
    }

    /** {@code a op b}, op one of ADD, SUB, ... (POW without a modulus too). */
    public static PyObject binary(Execution x, Slot op, PyObject a, PyObject b) {
        if (a instanceof PyInteger i && b instanceof PyInteger j) {
            PyObject r = ints(x, op, i, j);
            if (r != null) {
                return r;
            }
        } else if (a instanceof PyFloat || b instanceof PyFloat) {
            PyObject r = floats(op, a, b);
            if (r != null) {
                return r;
            }
        }
        return attempt(x, op, null, a, b, 0);
    }

    /** {@code a op= b}: {@code inPlace} is IADD for ADD. */
    public static PyObject inPlace(Execution x, Slot op, Slot inPlace, PyObject a, PyObject b) {
        if (a instanceof PyInteger i && b instanceof PyInteger j) {
            PyObject r = ints(x, op, i, j);
            if (r != null) {
                return r;
            }
        } else if (a instanceof PyFloat || b instanceof PyFloat) {
            PyObject r = floats(op, a, b);
            if (r != null) {
                return r;
            }
        }
        return attempt(x, op, inPlace, a, b, -1);
    }

    private static PyObject ints(Execution x, Slot op, PyInteger i, PyInteger j) {
        return Ints.isHeavy(op, i, j) ? x.machine.safePoint.compute(x, () -> ints(op, i, j)) : ints(op, i, j);
    }

    private static PyObject ints(Slot op, PyInteger i, PyInteger j) {
        return switch (op) {
            case ADD -> Ints.add(i, j);
            case SUB -> Ints.sub(i, j);
            case MUL -> Ints.mul(i, j);
            case TRUEDIV -> Ints.trueDiv(i, j);
            case FLOORDIV -> Ints.floorDiv(i, j);
            case MOD -> Ints.mod(i, j);
            case POW -> Ints.pow(i, j);
            case LSHIFT -> Ints.shiftLeft(i, j);
            case RSHIFT -> Ints.shiftRight(i, j);
            case AND -> Ints.and(i, j);
            case OR -> Ints.or(i, j);
            case XOR -> Ints.xor(i, j);
            case DIVMOD -> PyTuple.of(Ints.floorDiv(i, j), Ints.mod(i, j));
            default -> null;
        };
    }

    private static PyObject floats(Slot op, PyObject a, PyObject b) {
        double v;
        double w;
        if (a instanceof PyFloat f) {
            v = f.value;
        } else if (a instanceof PyInteger i) {
            v = Ints.toDouble(i);
        } else {
            return null;
        }
        if (b instanceof PyFloat f) {
            w = f.value;
        } else if (b instanceof PyInteger i) {
            w = Ints.toDouble(i);
        } else {
            return null;
        }
        return switch (op) {
            case ADD -> new PyFloat(v + w);
            case SUB -> new PyFloat(v - w);
            case MUL -> new PyFloat(v * w);
            case TRUEDIV -> new PyFloat(Floats.divide(v, w));
            case FLOORDIV -> new PyFloat(Floats.floorDiv(v, w));
            case MOD -> new PyFloat(Floats.mod(v, w));
            case POW -> Floats.pow(v, w);
            case DIVMOD -> Floats.divmod(v, w);
            default -> null;
        };
    }

    /**
     * Tries the methods in turn from {@code stage} on: -1 in place, 0 the reflected one of a more derived right operand, 1 the left
     * one, 2 the reflected one. (CPython: binary_op1 in abstract.c.)
     */
    static PyObject attempt(Execution x, Slot op, Slot inPlace, PyObject a, PyObject b, int stage) {
        PyType ta = a.type();
        PyType tb = b.type();
        Frame caller = x.top;
        for (int s = stage; s <= 2; s++) {
            PyObject r = null;
            if (s == -1) {
                Slot.Binary f = ta.binary(inPlace);
                r = f == null ? null : f.apply(x, a, b);
            } else if (s == 1) {
                r = left(x, op, a, b);
            } else if (ta != tb) {
                Slot.Binary f = tb.binary(op.reflected());
                boolean derived = f != null
                        && tb.isSubtypeOf(ta)
                        && (f != ta.binary(op.reflected()) || overrides(tb, ta, op.reflected()));
                if (f != null && (s == 0) == derived) {
                    r = f.apply(x, b, a);
                }
            }
            if (r == Pending.PENDING) {
                return x.interpose(caller, new BinaryFrame(op, inPlace, a, b, s));
            }
            if (r != null && r != PySingleton.NOT_IMPLEMENTED) {
                return r;
            }
        }
        throw unsupported(inPlace == null ? op : inPlace, a, b);
    }

    private static boolean overrides(PyType derived, PyType base, Slot slot) {
        return derived.lookup(slot.name) != base.lookup(slot.name);
    }

    private static PyObject left(Execution x, Slot op, PyObject a, PyObject b) {
        if (op == Slot.POW) {
            Slot.Ternary f = a.type().ternary(Slot.POW);
            return f == null ? null : f.apply(x, a, b, PySingleton.NONE);
        }
        Slot.Binary f = a.type().binary(op);
        return f == null ? null : f.apply(x, a, b);
    }

    private static PyException unsupported(Slot op, PyObject a, PyObject b) {
        PyObject left = Values.payload(a);
        if (op == Slot.ADD || op == Slot.IADD) {
            String kind = left instanceof PyStr
                    ? "str"
                    : left instanceof PyTuple ? "tuple" : left instanceof PyList ? "list" : null;
            if (kind != null) {
                return Errors.typeError(
                        "can only concatenate %s (not \"%s\") to %s",
                        kind, b.type().nameWithModule(), kind);
            }
            if (left instanceof PyBytes) {
                return Errors.typeError(
                        "can't concat %s to %s",
                        b.type().nameWithModule(), a.type().nameWithModule());
            }
        } else if (op == Slot.MUL || op == Slot.IMUL) {
            if (isSequence(a)) {
                return Errors.typeError(
                        "can't multiply sequence by non-int of type '%s'",
                        b.type().nameWithModule());
            }
            if (isSequence(b)) {
                return Errors.typeError(
                        "can't multiply sequence by non-int of type '%s'",
                        a.type().nameWithModule());
            }
        }
        return Errors.typeError(
                "unsupported operand type(s) for %s: '%s' and '%s'",
                symbol(op), a.type().nameWithModule(), b.type().nameWithModule());
    }

    private static boolean isSequence(PyObject o) {
        return o.type().lookup(Slot.MUL.name) instanceof PySlotWrapper w && w.repeats();
    }

    private static String symbol(Slot op) {
        return switch (op) {
            case ADD -> "+";
            case IADD -> "+=";
            case SUB -> "-";
            case ISUB -> "-=";
            case MUL -> "*";
            case IMUL -> "*=";
            case MATMUL -> "@";
            case IMATMUL -> "@=";
            case TRUEDIV -> "/";
            case ITRUEDIV -> "/=";
            case FLOORDIV -> "//";
            case IFLOORDIV -> "//=";
            case MOD -> "%";
            case IMOD -> "%=";
            case DIVMOD -> "divmod()";
            case LSHIFT -> "<<";
            case ILSHIFT -> "<<=";
            case RSHIFT -> ">>";
            case IRSHIFT -> ">>=";
            case AND -> "&";
            case IAND -> "&=";
            case OR -> "|";
            case IOR -> "|=";
            case XOR -> "^";
            case IXOR -> "^=";
            case POW -> "** or pow()";
            case IPOW -> "**=";
            default -> op.text;
        };
    }

    /** {@code pow(a, b, m)} with m not None. */
    public static PyObject pow(Execution x, PyObject a, PyObject b, PyObject m) {
        if (a instanceof PyInteger i && b instanceof PyInteger j && m instanceof PyInteger k) {
            boolean heavy = Ints.bits(j) > Ints.HEAVY_BITS / Math.max(1, Ints.bits(k)) * 64;
            return heavy ? x.machine.safePoint.compute(x, () -> Ints.pow(i, j, k)) : Ints.pow(i, j, k);
        }
        Slot.Ternary tried = a.type().ternary(Slot.POW);
        PyObject r = tried == null ? PySingleton.NOT_IMPLEMENTED : tried.apply(x, a, b, m);
        for (PyObject o : new PyObject[] {b, m}) {
            // The others are asked too, unless a program defines their method, which would take them for the base
            // (CPython: ternary_op).
            Slot.Ternary f = o.type().ternary(Slot.POW);
            if (r == PySingleton.NOT_IMPLEMENTED
                    && f != null
                    && f != tried
                    && f == o.type().solidBase().ternary(Slot.POW)) {
                tried = f;
                r = f.apply(x, a, b, m);
            }
        }
        if (r == PySingleton.NOT_IMPLEMENTED) {
            throw Errors.typeError(
                    "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                    a.type().nameWithModule(),
                    b.type().nameWithModule(),
                    m.type().nameWithModule());
        }
        return r;
    }

    /** NEG, POS, INVERT or ABS. */
    public static PyObject unary(Execution x, Slot op, PyObject a) {
        if (a instanceof PyInteger i) {
            switch (op) {
                case NEG:
                    return Ints.negate(i);
                case INVERT:
                    if (!(i instanceof PyBool)) {
                        return Ints.invert(i);
                    }
                    break;
                default:
            }
        } else if (a instanceof PyFloat f && op == Slot.NEG) {
            return new PyFloat(-f.value);
        }
        Slot.Unary f = a.type().unary(op);
        if (f == null) {
            throw Errors.typeError(
                    op == Slot.ABS ? "bad operand type for abs(): '%2$s'" : "bad operand type for unary %1$s: '%2$s'",
                    op == Slot.NEG ? "-" : op == Slot.POS ? "+" : "~",
                    a.type().nameWithModule());
        }
        return f.apply(x, a);
    }
}
