package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.Values;

/** Seconds since 1970 and microseconds, from a number (CPython: _PyTime_ObjectToTimeval). */
record Timestamp(long seconds, int microseconds) {
    private static final double LIMIT = 0x1p63;

    /** Rounded to the nearest microsecond, halves to even. */
    static Timestamp of(Execution x, PyObject o) {
        if (!(Values.payload(o) instanceof PyFloat f)) {
            return new Timestamp(whole(x, o), 0);
        }
        double seconds = f.value < 0 ? Math.ceil(checked(f.value)) : Math.floor(checked(f.value));
        double microseconds = Math.rint((f.value - seconds) * 1e6);
        if (microseconds >= 1e6) {
            microseconds -= 1e6;
            seconds += 1;
        } else if (microseconds < 0) {
            microseconds += 1e6;
            seconds -= 1;
        }
        return new Timestamp(inRange(seconds), (int) microseconds);
    }

    /** Whole seconds, rounded down. */
    static long seconds(Execution x, PyObject o) {
        return Values.payload(o) instanceof PyFloat f ? inRange(Math.floor(checked(f.value))) : whole(x, o);
    }

    private static long whole(Execution x, PyObject o) {
        PyInteger i = Conversions.indexValue(x, o);
        if (!i.isLong()) {
            throw outOfRange();
        }
        return i.longValue();
    }

    private static double checked(double d) {
        if (Double.isNaN(d)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        return d;
    }

    private static long inRange(double seconds) {
        if (seconds < -LIMIT || seconds >= LIMIT) {
            throw outOfRange();
        }
        return (long) seconds;
    }

    private static PyException outOfRange() {
        return Errors.overflowError("timestamp out of range for platform time_t");
    }
}
