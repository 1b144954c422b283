package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Values;

/** A time zone: what it says of a time are methods, mostly of a program's class. */
class PyTzInfo extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("tzinfo", PyTzInfo.class, PyType.OBJECT).inModule("datetime");

    PyTzInfo(PyType type) {
        super(type);
    }

    /** An argument {@code tzinfo}: null for None. */
    static PyTzInfo argument(PyObject o) {
        if (o == PySingleton.NONE) {
            return null;
        }
        if (o instanceof PyTzInfo z) {
            return z;
        }
        throw Errors.typeError(
                "tzinfo argument must be None or of a tzinfo subclass, not type '%s'",
                o.type().nameWithModule());
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    // ---- what a zone says; it is called now, so who asks begins again

    /**
     * The offset from UTC of a time in a zone.
     *
     * @param zone null for none
     * @param time the argument of the method: a datetime, or None
     * @return null when there is none
     */
    static PyTimeDelta offset(Execution x, PyTzInfo zone, PyObject time) {
        if (zone == null) {
            return null;
        }
        return zone instanceof PyTimeZone z ? z.offset : delta(x, zone, "utcoffset", time);
    }

    /** As {@link #offset}, of summer time. */
    static PyTimeDelta dst(Execution x, PyTzInfo zone, PyObject time) {
        return zone == null || zone instanceof PyTimeZone ? null : delta(x, zone, "dst", time);
    }

    private static PyTimeDelta delta(Execution x, PyTzInfo zone, String method, PyObject time) {
        PyObject o = MethodCall.now(x, zone, method, time);
        if (o == PySingleton.NONE) {
            return null;
        }
        if (!(o instanceof PyTimeDelta d)) {
            throw Errors.typeError(
                    "tzinfo.%s() must return None or timedelta, not '%s'",
                    method, o.type().nameWithModule());
        }
        if (!d.isOffset()) {
            throw Errors.valueError(
                    "offset must be a timedelta strictly between" + " -timedelta(hours=24) and timedelta(hours=24).");
        }
        return d;
    }

    /** The name of a zone at a time: a str, or None. */
    static PyObject name(Execution x, PyTzInfo zone, PyObject time) {
        if (zone == null) {
            return PySingleton.NONE;
        }
        if (zone instanceof PyTimeZone z) {
            return z.name();
        }
        PyObject o = MethodCall.now(x, zone, "tzname", time);
        if (o == PySingleton.NONE || Values.payload(o) instanceof PyStr) {
            return o;
        }
        throw Errors.typeError(
                "tzinfo.tzname() must return None or a string, not '%s'",
                o.type().nameWithModule());
    }

    /** The time in this zone, as the last act of the caller. */
    PyObject fromUtc(Execution x, PyObject time) {
        return MethodCall.call(x, this, "fromutc", time);
    }
}
