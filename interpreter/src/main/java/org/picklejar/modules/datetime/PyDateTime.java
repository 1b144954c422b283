package org.picklejar.modules.datetime;

import java.util.function.Consumer;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.text.Gregorian;

/** A date and a time. */
final class PyDateTime extends PyDate {
    @SuppressWarnings("HidingField") // each class of objects has the type of its own
    static final PyType TYPE =
            PyType.builtin("datetime", PyDateTime.class, PyDate.TYPE).inModule("datetime");

    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** Null when it is naive. Set only while it is being made. */
    PyTzInfo zone;
    /** 1 for the second of two equal times, when the clock was put back. */
    final int fold;

    /** Does not check its arguments. */
    PyDateTime(
            PyType type,
            int year,
            int month,
            int day,
            int hour,
            int minute,
            int second,
            int microsecond,
            PyTzInfo zone,
            int fold) {
        super(type, year, month, day);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = microsecond;
        this.zone = zone;
        this.fold = fold;
    }

    /** An exact datetime; checks its arguments. */
    static PyDateTime of(
            int year, int month, int day, int hour, int minute, int second, int microsecond, PyTzInfo zone, int fold) {
        Fields.checkDate(year, month, day);
        Fields.checkTime(hour, minute, second, microsecond, fold);
        return new PyDateTime(TYPE, year, month, day, hour, minute, second, microsecond, zone, fold);
    }

    /**
     * One of a class, whose constructor is called when it is a program's, as the last act of the caller (CPython:
     * new_datetime_subclass_fold_ex).
     *
     * @param zone a tzinfo or None
     */
    static PyObject of(
            Execution x,
            PyType type,
            Gregorian.Day d,
            int hour,
            int minute,
            int second,
            int microsecond,
            PyObject zone,
            int fold) {
        if (type == TYPE) {
            return of(d.year(), d.month(), d.day(), hour, minute, second, microsecond, PyTzInfo.argument(zone), fold);
        }
        PyObject[] args = {
            PyInt.of(d.year()),
            PyInt.of(d.month()),
            PyInt.of(d.day()),
            PyInt.of(hour),
            PyInt.of(minute),
            PyInt.of(second),
            PyInt.of(microsecond),
            zone,
            PyInt.of(fold)
        };
        return PyTime.callWithFold(x, type, args);
    }

    /** The same with another zone and fold; its class's constructor is not called. */
    PyDateTime with(PyType type, PyTzInfo newZone, int newFold) {
        return new PyDateTime(type, year, month, day, hour, minute, second, microsecond, newZone, newFold);
    }

    int secondOfDay() {
        return hour * 3600 + minute * 60 + second;
    }

    /** What it shows, in seconds: those since 1970 if it were in UTC. */
    long clock() {
        return (ordinal() - (long) Gregorian.EPOCH) * PyTimeDelta.SECONDS_PER_DAY + secondOfDay();
    }

    /** The order of what the clocks show. */
    int compareClocks(PyDateTime t) {
        int order = compareDays(t);
        if (order == 0) {
            order = Integer.compare(secondOfDay(), t.secondOfDay());
        }
        return order == 0 ? Integer.compare(microsecond, t.microsecond) : order;
    }

    PyTimeDelta offset(Execution x) {
        return PyTzInfo.offset(x, zone, this);
    }

    @Override
    byte[] state() {
        return new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) month,
            (byte) day,
            (byte) hour,
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }

    /** The hash of the instant; asks the zone. */
    PyObject hash(Execution x) {
        if (hash == null) {
            PyTimeDelta offset = (fold == 0 ? this : with(type(), zone, 0)).offset(x);
            hash = offset == null
                    ? hashOf(state())
                    : PyTimeDelta.of(ordinal(), secondOfDay(), microsecond)
                            .minus(offset)
                            .hash();
        }
        return hash;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(zone, visitor);
    }
}
