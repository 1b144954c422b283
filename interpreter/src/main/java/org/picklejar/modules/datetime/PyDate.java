package org.picklejar.modules.datetime;

import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.text.Gregorian;

/** A day of the proleptic Gregorian calendar. */
class PyDate extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("date", PyDate.class, PyType.OBJECT).inModule("datetime");

    /** 1 to 9999; a damaged pickle may give others. */
    final int year;

    final int month;
    final int day;
    /** The hash, once it was asked for. */
    PyInt hash;

    PyDate(PyType type, int year, int month, int day) {
        super(type);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** A date of a class, whose constructor is called when it is a program's, as the last act of the caller (CPython: new_date_subclass_ex). */
    static PyObject of(Execution x, PyType type, int year, int month, int day) {
        if (type == TYPE) {
            Fields.checkDate(year, month, day);
            return new PyDate(TYPE, year, month, day);
        }
        if (type == PyDateTime.TYPE) {
            return PyDateTime.of(year, month, day, 0, 0, 0, 0, null, 0);
        }
        return x.call(type, PyInt.of(year), PyInt.of(month), PyInt.of(day));
    }

    static PyObject of(Execution x, PyType type, Gregorian.Day d) {
        return of(x, type, d.year(), d.month(), d.day());
    }

    final int ordinal() {
        return Gregorian.ordinal(year, month, day);
    }

    final int weekday() {
        return Gregorian.weekday(ordinal());
    }

    /** The order of the days alone. */
    final int compareDays(PyDate d) {
        int order = Integer.compare(year, d.year);
        if (order == 0) {
            order = Integer.compare(month, d.month);
        }
        return order == 0 ? Integer.compare(day, d.day) : order;
    }

    /** What a pickle holds: CPython's layout in memory. */
    byte[] state() {
        return new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day};
    }

    /** The hash of a date. */
    final PyObject hash() {
        if (hash == null) {
            hash = hashOf(state());
        }
        return hash;
    }

    static PyInt hashOf(byte[] state) {
        return PyInt.of(Keys.plainHash(new PyBytes(state)));
    }
}
