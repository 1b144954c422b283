package org.picklejar.ops;

import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyValueInstance;

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
        return toInt(Conversions.indexValue(x, o));
    }

    public static long toLong(Execution x, PyObject o) {
        return toLong(Conversions.indexValue(x, o));
    }

    /** An index for a sequence: IndexError beyond long, as {@code PyNumber_AsSsize_t} has it. */
    public static long toIndex(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        return i.isLong() ? i.longValue() : noIndex(o);
    }

    /** A slice bound: None is null, what is beyond int is clamped. */
    public static Integer sliceBound(Execution x, PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (!Conversions.isIndex(o)) {
            throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return sliceBound(Conversions.indexValue(x, o));
    }

    // ---- arguments that the signature has converted

    public static int toInt(PyObject o) {
        PyInteger i = (PyInteger) o;
        if (i.isLong() && i.longValue() == (int) i.longValue()) {
            return (int) i.longValue();
        }
        throw Errors.overflowError("Python int too large to convert to C int");
    }

    public static long toLong(PyObject o) {
        PyInteger i = (PyInteger) o;
        if (i.isLong()) {
            return i.longValue();
        }
        throw Errors.overflowError("Python int too large to convert to C long");
    }

    /** As {@link #toIndex(Execution, PyObject)}. */
    public static long toIndex(PyObject o) {
        return ((PyInteger) o).isLong() ? ((PyInteger) o).longValue() : noIndex(o);
    }

    private static long noIndex(PyObject o) {
        throw Errors.of(
                ExceptionTypes.INDEX_ERROR,
                "cannot fit '%s' into an index-sized integer",
                o.type().name());
    }

    /** As {@link #sliceBound(Execution, PyObject)}. */
    public static Integer sliceBound(PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        PyInteger i = (PyInteger) o;
        if (i.isLong()) {
            return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, i.longValue()));
        }
        return i.signum() < 0 ? -Integer.MAX_VALUE : Integer.MAX_VALUE;
    }

    /** False when it is unset. */
    public static boolean isTrue(PyObject o) {
        return o == PyBool.TRUE;
    }

    /** A float, or the int that is the default. */
    public static double toDouble(PyObject o) {
        return o instanceof PyFloat f ? f.value : Ints.toDouble((PyInteger) o);
    }

    /** An argument that has to be of a class of ours. @throws PyException a TypeError for any other */
    public static <T extends PyObject> T as(Class<T> c, PyObject o) {
        String name = c.getSimpleName();
        return as(c, o, "argument must be " + (name.startsWith("Py") ? name.substring(2) : name));
    }

    /** @param what what a message says before the class of the value that was given, such as {@code "argument must be frame"} */
    public static <T extends PyObject> T as(Class<T> c, PyObject o, String what) {
        if (c.isInstance(o)) {
            return c.cast(o);
        }
        throw Errors.typeError(
                "%s, not %s", what, o == null ? "nothing" : o.type().name());
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
