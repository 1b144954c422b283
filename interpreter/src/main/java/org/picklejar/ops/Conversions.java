package org.picklejar.ops;

import org.picklejar.core.Conversion;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.Slot;

/** Conversions between numbers. */
public final class Conversions {
    private Conversions() {}

    /** {@code operator.index(o)}: an exact int. */
    public static PyObject index(Execution x, PyObject o) {
        if (Values.payload(o) instanceof PyInteger i) {
            return i instanceof PyBool ? PyInt.of(i.longValue()) : i;
        }
        Slot.Unary f = o.type().unary(Slot.INDEX);
        if (f == null) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer", o.type().name());
        }
        Frame caller = x.top;
        return Finish.INDEX_RESULT.on(x, caller, f.apply(x, o), o, null);
    }

    /** {@link #index} when it is needed at once: a Python {@code __index__} runs nested (blocking). */
    public static PyInteger indexValue(Execution x, PyObject o) {
        if (o instanceof PyInt i) {
            return i;
        }
        return (PyInteger) x.await(() -> index(x, o));
    }

    /** What the signature of a builtin asks for: the value, or PENDING. */
    public static PyObject convert(Execution x, Conversion conversion, PyObject o) {
        return switch (conversion) {
            case INDEX -> index(x, o);
            case SIZE -> {
                if (!isIndex(o)) {
                    throw Errors.typeError(
                            "argument should be integer or None, not '%s'",
                            o.type().name());
                }
                yield index(x, o);
            }
            case BOUND -> {
                if (!isIndex(o)) {
                    throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
                }
                yield index(x, o);
            }
            case POSITION -> {
                if (!isIndex(o)) {
                    throw Errors.typeError("slice indices must be integers or have an __index__ method");
                }
                yield index(x, o);
            }
            case BOOL -> Truth.of(x, o);
            case FLOAT -> real(x, o);
        };
    }

    /** {@link #toDouble} as an operation: an exact float, or PENDING. */
    public static PyObject real(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyFloat) {
            return v;
        }
        if (v instanceof PyInteger i) {
            return new PyFloat(Ints.toDouble(i));
        }
        Frame caller = x.top;
        Slot.Unary f = o.type().unary(Slot.FLOAT);
        if (f != null) {
            return Finish.FLOAT_RESULT.on(x, caller, f.apply(x, o), o, null);
        }
        if (o.type().unary(Slot.INDEX) != null) {
            return Finish.INT_TO_FLOAT.on(x, caller, index(x, o), null, null);
        }
        throw Errors.typeError("must be real number, not %s", o.type().name());
    }

    public static boolean isIndex(PyObject o) {
        return Values.payload(o) instanceof PyInteger || o.type().unary(Slot.INDEX) != null;
    }

    /** The value of a float, an int, or an object with {@code __float__} or {@code __index__} (blocking then). */
    public static double toDouble(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyFloat f) {
            return f.value;
        }
        if (v instanceof PyInteger i) {
            return Ints.toDouble(i);
        }
        Slot.Unary f = o.type().unary(Slot.FLOAT);
        if (f != null) {
            PyObject r = x.await(() -> f.apply(x, o));
            if (Values.payload(r) instanceof PyFloat d) {
                return d.value;
            }
            throw Errors.typeError(
                    "%s.__float__ returned non-float (type %s)",
                    o.type().name(), r.type().name());
        }
        if (o.type().unary(Slot.INDEX) != null) {
            return Ints.toDouble(indexValue(x, o));
        }
        throw Errors.typeError("must be real number, not %s", o.type().name());
    }
}
