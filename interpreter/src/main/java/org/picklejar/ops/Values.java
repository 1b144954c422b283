package org.picklejar.ops;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;

/** Access to the builtin value in an object: itself, or the payload of an instance of a subclass. */
public final class Values {
    private Values() {}

    public static PyObject payload(PyObject o) {
        return o instanceof PyValueInstance v ? v.payload : o;
    }

    /** A str's text in UTF-16, or null when the object is no str. */
    public static String textOrNull(PyObject o) {
        return payload(o) instanceof PyStr s ? s.toString() : null;
    }

    /** @throws org.picklejar.core.PyException TypeError naming {@code what} */
    public static PyStr str(PyObject o, String what) {
        if (payload(o) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("%s must be str, not %s", what, o.type().name());
    }

    /** The value of an int-like object as a Java int; may run {@code __index__} and wait. */
    public static int toInt(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        if (i.isLong() && i.longValue() == (int) i.longValue()) {
            return (int) i.longValue();
        }
        throw Errors.overflowError("Python int too large to convert to C int");
    }

    public static long toLong(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        if (i.isLong()) {
            return i.longValue();
        }
        throw Errors.overflowError("Python int too large to convert to C long");
    }

    /** An index for a sequence: IndexError beyond long, as {@code PyNumber_AsSsize_t} has it. */
    public static long toIndex(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        if (i.isLong()) {
            return i.longValue();
        }
        throw Errors.of(
                ExceptionTypes.INDEX_ERROR,
                "cannot fit '%s' into an index-sized integer",
                o.type().name());
    }

    /** A slice bound: None is null, what is beyond int is clamped. */
    public static Integer sliceBound(Execution x, PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (!(payload(o) instanceof PyInteger) && o.type().unary(Slot.INDEX) == null) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        PyInteger i = Conversions.indexValue(x, o);
        if (i.isLong()) {
            return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, i.longValue()));
        }
        return i.signum() < 0 ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
    }

    public static PyTuple tuple(PyObject o, String what) {
        if (payload(o) instanceof PyTuple t) {
            return t;
        }
        throw Errors.typeError("%s must be a tuple, not %s", what, o.type().name());
    }

    public static BigInteger big(PyObject o) {
        return ((PyInteger) payload(o)).big();
    }
}
