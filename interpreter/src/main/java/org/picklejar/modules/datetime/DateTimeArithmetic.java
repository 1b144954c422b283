package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Slot;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Comparisons;

/** Sums, differences and comparisons of datetimes. */
final class DateTimeArithmetic {
    private DateTimeArithmetic() {}

    static PyObject add(Execution x, PyObject left, PyObject right) {
        if (left instanceof PyDateTime t) {
            return right instanceof PyTimeDelta d ? shifted(x, t, d, 1) : PySingleton.NOT_IMPLEMENTED;
        }
        return left instanceof PyTimeDelta d ? shifted(x, (PyDateTime) right, d, 1) : PySingleton.NOT_IMPLEMENTED;
    }

    static PyObject subtract(Execution x, PyObject left, PyObject right) {
        if (!(left instanceof PyDateTime t)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (right instanceof PyDateTime other) {
            return difference(x, t, other);
        }
        return right instanceof PyTimeDelta d ? shifted(x, t, d, -1) : PySingleton.NOT_IMPLEMENTED;
    }

    /** {@code t + sign * d} of the class of t, as the last act of the caller. OverflowError when there is no such year. */
    static PyObject shifted(Execution x, PyDateTime t, PyTimeDelta d, int sign) {
        int microseconds = t.microsecond + sign * d.microseconds;
        int seconds = t.secondOfDay() + sign * d.seconds + Math.floorDiv(microseconds, PyTimeDelta.MICROSECONDS);
        long days = t.ordinal() + (long) sign * d.days + Math.floorDiv(seconds, PyTimeDelta.SECONDS_PER_DAY);
        int inDay = Math.floorMod(seconds, PyTimeDelta.SECONDS_PER_DAY);
        return PyDateTime.of(
                x,
                t.type(),
                DateType.dayWithin(days),
                inDay / 3600,
                inDay / 60 % 60,
                inDay % 60,
                Math.floorMod(microseconds, PyTimeDelta.MICROSECONDS),
                PyTzInfo.orNone(t.zone),
                0);
    }

    /** {@link #shifted}, now. */
    static PyDateTime shiftedNow(Execution x, PyDateTime t, PyTimeDelta d, int sign) {
        PyObject o =
                t.type() == PyDateTime.TYPE ? shifted(x, t, d, sign) : MethodCall.now(x, () -> shifted(x, t, d, sign));
        if (o instanceof PyDateTime r) {
            return r;
        }
        throw Errors.typeError(
                "%s() returned no datetime but '%s'", t.type().name(), o.type().nameWithModule());
    }

    static PyTimeDelta difference(Execution x, PyDateTime t, PyDateTime other) {
        PyTimeDelta shown = PyTimeDelta.of(
                t.ordinal() - other.ordinal(),
                t.secondOfDay() - other.secondOfDay(),
                t.microsecond - other.microsecond);
        if (t.zone == other.zone) {
            return shown;
        }
        PyTimeDelta offset = t.offset(x);
        PyTimeDelta otherOffset = other.offset(x);
        if ((offset == null) != (otherOffset == null)) {
            throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
        }
        return PyTimeDelta.same(offset, otherOffset) ? shown : shown.minus(offset.minus(otherOffset));
    }

    static PyObject compare(Execution x, PyDateTime t, PyObject o, Slot op) {
        if (!(o instanceof PyDateTime other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (t.zone == other.zone) {
            return PyBool.of(Comparisons.holds(op, t.compareClocks(other)));
        }
        PyTimeDelta offset = t.offset(x);
        PyTimeDelta otherOffset = other.offset(x);
        int order;
        if (PyTimeDelta.same(offset, otherOffset)) {
            order = t.compareClocks(other);
        } else if (offset == null || otherOffset == null) {
            return TimeType.differ(op, "can't compare offset-naive and offset-aware datetimes");
        } else {
            order = difference(x, t, other).compare(PyTimeDelta.ZERO);
        }
        boolean forEquality = op == Slot.EQ || op == Slot.NE;
        if (forEquality && order == 0 && (dependsOnFold(x, t, offset) || dependsOnFold(x, other, otherOffset))) {
            order = 1;
        }
        return PyBool.of(Comparisons.holds(op, order));
    }

    /** Whether the fold decides about a time's offset: such a time is equal to none of another zone (PEP 495). */
    private static boolean dependsOnFold(Execution x, PyDateTime t, PyTimeDelta offset) {
        if (t.zone == null || t.zone instanceof PyTimeZone) {
            return false;
        }
        return !PyTimeDelta.same(t.with(PyDateTime.TYPE, t.zone, 1 - t.fold).offset(x), offset);
    }
}
