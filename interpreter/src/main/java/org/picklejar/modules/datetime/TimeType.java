package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Text;
import org.picklejar.text.IsoTimestamp;

/** The table of time. */
final class TimeType {
    private static final int STATE = 6;
    /** From this protocol on a pickle holds the fold. */
    static final int PROTOCOL_OF_FOLD = 4;

    private TimeType() {}

    static void define(TypeBuilder<PyTime> b) {
        b.doc("time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
                        + "All arguments are optional. tzinfo may be None, or an instance of\n"
                        + "a tzinfo subclass. The remaining arguments may be ints.\n")
                .constructor(
                        "time(cls, hour=<unset>, minute=<unset>, second=0, microsecond=0, tzinfo=None, *, fold=0)",
                        TimeType::make)
                .comparisonsTail(TimeType::compare)
                .unaryTail(Slot.HASH, (x, t) -> t.hash(x))
                .unaryTail(Slot.REPR, TimeType::repr)
                .unaryTail(Slot.STR, (x, t) -> MethodCall.call(x, t, "isoformat"))
                .binaryTail(Slot.FORMAT, DateType::format)
                .getter("hour", t -> PyInt.of(t.hour))
                .getter("minute", t -> PyInt.of(t.minute))
                .getter("second", t -> PyInt.of(t.second))
                .getter("microsecond", t -> PyInt.of(t.microsecond))
                .getter("tzinfo", t -> PyTzInfo.orNone(t.zone))
                .getter("fold", t -> PyInt.of(t.fold))
                .classMethod(
                        "fromisoformat(cls, time_string, /) -- string -> time from a string in ISO 8601 format",
                        TimeType::fromIsoFormat)
                .tail(
                        "isoformat(self, /, timespec=<unset>) -- Return string in ISO 8601 format, "
                                + "[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\n"
                                + "The optional argument timespec specifies the number of additional terms\n"
                                + "of the time to include. Valid options are 'auto', 'hours', 'minutes',\n"
                                + "'seconds', 'milliseconds' and 'microseconds'.\n",
                        TimeType::isoFormat)
                .tail("strftime(self, /, format) -- format -> strftime() style string.", TimeType::strftime)
                .tail(
                        "utcoffset(self, /) -- Return self.tzinfo.utcoffset(self).",
                        (x, t) -> PyTzInfo.orNone(t.offset(x)))
                .tail(
                        "dst(self, /) -- Return self.tzinfo.dst(self).",
                        (x, t) -> PyTzInfo.orNone(PyTzInfo.dst(x, t.zone, PySingleton.NONE)))
                .tail(
                        "tzname(self, /) -- Return self.tzinfo.tzname(self).",
                        (x, t) -> PyTzInfo.name(x, t.zone, PySingleton.NONE))
                .tailN(
                        "replace(self, /, hour=<unset>, minute=<unset>, second=<unset>, microsecond=<unset>, tzinfo=<unset>, *, "
                                + "fold=<unset>) -- Return time with new specified fields.",
                        TimeType::replace)
                .tailN(
                        "__replace__(self, /, *, hour=<unset>, minute=<unset>, second=<unset>, microsecond=<unset>, tzinfo=<unset>, "
                                + "fold=<unset>) -- The same as replace().",
                        TimeType::replace)
                .tail(
                        "__reduce_ex__(self, proto, /) -- __reduce_ex__(proto) -> (cls, state)",
                        (x, t, protocol) -> reduce(t, Fields.integer(x, protocol)))
                .method("__reduce__(self, /) -- __reduce__() -> (cls, state)", t -> reduce(t, 2))
                .constant("min", new PyTime(PyTime.TYPE, 0, 0, 0, 0, null, 0))
                .constant("max", new PyTime(PyTime.TYPE, 23, 59, 59, 999_999, null, 0))
                .constant("resolution", PyTimeDelta.of(0, 0, 1));
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (a[1] != null) {
            byte[] s = Fields.state(a[1], STATE, h -> (h & 0x7f) < 24, 0, "a time");
            if (s != null) {
                PyTzInfo zone = Fields.stateZone(a[2]);
                return new PyTime(
                        cls, s[0] & 0x7f, s[1] & 0xff, s[2] & 0xff, Fields.microseconds(s, 3), zone, s[0] < 0 ? 1 : 0);
            }
        }
        int hour = a[1] == null ? 0 : Fields.integer(x, a[1]);
        int minute = a[2] == null ? 0 : Fields.integer(x, a[2]);
        int second = Fields.integer(x, a[3]);
        int microsecond = Fields.integer(x, a[4]);
        int fold = Fields.integer(x, a[6]);
        Fields.checkTime(hour, minute, second, microsecond, fold);
        return new PyTime(cls, hour, minute, second, microsecond, PyTzInfo.argument(a[5]), fold);
    }

    private static PyObject fromIsoFormat(Execution x, PyType cls, PyObject[] a) {
        byte[] utf8 = IsoText.utf8(a[1]);
        IsoTimestamp t = utf8 == null ? null : IsoTimestamp.time(utf8);
        if (t == null) {
            throw IsoText.invalid(x, a[1]);
        }
        PyObject zone = PyTzInfo.orNone(IsoText.zone(x, t));
        return PyTime.of(x, cls, t.hour, t.minute, t.second, t.microsecond, zone, 0);
    }

    private static PyObject replace(Execution x, PyTime t, PyObject[] a) {
        int hour = Fields.replaced(x, a[1], t.hour);
        int minute = Fields.replaced(x, a[2], t.minute);
        int second = Fields.replaced(x, a[3], t.second);
        int microsecond = Fields.replaced(x, a[4], t.microsecond);
        int fold = Fields.replaced(x, a[6], t.fold);
        PyObject zone = a[5] == null ? PyTzInfo.orNone(t.zone) : a[5];
        return PyTime.of(x, t.type(), hour, minute, second, microsecond, zone, fold);
    }

    private static PyObject compare(Execution x, PyTime t, PyObject o, Slot op) {
        if (!(o instanceof PyTime other)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (t.zone == other.zone) {
            return PyBool.of(Comparisons.holds(op, t.compareClocks(other)));
        }
        PyTimeDelta offset = t.offset(x);
        PyTimeDelta otherOffset = other.offset(x);
        if (PyTimeDelta.same(offset, otherOffset)) {
            return PyBool.of(Comparisons.holds(op, t.compareClocks(other)));
        }
        if (offset == null || otherOffset == null) {
            return differ(op, "can't compare offset-naive and offset-aware times");
        }
        int order = Integer.compare(secondsInUtc(t, offset), secondsInUtc(other, otherOffset));
        return PyBool.of(Comparisons.holds(op, order == 0 ? Integer.compare(t.microsecond, other.microsecond) : order));
    }

    /** What comes of comparing a naive value with one that has an offset. */
    static PyObject differ(Slot op, String message) {
        if (op == Slot.EQ || op == Slot.NE) {
            return PyBool.of(op == Slot.NE);
        }
        throw Errors.typeError(message);
    }

    private static int secondsInUtc(PyTime t, PyTimeDelta offset) {
        return t.secondOfDay() - offset.days * PyTimeDelta.SECONDS_PER_DAY - offset.seconds;
    }

    private static PyObject isoFormat(Execution x, PyTime t, PyObject timespec) {
        String spec =
                timespec == null ? null : Fields.text(timespec, "isoformat", 1).toString();
        StringBuilder out = new StringBuilder();
        if (!Digits.clock(out, spec, t.hour, t.minute, t.second, t.microsecond)) {
            throw Errors.valueError("Unknown timespec value");
        }
        PyTimeDelta offset = t.offset(x);
        if (offset != null) {
            Digits.offset(out, offset, ":");
        }
        return PyStr.of(out.toString());
    }

    /** The date is one that {@code time.strftime} takes. */
    private static PyObject strftime(Execution x, PyTime t, PyObject format) {
        PyObject tuple = PyTuple.of(
                PyInt.of(1900),
                PyInt.ONE,
                PyInt.ONE,
                PyInt.of(t.hour),
                PyInt.of(t.minute),
                PyInt.of(t.second),
                PyInt.ZERO,
                PyInt.ONE,
                PyInt.of(-1));
        return Strftime.format(x, Fields.text(format, "strftime", 1), tuple, t.zone, PySingleton.NONE, t.microsecond);
    }

    private static PyObject repr(Execution x, PyTime t) {
        StringBuilder out = new StringBuilder(t.type().nameWithModule()).append('(');
        out.append(t.hour).append(", ").append(t.minute);
        reprOfSeconds(out, t.second, t.microsecond);
        if (t.zone != null) {
            out.append(", tzinfo=").append(Text.reprNow(x, t.zone));
        }
        return PyStr.of(out.append(t.fold == 1 ? ", fold=1)" : ")").toString());
    }

    static void reprOfSeconds(StringBuilder out, int second, int microsecond) {
        if (second != 0 || microsecond != 0) {
            out.append(", ").append(second);
        }
        if (microsecond != 0) {
            out.append(", ").append(microsecond);
        }
    }

    private static PyObject reduce(PyTime t, int protocol) {
        byte[] state = t.state();
        if (t.fold == 1 && protocol >= PROTOCOL_OF_FOLD) {
            state[0] |= (byte) 0x80;
        }
        return reduced(t, state, t.zone);
    }

    static PyObject reduced(PyObject o, byte[] state, PyTzInfo zone) {
        PyBytes bytes = new PyBytes(state);
        return PyTuple.of(o.type(), zone == null ? PyTuple.of(bytes) : PyTuple.of(bytes, zone));
    }
}
