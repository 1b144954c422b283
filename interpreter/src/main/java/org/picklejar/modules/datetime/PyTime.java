package org.picklejar.modules.datetime;

import java.util.Arrays;
import java.util.function.Consumer;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** A time of a day. */
final class PyTime extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("time", PyTime.class, PyType.OBJECT).inModule("datetime");

    private static final PyTuple FOLD = PyTuple.of(PyStr.of("fold"));

    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    /** Null when it is naive. */
    final PyTzInfo zone;
    /** 1 for the second of two equal times, when the clock was put back. */
    final int fold;
    /** The hash, once it was asked for. */
    private PyInt hash;

    /** Does not check its arguments. */
    PyTime(PyType type, int hour, int minute, int second, int microsecond, PyTzInfo zone, int fold) {
        super(type);
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = microsecond;
        this.zone = zone;
        this.fold = fold;
    }

    /**
     * A time of a class, whose constructor is called when it is a program's, as the last act of the caller.
     *
     * @param zone a tzinfo or None
     */
    static PyObject of(
            Execution x, PyType type, int hour, int minute, int second, int microsecond, PyObject zone, int fold) {
        if (type == TYPE) {
            Fields.checkTime(hour, minute, second, microsecond, fold);
            return new PyTime(TYPE, hour, minute, second, microsecond, PyTzInfo.argument(zone), fold);
        }
        PyObject[] args = {
            PyInt.of(hour), PyInt.of(minute), PyInt.of(second), PyInt.of(microsecond), zone, PyInt.of(fold)
        };
        return callWithFold(x, type, args);
    }

    /** Calls a class, with the last argument by its name unless it is 0. */
    static PyObject callWithFold(Execution x, PyType type, PyObject[] args) {
        return args[args.length - 1] == PyInt.ZERO
                ? x.call(type, Arrays.copyOf(args, args.length - 1), null)
                : x.call(type, args, FOLD);
    }

    int secondOfDay() {
        return hour * 3600 + minute * 60 + second;
    }

    /** The order of what the clocks show. */
    int compareClocks(PyTime t) {
        int order = Integer.compare(secondOfDay(), t.secondOfDay());
        return order == 0 ? Integer.compare(microsecond, t.microsecond) : order;
    }

    PyTimeDelta offset(Execution x) {
        return PyTzInfo.offset(x, zone, PySingleton.NONE);
    }

    /** What a pickle holds: CPython's layout in memory. */
    byte[] state() {
        return new byte[] {
            (byte) hour,
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }

    PyObject hash(Execution x) {
        if (hash == null) {
            PyTime first = fold == 0 ? this : new PyTime(type(), hour, minute, second, microsecond, zone, 0);
            PyTimeDelta offset = first.offset(x);
            hash = offset == null
                    ? PyDate.hashOf(state())
                    : PyTimeDelta.of(0, secondOfDay(), microsecond)
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
