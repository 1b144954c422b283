package org.picklejar.tasklets;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/**
 * What beside a partner makes a blocked tasklet go on.
 *
 * @param deadline when its time is over, as {@link System#nanoTime}; null when it has no limit
 * @param interests the descriptors that it waits for (fd: events, as in {@code select.poll}); null when it waits for none
 */
record Outside(Long deadline, PyDict interests) {
    private static final double MOST_SECONDS = 9e9;
    private static final double NANOS = 1e9;

    /** What waits for so many nanoseconds (null: without a limit) and such descriptors; null for nothing of both. */
    static Outside of(Long nanos, PyDict interests) {
        return nanos == null && interests == null
                ? null
                : new Outside(nanos == null ? null : System.nanoTime() + nanos, interests);
    }

    /** Whether the running tasklet of a thread can be blocked while others run. Where not, the thread has to wait. */
    static boolean mayWait(Scheduler s) {
        return !s.current.blockTrap && !s.current.atomic && s.switchTrap == 0 && !s.inChannelCallback;
    }

    /**
     * The running tasklet waits for descriptors or some time, and gives way in any case.
     *
     * @param interests fd: events
     * @param nanos for how long at most; null without a limit
     * @return a list of (fd, events) that are ready; empty when the time is over; or PENDING
     */
    static PyObject await(Execution x, PyDict interests, Long nanos) {
        PyList ready = x.machine.descriptors.ready(interests);
        return ready.size > 0 || nanos != null && nanos == 0
                ? Scheduler.of(x).schedule(x, ready)
                : Rendezvous.withOutside(x, of(nanos, interests));
    }

    boolean isLimited() {
        return deadline != null;
    }

    /** In how many nanoseconds the time is over; at least 0. */
    long remaining() {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** For each tasklet that waits for a limited time: (tasklet, nanoseconds left), all as of one moment, so that their order is kept. */
    static PyList timeLeft(PyList tasklets) {
        long now = System.nanoTime();
        PyList out = new PyList();
        for (PyObject o : tasklets.toArray()) {
            Tasklet t = (Tasklet) o;
            if (t.outside != null && t.outside.isLimited()) {
                out.append(PyTuple.of(t, PyInt.of(t.outside.deadline - now)));
            }
        }
        return out;
    }

    /** Takes what {@link #timeLeft} gave elsewhere. */
    static void restoreTimeLeft(PyList pairs) {
        long now = System.nanoTime();
        for (PyObject o : pairs.toArray()) {
            PyTuple pair = (PyTuple) o;
            Tasklet t = (Tasklet) pair.get(0);
            t.setOutside(new Outside(now + ((PyInt) pair.get(1)).value, t.outside.interests));
        }
    }

    /**
     * The time that a program gives in seconds.
     *
     * @param seconds an int or float, or None
     * @return in nanoseconds; null for None and infinity
     */
    static Long nanos(PyObject seconds) {
        PyObject o = Values.payload(seconds);
        if (o == PySingleton.NONE) {
            return null;
        }
        double s;
        if (o instanceof PyFloat f) {
            s = f.value;
        } else if (o instanceof PyInteger i) {
            s = i.big().doubleValue();
        } else {
            throw Errors.typeError(
                    "timeout must be an int, a float or None, not %s",
                    seconds.type().name());
        }
        if (!(s >= 0)) {
            throw Errors.valueError("timeout must be non-negative");
        }
        if (Double.isInfinite(s) && o instanceof PyFloat) {
            return null;
        }
        if (s > MOST_SECONDS) {
            throw Errors.overflowError("timeout is too large");
        }
        return (long) Math.ceil(s * NANOS);
    }
}
