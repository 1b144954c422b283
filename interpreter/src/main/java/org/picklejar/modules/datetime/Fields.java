package org.picklejar.modules.datetime;

import java.util.function.IntPredicate;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;
import org.picklejar.text.Gregorian;

/** Arguments for the parts of dates and times: their conversion and checks. */
final class Fields {
    private Fields() {}

    /** An int as C takes it ("i" of PyArg_ParseTuple). */
    static int integer(Execution x, PyObject o) {
        if (o instanceof PyInt i && i.value == (int) i.value) {
            return (int) i.value;
        }
        PyInteger i = Conversions.indexValue(x, o);
        if (!i.isLong()) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        long v = i.longValue();
        if (v != (int) v) {
            throw Errors.overflowError(
                    v > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
        }
        return (int) v;
    }

    /** An int for a part that is replaced; what is not given stays. */
    static int replaced(Execution x, PyObject o, int old) {
        return o == null ? old : Values.toInt(x, o);
    }

    /** A parameter that has to be given; the constructors tell it so. */
    static PyObject required(PyObject o, String name, int position) {
        if (o == null) {
            throw Errors.typeError("function missing required argument '%s' (pos %d)", name, position);
        }
        return o;
    }

    static void checkDate(int year, int month, int day) {
        if (year < Gregorian.MIN_YEAR || year > Gregorian.MAX_YEAR) {
            throw yearOutOfRange(year);
        }
        if (month < 1 || month > 12) {
            throw Errors.valueError("month must be in 1..12");
        }
        if (day < 1 || day > Gregorian.daysInMonth(year, month)) {
            throw Errors.valueError("day is out of range for month");
        }
    }

    static PyException yearOutOfRange(long year) {
        return Errors.valueError("year %d is out of range", year);
    }

    static void checkTime(int hour, int minute, int second, int microsecond, int fold) {
        check(hour, 23, "hour must be in 0..23");
        check(minute, 59, "minute must be in 0..59");
        check(second, 59, "second must be in 0..59");
        check(microsecond, 999_999, "microsecond must be in 0..999999");
        check(fold, 1, "fold must be either 0 or 1");
    }

    private static void check(int value, int most, String message) {
        if (value < 0 || value > most) {
            throw Errors.valueError(message);
        }
    }

    /** How CPython's argument parser names the type of an argument. */
    static String nameOf(PyObject o) {
        return o == PySingleton.NONE ? "None" : o.type().nameWithModule();
    }

    static PyStr text(PyObject o, String function, int position) {
        if (Values.payload(o) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError("%s() argument %d must be str, not %s", function, position, nameOf(o));
    }

    // ---- pickles

    /**
     * The state with which a pickle calls a constructor: bytes, or a str of a pickle of Python 2 that was read as Latin-1.
     *
     * @param sane tells a state from other arguments
     * @param at where the part is for that
     * @param what such as "a date"
     * @return null when it is no state
     */
    static byte[] state(PyObject o, int size, IntPredicate sane, int at, String what) {
        PyObject v = Values.payload(o);
        if (v instanceof PyBytes b) {
            return b.value.length == size && sane.test(b.value[at] & 0xff) ? b.value : null;
        }
        if (!(v instanceof PyStr s) || s.length() != size || !sane.test(s.codePointAt(at))) {
            return null;
        }
        byte[] out = new byte[size];
        for (int i = 0; i < size; i++) {
            int c = s.codePointAt(i);
            if (c > 0xff) {
                throw Errors.valueError(
                        "Failed to encode latin1 string when unpickling %s object. "
                                + "pickle.load(data, encoding='latin1') is assumed.",
                        what);
            }
            out[i] = (byte) c;
        }
        return out;
    }

    static boolean isMonth(int part) {
        return part >= 1 && part <= 12;
    }

    /** The zone that goes along with a state; null when there is none. */
    static PyTzInfo stateZone(PyObject o) {
        if (o == null || o == PySingleton.NONE) {
            return null;
        }
        if (o instanceof PyTzInfo z) {
            return z;
        }
        throw Errors.typeError("bad tzinfo state arg");
    }

    static int microseconds(byte[] state, int at) {
        return (state[at] & 0xff) << 16 | (state[at + 1] & 0xff) << 8 | state[at + 2] & 0xff;
    }
}
