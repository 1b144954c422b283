package org.picklejar.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.picklejar.core.Errors;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.ops.Values;

/** {@code timedelta(...)}: a sum of ints and floats, which is exact but for the last rounding (CPython: delta_new, accum). */
final class TimeDeltaConstruction {
    private static final String[] NAMES = {
        "microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks"
    };
    /** How many microseconds each is. */
    private static final long[] FACTORS = {
        1, 1000, 1_000_000, 60_000_000, 3_600_000_000L, 86_400_000_000L, 604_800_000_000L
    };
    /** Where the parameters stand: days, seconds, microseconds, milliseconds, minutes, hours, weeks. */
    private static final int[] PARAMETERS = {2, 3, 1, 4, 5, 0, 6};

    private BigInteger whole = BigInteger.ZERO;
    /** Fractions of microseconds. */
    private double rest;

    private TimeDeltaConstruction() {}

    /** @param a the class, then the arguments in the order of the parameters; null where there is none */
    static PyObject make(PyType cls, PyObject[] a) {
        long days = small(a[1]);
        long seconds = small(a[2]);
        long microseconds = small(a[3]);
        long milliseconds = small(a[4]);
        long minutes = small(a[5]);
        long hours = small(a[6]);
        long weeks = small(a[7]);
        long largest = Math.max(
                Math.max(Math.max(days, seconds), Math.max(microseconds, milliseconds)),
                Math.max(Math.max(minutes, hours), weeks));
        if (largest < LARGE) {
            return PyTimeDelta.of(
                    cls, days + weeks * 7, seconds + minutes * 60 + hours * 3600, microseconds + milliseconds * 1000);
        }
        TimeDeltaConstruction sum = new TimeDeltaConstruction();
        for (int i = 0; i < NAMES.length; i++) {
            PyObject o = a[PARAMETERS[i] + 1];
            if (o != null) {
                sum.add(NAMES[i], o, FACTORS[i]);
            }
        }
        return PyTimeDelta.ofMicroseconds(cls, PyInteger.of(sum.rounded()));
    }

    private static final long LARGE = 1L << 40;

    /** The value of an int that is small; {@link #LARGE} for anything else. */
    private static long small(PyObject o) {
        if (o == null) {
            return 0;
        }
        return o instanceof PyInt i && i.value > -LARGE && i.value < LARGE ? i.value : LARGE;
    }

    private void add(String name, PyObject o, long factor) {
        PyObject v = Values.payload(o);
        if (v instanceof PyInteger i) {
            whole = whole.add(i.big().multiply(BigInteger.valueOf(factor)));
        } else if (v instanceof PyFloat f) {
            double number = integer(f.value);
            double fraction = f.value - number;
            whole = whole.add(new BigDecimal(number).toBigInteger().multiply(BigInteger.valueOf(factor)));
            if (fraction != 0) {
                double part = fraction * factor;
                double wholePart = integer(part);
                whole = whole.add(BigInteger.valueOf((long) wholePart));
                rest += part - wholePart;
            }
        } else {
            throw Errors.typeError(
                    "unsupported type for timedelta %s component: %s",
                    name, o.type().nameWithModule());
        }
    }

    /** Without its fraction. */
    private static double integer(double d) {
        if (Double.isInfinite(d)) {
            throw Errors.overflowError("cannot convert float infinity to integer");
        }
        if (Double.isNaN(d)) {
            throw Errors.valueError("cannot convert float NaN to integer");
        }
        return d < 0 ? Math.ceil(d) : Math.floor(d);
    }

    /** The sum with the rest rounded, halves to even. */
    private BigInteger rounded() {
        double nearest = Math.rint(rest);
        if (Math.abs(rest - integer(rest)) == 0.5) {
            int odd = whole.testBit(0) ? 1 : 0;
            nearest = 2 * away((rest + odd) * 0.5) - odd;
        }
        return whole.add(BigInteger.valueOf((long) nearest));
    }

    /** Rounded, halves away from zero (round() of C). */
    private static double away(double d) {
        double whole = integer(d);
        return Math.abs(d - whole) >= 0.5 ? whole + Math.signum(d) : whole;
    }
}
