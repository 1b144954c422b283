package org.picklejar.tasklets;

import java.util.function.Predicate;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Tracing;
import org.picklejar.interp.FrameSteps;
import org.picklejar.interp.Observers;
import org.picklejar.interp.PythonFrame;

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
        PyObject function = v == null || v == PySingleton.NONE ? null : v;
        changeable(x, t, "trace").traceFunction = function;
        observe(x, t, f -> function != null && f.trace != null);
    }

    static void setProfile(Execution x, Tasklet t, PyObject v) {
        PyObject function = v == null || v == PySingleton.NONE ? null : v;
        changeable(x, t, "profile").profileFunction = function;
        observe(x, t, f -> function != null);
    }

    /** The functions of a tasklet from a pickle; each may be None. */
    static void restore(Execution x, Tasklet t, PyObject profile, PyObject trace) {
        if (!t.isAlive() || profile == PySingleton.NONE && trace == PySingleton.NONE) {
            return;
        }
        setProfile(x, t, profile);
        setTrace(x, t, trace);
    }

    private static Tracing changeable(Execution x, Tasklet t, String what) {
        if (!t.isAlive()) {
            throw Errors.runtimeError("tasklet is not alive");
        }
        if (!t.isCurrent()) {
            if (t.tracing == null) {
                t.tracing = new Tracing();
            }
            return t.tracing;
        }
        if (t.scheduler.execution != x) {
            throw Errors.runtimeError("You cannot set the %s function of the current tasklet of another thread", what);
        }
        return Observers.of(x);
    }

    private static void observe(Execution x, Tasklet t, Predicate<PythonFrame> chosen) {
        for (Frame f = t.frame(x); f != null; f = f.back) {
            if (f instanceof PythonFrame p && chosen.test(p)) {
                FrameSteps.observe(p);
            }
        }
        if (t.isCurrent()) {
            Observers.update(x);
        }
    }
}
