package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import java.util.function.Predicate;
import org.picklejar.core.Event;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.Tracing;
import org.picklejar.ops.Finish;
import org.picklejar.ops.FinishFrame;

/**
 * Who is told the events of running code: the tools of {@code sys.monitoring} and the trace and profile functions of the running
 * tasklet. While one of them runs, nothing is told.
 */
public final class Observers {
    private Observers() {}

    /** Tells an event of a frame. The arguments are as those of the callbacks of {@code sys.monitoring}; null when there are none. */
    static void tell(Execution x, PythonFrame f, Event e, int at, PyObject a, PyObject b) {
        if (x.tracing != null && x.tracing.telling != null) {
            return;
        }
        Monitoring tools = Monitoring.of(x.machine);
        if (tools.isActive()) {
            tools.tell(x, f.code, e, at, a, b);
        }
        if (x.tracing != null) {
            TraceFunctions.tell(x, f, e, at, a, b);
        }
    }

    /** Calls an observer, and waits for it. */
    static PyObject call(Execution x, Event e, PyObject observer, PyObject... args) {
        Tracing t = of(x);
        t.telling = e;
        x.watch(false);
        try {
            return x.awaitNested(() -> x.call(observer, args, null));
        } finally {
            t.telling = null;
            update(x);
        }
    }

    /** The tracing of what runs, made when it is first needed. */
    public static Tracing of(Execution x) {
        if (x.tracing == null) {
            x.tracing = new Tracing();
        }
        return x.tracing;
    }

    /** Whether a frame that was just entered is to be observed on. */
    static boolean want(Execution x, PythonFrame f) {
        Tracing t = x.tracing;
        return t != null && (t.profileFunction != null || t.traceFunction != null && f.trace != null)
                || Monitoring.of(x.machine).isActive();
    }

    /** Whether calls of builtins are told to anybody. */
    static boolean wantCalls(Execution x) {
        return x.tracing != null && x.tracing.profileFunction != null
                || Monitoring.of(x.machine).isActive();
    }

    /** To be called when observers or the running tasklet have changed. */
    public static void update(Execution x) {
        Tracing t = x.tracing;
        x.watch((t == null || t.telling == null)
                && (t != null && t.isActive() || Monitoring.of(x.machine).isActive()));
    }

    /** Observes frames that have begun: the chosen ones from {@code top} on. */
    public static void observe(Frame top, Predicate<PythonFrame> chosen) {
        for (Frame f = top; f != null; f = f.back) {
            if (f instanceof PythonFrame p && chosen.test(p)) {
                FrameSteps.observe(p);
            }
        }
    }

    /**
     * The result of a builtin that has changed who observes: the code that called it goes on when the trampoline has looked at its
     * frame again.
     *
     * @return PENDING, for None
     */
    public static PyObject changed(Execution x) {
        x.push(new FinishFrame(Finish.RETURN_A, PySingleton.NONE, null));
        return PENDING;
    }
}
