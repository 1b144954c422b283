package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The table of timezone. */
final class TimeZoneType {
    private TimeZoneType() {}

    static void define(TypeBuilder<PyTimeZone> b) {
        b.doc("Fixed offset from UTC implementation of tzinfo.")
                .constructor("timezone(cls, offset, name=<unset>)", TimeZoneType::make)
                .comparisons((x, z, o, op) -> (op == Slot.EQ || op == Slot.NE) && o instanceof PyTimeZone other
                        ? PyBool.of((z.offset.compare(other.offset) == 0) == (op == Slot.EQ))
                        : PySingleton.NOT_IMPLEMENTED)
                .unary(Slot.HASH, z -> z.offset.hash())
                .unaryTail(Slot.REPR, TimeZoneType::repr)
                .unary(Slot.STR, PyTimeZone::name)
                .method(
                        "tzname(self, dt, /) -- If name is specified when timezone is created, returns the name.  "
                                + "Otherwise returns offset as 'UTC(+|-)HH:MM'.",
                        (z, dt) -> {
                            check(dt, "tzname");
                            return z.name();
                        })
                .method("utcoffset(self, dt, /) -- Return fixed offset.", (z, dt) -> {
                    check(dt, "utcoffset");
                    return z.offset;
                })
                .method("dst(self, dt, /) -- Return None.", (z, dt) -> {
                    check(dt, "dst");
                    return PySingleton.NONE;
                })
                .tail(
                        "fromutc(self, dt, /) -- datetime in UTC -> datetime in local time.",
                        (x, z, dt) -> z.fromUtc(x, dt))
                .method("__getinitargs__(self, /) -- pickle support", PyTimeZone::arguments)
                .constant("utc", PyTimeZone.UTC)
                // Whole minutes, as older versions had it, though the constructor takes more.
                .constant("min", new PyTimeZone(PyTimeDelta.of(0, -(24 * 60 - 1) * 60, 0), null))
                .constant("max", new PyTimeZone(PyTimeDelta.of(0, (24 * 60 - 1) * 60, 0), null));
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (!(a[1] instanceof PyTimeDelta offset)) {
            throw Errors.typeError("timezone() argument 1 must be datetime.timedelta, not %s", Fields.nameOf(a[1]));
        }
        if (a[2] != null && !(Values.payload(a[2]) instanceof PyStr)) {
            throw Errors.typeError("timezone() argument 2 must be str, not %s", Fields.nameOf(a[2]));
        }
        return PyTimeZone.of(x, offset, a[2]);
    }

    private static void check(PyObject time, String method) {
        if (time != PySingleton.NONE && !(time instanceof PyDateTime)) {
            throw Errors.typeError(
                    "%s(dt) argument must be a datetime instance or None, not %s",
                    method, time.type().nameWithModule());
        }
    }

    private static PyObject repr(Execution x, PyTimeZone z) {
        String type = z.type().nameWithModule();
        if (z == PyTimeZone.UTC) {
            return PyStr.of(type + ".utc");
        }
        StringBuilder out = new StringBuilder(type).append('(');
        String separator = "";
        for (PyObject o : z.arguments().items) {
            out.append(separator).append(Text.reprNow(x, o));
            separator = ", ";
        }
        return PyStr.of(out.append(')').toString());
    }
}
