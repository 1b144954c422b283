package org.picklejar.tasklets;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Tracing;
import org.picklejar.interp.TraceFunctions;

/** {@code tasklet.trace_function} and {@code profile_function}: what sys.settrace and sys.setprofile are for the tasklet that runs. */
final class TaskletTracing {
    private TaskletTracing() {}

    static PyObject traceFunction(Tasklet t) {
        Tracing tracing = t.tracing();
        return tracing == null || tracing.traceFunction == null ? PySingleton.NONE : tracing.traceFunction;
    }

    static PyObject profileFunction(Tasklet t) {
        Tracing tracing = t.tracing();
        return tracing == null || tracing.profileFunction == null ? PySingleton.NONE : tracing.profileFunction;
    }

    /** Frames that it has already are traced when they have a trace function of their own. */
    static void setTrace(Execution x, Tasklet t, PyObject v) {
        check(x, t, "trace");
        PyObject function = v == null ? PySingleton.NONE : v;
        if (t.isCurrent()) {
            TraceFunctions.setTrace(x, function);
        } else {
            TraceFunctions.setTrace(suspended(t), t.top, function);
        }
    }

    static void setProfile(Execution x, Tasklet t, PyObject v) {
        check(x, t, "profile");
        PyObject function = v == null ? PySingleton.NONE : v;
        if (t.isCurrent()) {
            TraceFunctions.setProfile(x, function);
        } else {
            TraceFunctions.setProfile(suspended(t), t.top, function);
        }
    }

    /** The functions of a tasklet from a pickle; each may be None. */
    static void restore(Execution x, Tasklet t, PyObject profile, PyObject trace) {
        if (!t.isAlive() || profile == PySingleton.NONE && trace == PySingleton.NONE) {
            return;
        }
        setProfile(x, t, profile);
        setTrace(x, t, trace);
    }

    private static void check(Execution x, Tasklet t, String what) {
        if (!t.isAlive()) {
            throw Errors.runtimeError("tasklet is not alive");
        }
        if (t.isCurrent() && t.scheduler().execution != x) {
            throw Errors.runtimeError("You cannot set the %s function of the current tasklet of another thread", what);
        }
    }

    private static Tracing suspended(Tasklet t) {
        if (t.tracing == null) {
            t.tracing = new Tracing();
        }
        return t.tracing;
    }
}
