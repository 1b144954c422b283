package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Text;
import org.picklejar.text.Gregorian;
import org.picklejar.text.IsoTimestamp;

/** The table of date. */
final class DateType {
    private static final int STATE = 4;

    private DateType() {}

    static void define(TypeBuilder<PyDate> b) {
        b.doc("date(year, month, day) --> date object")
                .constructor("date(cls, year=<unset>, month=<unset>, day=<unset>)", DateType::make)
                .arithmetic(Slot.ADD, DateType::add)
                .rawBinary(Slot.SUB, DateType::subtract)
                .rawBinary(Slot.RSUB, (x, d, o) -> subtract(x, o, d))
                .comparisons((x, d, o, op) -> o instanceof PyDate e && !(o instanceof PyDateTime)
                        ? PyBool.of(Comparisons.holds(op, d.compareDays(e)))
                        : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.HASH, PyDate::hash)
                .unary(
                        Slot.REPR,
                        d -> PyStr.of(d.type().nameWithModule() + "(" + d.year + ", " + d.month + ", " + d.day + ")"))
                .unaryTail(
                        Slot.STR, (x, d) -> d.type() == PyDate.TYPE ? isoFormat(d) : MethodCall.call(x, d, "isoformat"))
                .binaryTail(Slot.FORMAT, DateType::format)
                .getter("year", d -> PyInt.of(d.year))
                .getter("month", d -> PyInt.of(d.month))
                .getter("day", d -> PyInt.of(d.day))
                .constant("min", new PyDate(PyDate.TYPE, Gregorian.MIN_YEAR, 1, 1))
                .constant("max", new PyDate(PyDate.TYPE, Gregorian.MAX_YEAR, 12, 31))
                .constant("resolution", PyTimeDelta.of(1, 0, 0));
        classMethods(b);
        methods(b);
    }

    private static void classMethods(TypeBuilder<PyDate> b) {
        b.classMethod(
                        "fromtimestamp(cls, timestamp, /) -- Create a date from a POSIX timestamp.\n\n"
                                + "The timestamp is a number, e.g. created via time.time(), that is interpreted\nas local time.",
                        (x, cls, a) -> {
                            long seconds = Timestamp.seconds(x, a[1]);
                            return PyDate.of(x, cls, LocalTime.dayOf(LocalTime.atLocalZone(x, seconds)));
                        })
                .classMethod(
                        "today(cls, /) -- Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).",
                        (x, cls, a) -> {
                            PyObject clock = MethodCall.now(x, () -> Imports.attribute(x, "time", "time"));
                            return MethodCall.call(x, cls, "fromtimestamp", MethodCall.callNow(x, clock));
                        })
                .classMethod(
                        "fromordinal(cls, ordinal, /) -- int -> date corresponding to a proleptic Gregorian ordinal.",
                        (x, cls, a) -> {
                            int ordinal = Fields.integer(x, a[1]);
                            if (ordinal < 1) {
                                throw Errors.valueError("ordinal must be >= 1");
                            }
                            return PyDate.of(x, cls, Gregorian.ofOrdinal(ordinal));
                        })
                .classMethod(
                        "fromisoformat(cls, date_string, /) -- str -> Construct a date from a string in ISO 8601 format.",
                        (x, cls, a) -> {
                            byte[] utf8 = IsoText.utf8(a[1]);
                            IsoTimestamp t = utf8 == null ? null : IsoTimestamp.date(utf8);
                            if (t == null) {
                                throw IsoText.invalid(x, a[1]);
                            }
                            return PyDate.of(x, cls, t.year, t.month, t.day);
                        })
                .classMethod(
                        "fromisocalendar(cls, year, week, day) -- int, int, int -> Construct a date from the ISO year, week number and "
                                + "weekday.\n\nThis is the inverse of the date.isocalendar() function",
                        DateType::fromIsoCalendar);
    }

    private static void methods(TypeBuilder<PyDate> b) {
        b.tailN(
                        "replace(self, /, year=<unset>, month=<unset>, day=<unset>) -- Return date with new specified fields.",
                        DateType::replace)
                .tailN(
                        "__replace__(self, /, *, year=<unset>, month=<unset>, day=<unset>) -- The same as replace().",
                        DateType::replace)
                .method("ctime(self, /) -- Return ctime() style string.", d -> IsoText.ctime(d, 0, 0, 0))
                .tail("strftime(self, /, format) -- format -> strftime() style string.", DateType::strftime)
                .method("isoformat(self, /) -- Return string in ISO 8601 format, YYYY-MM-DD.", DateType::isoFormat)
                .method(
                        "timetuple(self, /) -- Return time tuple, compatible with time.localtime().",
                        d -> TimeTuples.of(d, 0, 0, 0, -1))
                .method(
                        "toordinal(self, /) -- Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.",
                        d -> PyInt.of(d.ordinal()))
                .method(
                        "weekday(self, /) -- Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6",
                        d -> PyInt.of(d.weekday()))
                .method(
                        "isoweekday(self, /) -- Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7",
                        d -> PyInt.of(d.weekday() + 1))
                .method(
                        "isocalendar(self, /) -- Return a named tuple containing ISO year, week number, and weekday.",
                        IsoCalendarDate::of)
                .method(
                        "__reduce__(self, /) -- __reduce__() -> (cls, state)",
                        d -> PyTuple.of(d.type(), PyTuple.of(new PyBytes(d.state()))));
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (a[2] == null && a[1] != null) {
            byte[] s = Fields.state(a[1], STATE, Fields::isMonth, 2, "a date");
            if (s != null) {
                return new PyDate(cls, (s[0] & 0xff) << 8 | s[1] & 0xff, s[2], s[3] & 0xff);
            }
        }
        int year = Fields.integer(x, Fields.required(a[1], "year", 1));
        int month = Fields.integer(x, Fields.required(a[2], "month", 2));
        int day = Fields.integer(x, Fields.required(a[3], "day", 3));
        Fields.checkDate(year, month, day);
        return new PyDate(cls, year, month, day);
    }

    private static PyObject fromIsoCalendar(Execution x, PyType cls, PyObject[] a) {
        int year;
        int week;
        int day;
        try {
            year = Fields.integer(x, a[1]);
            week = Fields.integer(x, a[2]);
            day = Fields.integer(x, a[3]);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.OVERFLOW_ERROR) ? Errors.valueError("ISO calendar component out of range") : e;
        }
        if (year < Gregorian.MIN_YEAR || year > Gregorian.MAX_YEAR) {
            throw Errors.valueError("Year is out of range: %d", year);
        }
        if (!Gregorian.hasWeek(year, week)) {
            throw Errors.valueError("Invalid week: %d", week);
        }
        if (day < 1 || day > 7) {
            throw Errors.valueError("Invalid day: %d (range is [1, 7])", day);
        }
        return PyDate.of(x, cls, Gregorian.ofWeek(year, week, day));
    }

    private static PyObject replace(Execution x, PyDate d, PyObject[] a) {
        int year = Fields.replaced(x, a[1], d.year);
        int month = Fields.replaced(x, a[2], d.month);
        int day = Fields.replaced(x, a[3], d.day);
        return PyDate.of(x, d.type(), year, month, day);
    }

    // ---- arithmetic

    private static PyObject add(Execution x, PyObject left, PyObject right) {
        if (left instanceof PyDateTime || right instanceof PyDateTime) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (left instanceof PyDate d) {
            return right instanceof PyTimeDelta t ? shifted(x, d, t.days) : PySingleton.NOT_IMPLEMENTED;
        }
        return left instanceof PyTimeDelta t ? shifted(x, (PyDate) right, t.days) : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject subtract(Execution x, PyObject left, PyObject right) {
        if (left instanceof PyDateTime || right instanceof PyDateTime || !(left instanceof PyDate d)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (right instanceof PyDate e) {
            return PyTimeDelta.of(d.ordinal() - e.ordinal(), 0, 0);
        }
        return right instanceof PyTimeDelta t ? shifted(x, d, -t.days) : PySingleton.NOT_IMPLEMENTED;
    }

    private static PyObject shifted(Execution x, PyDate d, int days) {
        return PyDate.of(x, d.type(), dayWithin((long) d.ordinal() + days));
    }

    /** The day of a number; OverflowError when it is in no year that there is. */
    static Gregorian.Day dayWithin(long ordinal) {
        if (ordinal < 1 || ordinal > Gregorian.MAX_ORDINAL) {
            throw Errors.overflowError("date value out of range");
        }
        return Gregorian.ofOrdinal(ordinal);
    }

    // ---- text

    private static PyObject isoFormat(PyDate d) {
        StringBuilder out = new StringBuilder(10);
        Digits.date(out, d);
        return PyStr.of(out.toString());
    }

    private static PyObject strftime(Execution x, PyDate d, PyObject format) {
        PyStr text = Fields.text(format, "strftime", 1);
        PyObject tuple = MethodCall.now(x, d, "timetuple");
        return d instanceof PyDateTime t
                ? Strftime.format(x, text, tuple, t.zone, t, t.microsecond)
                : Strftime.format(x, text, tuple, null, d, 0);
    }

    /** {@code __format__} of dates and times. */
    static PyObject format(Execution x, PyObject o, PyObject spec) {
        PyStr text = Fields.text(spec, "__format__", 1);
        return text.length() == 0 ? Text.str(x, o) : MethodCall.call(x, o, "strftime", spec);
    }
}
