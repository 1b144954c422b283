package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Ints;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.Gregorian;

/** The table of datetime. */
final class DateTimeType {
    private static final PyStr SPACE = PyStr.of(" ");
    private static final String FIELDS =
            "year=<unset>, month=<unset>, day=<unset>, hour=<unset>, minute=<unset>, second=<unset>, "
                    + "microsecond=<unset>, tzinfo=<unset>, ";

    private DateTimeType() {}

    static void define(TypeBuilder<PyDateTime> b) {
        b.doc("datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
                        + "The year, month and day arguments are required. tzinfo may be None, or an\n"
                        + "instance of a tzinfo subclass. The remaining arguments may be ints.\n")
                .constructor(
                        "datetime(cls, year=<unset>, month=<unset>, day=<unset>, hour=0, minute=0, second=0, microsecond=0, "
                                + "tzinfo=None, *, fold=0)",
                        DateTimeConstruction::make)
                .arithmetic(Slot.ADD, DateTimeArithmetic::add)
                .rawBinaryTail(Slot.SUB, DateTimeArithmetic::subtract)
                .rawBinaryTail(Slot.RSUB, (x, t, o) -> DateTimeArithmetic.subtract(x, o, t))
                .comparisonsTail(DateTimeArithmetic::compare)
                .unaryTail(Slot.HASH, (x, t) -> t.hash(x))
                .unaryTail(Slot.REPR, DateTimeType::repr)
                .unaryTail(Slot.STR, (x, t) -> MethodCall.call(x, t, "isoformat", SPACE))
                .getter("hour", t -> PyInt.of(t.hour))
                .getter("minute", t -> PyInt.of(t.minute))
                .getter("second", t -> PyInt.of(t.second))
                .getter("microsecond", t -> PyInt.of(t.microsecond))
                .getter("tzinfo", t -> PyTzInfo.orNone(t.zone))
                .getter("fold", t -> PyInt.of(t.fold))
                .constant("min", PyDateTime.of(Gregorian.MIN_YEAR, 1, 1, 0, 0, 0, 0, null, 0))
                .constant("max", PyDateTime.of(Gregorian.MAX_YEAR, 12, 31, 23, 59, 59, 999_999, null, 0))
                .constant("resolution", PyTimeDelta.of(0, 0, 1));
        classMethods(b);
        parts(b);
        methods(b);
    }

    private static void classMethods(TypeBuilder<PyDateTime> b) {
        b.classMethod(
                        "now(cls, /, tz=None) -- Returns new datetime object representing current time local to tz.\n\n"
                                + "  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone.",
                        (x, cls, a) -> DateTimeConstruction.now(x, cls, a[1]))
                .classMethod(
                        "utcnow(cls, /) -- Return a new datetime representing UTC day and time.",
                        (x, cls, a) -> DateTimeConstruction.utcNow(x, cls))
                .classMethod(
                        "fromtimestamp(cls, /, timestamp, tz=None) -- timestamp[, tz] -> tz's local time from POSIX timestamp.",
                        (x, cls, a) -> DateTimeConstruction.fromTimestamp(x, cls, a[1], a[2]))
                .classMethod(
                        "utcfromtimestamp(cls, timestamp, /) -- Construct a naive UTC datetime from a POSIX timestamp.",
                        (x, cls, a) -> DateTimeConstruction.utcFromTimestamp(x, cls, a[1]))
                .classMethod(
                        "strptime(cls, date_string, format, /) -- string, format -> new datetime parsed from a string "
                                + "(like time.strptime()).",
                        (x, cls, a) -> DateTimeConstruction.strptime(x, cls, a[1], a[2]))
                .classMethod(
                        "combine(cls, /, date, time, tzinfo=<unset>) -- date, time -> datetime with same date and time fields",
                        (x, cls, a) -> DateTimeConstruction.combine(x, cls, a[1], a[2], a[3]))
                .classMethod(
                        "fromisoformat(cls, date_string, /) -- string -> datetime from a string in most ISO 8601 formats",
                        (x, cls, a) -> DateTimeConstruction.fromIsoFormat(x, cls, a[1]));
    }

    private static void parts(TypeBuilder<PyDateTime> b) {
        b.method(
                        "date(self, /) -- Return date object with same year, month and day.",
                        t -> new PyDate(PyDate.TYPE, t.year, t.month, t.day))
                .method(
                        "time(self, /) -- Return time object with same time but with tzinfo=None.",
                        t -> new PyTime(PyTime.TYPE, t.hour, t.minute, t.second, t.microsecond, null, t.fold))
                .method(
                        "timetz(self, /) -- Return time object with same time and tzinfo.",
                        t -> new PyTime(PyTime.TYPE, t.hour, t.minute, t.second, t.microsecond, t.zone, t.fold))
                .tail("timetuple(self, /) -- Return time tuple, compatible with time.localtime().", (x, t) -> {
                    PyTimeDelta dst = PyTzInfo.dst(x, t.zone, t);
                    return TimeTuples.of(t, t.hour, t.minute, t.second, dst == null ? -1 : dst.isZero() ? 0 : 1);
                })
                .tail("utctimetuple(self, /) -- Return UTC time tuple, compatible with time.localtime().", (x, t) -> {
                    PyTimeDelta offset = t.offset(x);
                    PyDateTime utc = offset == null ? t : DateTimeArithmetic.shiftedNow(x, t, offset, -1);
                    return TimeTuples.of(utc, utc.hour, utc.minute, utc.second, 0);
                })
                .tail(
                        "utcoffset(self, /) -- Return self.tzinfo.utcoffset(self).",
                        (x, t) -> PyTzInfo.orNone(t.offset(x)))
                .tail(
                        "dst(self, /) -- Return self.tzinfo.dst(self).",
                        (x, t) -> PyTzInfo.orNone(PyTzInfo.dst(x, t.zone, t)))
                .tail("tzname(self, /) -- Return self.tzinfo.tzname(self).", (x, t) -> PyTzInfo.name(x, t.zone, t))
                .tail("timestamp(self, /) -- Return POSIX timestamp as float.", DateTimeType::timestamp);
    }

    private static void methods(TypeBuilder<PyDateTime> b) {
        b.method("ctime(self, /) -- Return ctime() style string.", t -> IsoText.ctime(t, t.hour, t.minute, t.second))
                .tail(
                        "isoformat(self, /, sep=<unset>, timespec=<unset>) -- [sep] -> string in ISO 8601 format, "
                                + "YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n"
                                + "sep is used to separate the year from the time, and defaults to 'T'.\n"
                                + "The optional argument timespec specifies the number of additional terms\n"
                                + "of the time to include. Valid options are 'auto', 'hours', 'minutes',\n"
                                + "'seconds', 'milliseconds' and 'microseconds'.\n",
                        DateTimeType::isoFormat)
                .tailN(
                        "replace(self, /, " + FIELDS + "*, fold=<unset>) -- Return datetime with new specified fields.",
                        DateTimeConstruction::replace)
                .tailN(
                        "__replace__(self, /, *, " + FIELDS + "fold=<unset>) -- The same as replace().",
                        DateTimeConstruction::replace)
                .tail(
                        "astimezone(self, /, tz=None) -- tz -> convert to local time in new timezone tz\n",
                        DateTimeType::asTimeZone)
                .tail(
                        "__reduce_ex__(self, proto, /) -- __reduce_ex__(proto) -> (cls, state)",
                        (x, t, protocol) -> reduce(t, Fields.integer(x, protocol)))
                .method("__reduce__(self, /) -- __reduce__() -> (cls, state)", t -> reduce(t, 2));
    }

    private static PyObject timestamp(Execution x, PyDateTime t) {
        if (t.zone == null) {
            return new PyFloat(LocalTime.instant(x, t) + t.microsecond / 1e6);
        }
        PyTimeDelta offset = t.offset(x);
        if (offset == null) {
            throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
        }
        PyTimeDelta shown = PyTimeDelta.of(t.ordinal() - Gregorian.EPOCH, t.secondOfDay(), t.microsecond);
        return Ints.trueDiv(shown.minus(offset).total(), PyInt.of(PyTimeDelta.MICROSECONDS));
    }

    private static PyObject asTimeZone(Execution x, PyDateTime t, PyObject tz) {
        PyTzInfo target = PyTzInfo.argument(tz);
        if (t.zone != null && t.zone == target) {
            return t;
        }
        PyTimeDelta offset = t.offset(x);
        if (offset == null) {
            offset = LocalTime.zoneAt(x, LocalTime.instant(x, t)).offset;
        }
        PyDateTime utc = DateTimeArithmetic.shiftedNow(x, t, offset, -1);
        if (utc.zone == null) {
            utc = utc.with(utc.type(), PyTimeZone.UTC, utc.fold);
        }
        utc.zone = target == null ? LocalTime.zoneAt(x, utc.clock()) : target;
        return utc.zone.fromUtc(x, utc);
    }

    // ---- text

    private static PyObject isoFormat(Execution x, PyDateTime t, PyObject separator, PyObject timespec) {
        String between = "T";
        if (separator != null) {
            if (!(Values.payload(separator) instanceof PyStr s) || s.length() != 1) {
                throw Errors.typeError(
                        "isoformat() argument 1 must be a unicode character, not %s", Fields.nameOf(separator));
            }
            between = s.toString();
        }
        String spec =
                timespec == null ? null : Fields.text(timespec, "isoformat", 2).toString();
        StringBuilder out = new StringBuilder(32);
        Digits.date(out, t);
        out.append(between);
        if (!Digits.clock(out, spec, t.hour, t.minute, t.second, t.microsecond)) {
            throw Errors.valueError("Unknown timespec value");
        }
        PyTimeDelta offset = t.offset(x);
        if (offset != null) {
            Digits.offset(out, offset, ":");
        }
        return PyStr.of(out.toString());
    }

    private static PyObject repr(Execution x, PyDateTime t) {
        StringBuilder out = new StringBuilder(t.type().nameWithModule()).append('(');
        for (int field : new int[] {t.year, t.month, t.day, t.hour}) {
            out.append(field).append(", ");
        }
        out.append(t.minute);
        TimeType.reprOfSeconds(out, t.second, t.microsecond);
        out.append(t.fold == 1 ? ", fold=1" : "");
        if (t.zone != null) {
            out.append(", tzinfo=").append(Text.reprNow(x, t.zone));
        }
        return PyStr.of(out.append(')').toString());
    }

    private static PyObject reduce(PyDateTime t, int protocol) {
        byte[] state = t.state();
        if (t.fold == 1 && protocol >= TimeType.PROTOCOL_OF_FOLD) {
            state[2] |= (byte) 0x80;
        }
        return TimeType.reduced(t, state, t.zone);
    }
}
