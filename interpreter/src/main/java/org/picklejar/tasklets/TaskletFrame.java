package org.picklejar.tasklets;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;

/**
 * The outermost frame of a tasklet: calls its function, and sees its end. It belongs to what runs, and does not refer to it: frames
 * are reachable from a parked Java stack, by which no tasklet may be kept.
 */
public final class TaskletFrame extends NativeFrame {
    private PyObject function;
    private PyTuple args;
    private PyDict keywords;
    private boolean started;
    /** The error handler is running. */
    private boolean handling;

    /** For unpickling. */
    public TaskletFrame() {}

    /** One whose function runs already. */
    static TaskletFrame started() {
        TaskletFrame f = new TaskletFrame();
        f.started = true;
        return f;
    }

    TaskletFrame(PyObject function, PyTuple args, PyDict keywords) {
        this.function = function;
        this.args = args;
        this.keywords = keywords;
    }

    /** Whether it is like one that {@link #started} gives. */
    boolean isOnlyStarted() {
        return started && !handling;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (!started) {
            started = true;
            PyObject[] all = args.items;
            PyTuple names = null;
            if (keywords != null && keywords.size() > 0) {
                PyObject[] values = keywords.valueArray();
                all = Arrays.copyOf(all, all.length + values.length);
                System.arraycopy(values, 0, all, all.length - values.length, values.length);
                names = PyTuple.of(keywords.keyArray());
            }
            PyObject callee = function;
            // They are not needed any more, and should not be pickled.
            function = null;
            args = null;
            keywords = null;
            PyObject r;
            try {
                r = x.call(callee, all, names);
            } catch (PyException e) {
                return raise(x, e);
            }
            if (r == Pending.PENDING) {
                return r;
            }
        }
        return Scheduler.of(x).end(x, null);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        Scheduler s = Scheduler.of(x);
        if (!started || handling || s.errorHandler() == null || Scheduler.isExit(e)) {
            return s.end(x, e);
        }
        handling = true;
        PyBaseException v = e.value;
        PyTraceback tb = v.traceback;
        PyObject r;
        try {
            r = x.call(s.errorHandler(), v.type(), v, tb == null ? PySingleton.NONE : tb);
        } catch (PyException e2) {
            return s.end(x, e2);
        }
        return r == Pending.PENDING ? r : s.end(x, null);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {function, args, keywords, PyBool.of(started), PyBool.of(handling)};
    }

    @Override
    public void restore(PyObject[] state) {
        function = state[0];
        args = (PyTuple) state[1];
        keywords = (PyDict) state[2];
        started = state[3] == PyBool.TRUE;
        handling = state[4] == PyBool.TRUE;
    }
}
