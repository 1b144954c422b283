package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Attributes;

/** The table of tzinfo. */
final class TzInfoType {
    private static final PyStr INIT_ARGUMENTS = PyStr.of("__getinitargs__");

    private TzInfoType() {}

    static void define(TypeBuilder<PyTzInfo> b) {
        b.doc("Abstract base class for time zone info objects.")
                .constructor("tzinfo(cls, *args, **kwargs)", (x, cls, a) -> new PyTzInfo(cls))
                .method("tzname(self, dt, /) -- datetime -> string name of time zone.", (z, dt) -> {
                    throw missing("tzname");
                })
                .method(
                        "utcoffset(self, dt, /) -- datetime -> timedelta showing offset from UTC, negative values indicating West of UTC",
                        (z, dt) -> {
                            throw missing("utcoffset");
                        })
                .method("dst(self, dt, /) -- datetime -> DST offset as timedelta positive east of UTC.", (z, dt) -> {
                    throw missing("dst");
                })
                .tail("fromutc(self, dt, /) -- datetime in UTC -> datetime in local time.", TzInfoType::fromUtc)
                .tail("__reduce__(self, /) -- -> (cls, state)", TzInfoType::reduce);
    }

    private static PyException missing(String method) {
        return Errors.of(ExceptionTypes.NOT_IMPLEMENTED_ERROR, "a tzinfo subclass must implement %s()", method);
    }

    /** A time whose zone is this one, but which is in UTC. */
    static PyDateTime ofThisZone(PyTzInfo zone, PyObject o) {
        if (!(o instanceof PyDateTime d)) {
            throw Errors.typeError("fromutc: argument must be a datetime");
        }
        if (d.zone != zone) {
            throw Errors.valueError("fromutc: dt.tzinfo is not self");
        }
        return d;
    }

    private static PyObject fromUtc(Execution x, PyTzInfo zone, PyObject o) {
        PyDateTime d = ofThisZone(zone, o);
        PyTimeDelta offset = PyTzInfo.offset(x, d.zone, d);
        if (offset == null) {
            throw Errors.valueError("fromutc: non-None utcoffset() result required");
        }
        PyTimeDelta dst = PyTzInfo.dst(x, d.zone, d);
        if (dst == null) {
            throw Errors.valueError("fromutc: non-None dst() result required");
        }
        PyDateTime standard = DateTimeArithmetic.shiftedNow(x, d, offset.minus(dst), 1);
        PyTimeDelta again = PyTzInfo.dst(x, standard.zone, standard);
        if (again == null) {
            throw Errors.valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
        }
        return again.isZero() ? standard : DateTimeArithmetic.shifted(x, standard, again, 1);
    }

    private static PyObject reduce(Execution x, PyTzInfo zone) {
        PyObject arguments = Attributes.getNow(x, zone, INIT_ARGUMENTS);
        PyObject args = arguments == null ? PyTuple.EMPTY : MethodCall.callNow(x, arguments);
        PyObject state = MethodCall.now(x, zone, "__getstate__");
        return PyTuple.of(zone.type(), args, state);
    }
}
