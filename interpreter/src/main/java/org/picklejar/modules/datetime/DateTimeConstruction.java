package org.picklejar.modules.datetime;

import java.time.Instant;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.modules.Warnings;
import org.picklejar.ops.Finish;
import org.picklejar.text.Gregorian;
import org.picklejar.text.IsoTimestamp;

/** What makes datetimes. */
final class DateTimeConstruction {
    private static final int STATE = 10;

    private DateTimeConstruction() {}

    static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (a[1] != null && a[3] == null) {
            byte[] s = Fields.state(a[1], STATE, m -> Fields.isMonth(m & 0x7f), 2, "a datetime");
            if (s != null) {
                return new PyDateTime(
                        cls,
                        (s[0] & 0xff) << 8 | s[1] & 0xff,
                        s[2] & 0x7f,
                        s[3] & 0xff,
                        s[4] & 0xff,
                        s[5] & 0xff,
                        s[6] & 0xff,
                        Fields.microseconds(s, 7),
                        Fields.stateZone(a[2]),
                        s[2] < 0 ? 1 : 0);
            }
        }
        int year = Fields.integer(x, Fields.required(a[1], "year", 1));
        int month = Fields.integer(x, Fields.required(a[2], "month", 2));
        int day = Fields.integer(x, Fields.required(a[3], "day", 3));
        int hour = Fields.integer(x, a[4]);
        int minute = Fields.integer(x, a[5]);
        int second = Fields.integer(x, a[6]);
        int microsecond = Fields.integer(x, a[7]);
        int fold = Fields.integer(x, a[9]);
        Fields.checkDate(year, month, day);
        Fields.checkTime(hour, minute, second, microsecond, fold);
        PyTzInfo zone = PyTzInfo.argument(a[8]);
        return new PyDateTime(cls, year, month, day, hour, minute, second, microsecond, zone, fold);
    }

    // ---- from instants

    static PyObject now(Execution x, PyType cls, PyObject zone) {
        return ofInstant(x, cls, now(), PyTzInfo.argument(zone));
    }

    private static Timestamp now() {
        Instant i = Instant.now();
        return new Timestamp(i.getEpochSecond(), i.getNano() / 1000);
    }

    static PyObject fromTimestamp(Execution x, PyType cls, PyObject timestamp, PyObject zone) {
        PyTzInfo z = PyTzInfo.argument(zone);
        return ofInstant(x, cls, Timestamp.of(x, timestamp), z);
    }

    /** In a zone, or in that of this place when it is null. */
    private static PyObject ofInstant(Execution x, PyType cls, Timestamp t, PyTzInfo zone) {
        if (zone == null) {
            long clock = LocalTime.atLocalZone(x, t.seconds());
            return ofClock(x, cls, clock, t.microseconds(), null, LocalTime.fold(x, t.seconds()));
        }
        PyObject utc =
                cls == PyDateTime.TYPE ? inUtc(x, cls, t, zone) : MethodCall.now(x, () -> inUtc(x, cls, t, zone));
        return zone instanceof PyTimeZone z ? z.fromUtc(x, utc) : MethodCall.call(x, zone, "fromutc", utc);
    }

    private static PyObject inUtc(Execution x, PyType cls, Timestamp t, PyTzInfo zone) {
        return ofClock(x, cls, LocalTime.inYears(t.seconds()), t.microseconds(), zone, 0);
    }

    private static PyObject ofClock(Execution x, PyType cls, long clock, int microsecond, PyTzInfo zone, int fold) {
        int inDay = LocalTime.secondOfDay(clock);
        return PyDateTime.of(
                x,
                cls,
                LocalTime.dayOf(clock),
                inDay / 3600,
                inDay / 60 % 60,
                inDay % 60,
                microsecond,
                PyTzInfo.orNone(zone),
                fold);
    }

    static PyObject utcNow(Execution x, PyType cls) {
        Warnings.deprecated(
                x,
                "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
                        + "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).");
        return inUtc(x, cls, now(), null);
    }

    static PyObject utcFromTimestamp(Execution x, PyType cls, PyObject timestamp) {
        Warnings.deprecated(
                x,
                "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. "
                        + "Use timezone-aware objects to represent datetimes in UTC: "
                        + "datetime.datetime.fromtimestamp(timestamp, datetime.UTC).");
        return inUtc(x, cls, Timestamp.of(x, timestamp), null);
    }

    // ---- from texts and parts

    static PyObject fromIsoFormat(Execution x, PyType cls, PyObject text) {
        byte[] utf8 = IsoText.utf8OfDateTime(text);
        IsoTimestamp t = utf8 == null ? null : IsoTimestamp.dateTime(utf8);
        if (t == null) {
            throw IsoText.invalid(x, text);
        }
        PyObject zone = PyTzInfo.orNone(IsoText.zone(x, t));
        Gregorian.Day day = new Gregorian.Day(t.year, t.month, t.day);
        return PyDateTime.of(x, cls, day, t.hour, t.minute, t.second, t.microsecond, zone, 0);
    }

    /** The module _strptime is the library's, in Python. */
    static PyObject strptime(Execution x, PyType cls, PyObject string, PyObject format) {
        PyTuple args = PyTuple.of(cls, Fields.text(string, "strptime", 1), Fields.text(format, "strptime", 2));
        Frame caller = x.top;
        PyObject parse = Imports.attribute(x, "_strptime", "_strptime_datetime");
        return Finish.CALL_RESULT.on(x, caller, parse, args, PySingleton.NONE);
    }

    /** @param zone null: that of the time */
    static PyObject combine(Execution x, PyType cls, PyObject date, PyObject time, PyObject zone) {
        if (!(date instanceof PyDate d)) {
            throw Errors.typeError("combine() argument 1 must be datetime.date, not %s", Fields.nameOf(date));
        }
        if (!(time instanceof PyTime t)) {
            throw Errors.typeError("combine() argument 2 must be datetime.time, not %s", Fields.nameOf(time));
        }
        PyObject z = zone == null ? PyTzInfo.orNone(t.zone) : zone;
        Gregorian.Day day = new Gregorian.Day(d.year, d.month, d.day);
        return PyDateTime.of(x, cls, day, t.hour, t.minute, t.second, t.microsecond, z, t.fold);
    }

    static PyObject replace(Execution x, PyDateTime t, PyObject[] a) {
        int year = Fields.replaced(x, a[1], t.year);
        int month = Fields.replaced(x, a[2], t.month);
        int day = Fields.replaced(x, a[3], t.day);
        int hour = Fields.replaced(x, a[4], t.hour);
        int minute = Fields.replaced(x, a[5], t.minute);
        int second = Fields.replaced(x, a[6], t.second);
        int microsecond = Fields.replaced(x, a[7], t.microsecond);
        int fold = Fields.replaced(x, a[9], t.fold);
        PyObject zone = a[8] == null ? PyTzInfo.orNone(t.zone) : a[8];
        Gregorian.Day d = new Gregorian.Day(year, month, day);
        return PyDateTime.of(x, t.type(), d, hour, minute, second, microsecond, zone, fold);
    }
}
