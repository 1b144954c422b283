package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.interp.Observers;
import org.picklejar.tasklets.Watchdogs.Watchdog;

/** The run queue of one thread: a ring whose head is the running tasklet, unless that has left it. */
public final class Scheduler {
    final Execution execution;
    Tasklet main;
    Tasklet current;
    private Tasklet ring;
    private int count;
    private final Watchdogs watchdogs = new Watchdogs();
    int switchTrap;
    private final StacklessState shared;

    private Scheduler(Execution x) {
        execution = x;
        shared = x.machine.state(StacklessState.class, m -> new StacklessState());
        x.scheduler = this;
        main = new Tasklet(Tasklet.TYPE, this);
        current = main;
        append(main);
        shared.schedulers.add(this);
    }

    /** The scheduler of a thread; made when first asked for. */
    public static Scheduler of(Execution x) {
        return x.scheduler instanceof Scheduler s ? s : new Scheduler(x);
    }

    int nextNumber() {
        return shared.nextNumber++;
    }

    Object currentOrigin() {
        return current == null ? shared.origin : current.origin;
    }

    /** The origin of what runs now, and of tasklets it makes. */
    public Object origin() {
        return current.origin;
    }

    /** Sets what the main tasklet works for from now on. */
    public void setOrigin(Object origin) {
        main.origin = origin;
        shared.origin = origin;
    }

    PyObject errorHandler() {
        return shared.errorHandler;
    }

    StacklessState shared() {
        return shared;
    }

    public Tasklet current() {
        return current;
    }

    public Tasklet main() {
        return main;
    }

    public int runCount() {
        return count;
    }

    /** All tasklets in the queue, the running one first. */
    public List<Tasklet> queue() {
        List<Tasklet> out = new ArrayList<>();
        Tasklet t = ring;
        for (int i = 0; i < count; i++) {
            out.add(t);
            t = t.next;
        }
        return out;
    }

    // ---- the ring

    void append(Tasklet t) {
        if (ring == null) {
            ring = t;
            t.next = t;
            t.prev = t;
        } else {
            link(t, ring.prev);
        }
        count++;
    }

    void insertAfterCurrent(Tasklet t) {
        if (ring == null) {
            append(t);
        } else {
            link(t, ring);
            count++;
        }
    }

    private static void link(Tasklet t, Tasklet after) {
        t.prev = after;
        t.next = after.next;
        after.next.prev = t;
        after.next = t;
    }

    void unlink(Tasklet t) {
        if (t.next == null) {
            return;
        }
        if (t.next == t) {
            ring = null;
        } else {
            t.prev.next = t.next;
            t.next.prev = t.prev;
            if (ring == t) {
                ring = t.next;
            }
        }
        t.next = null;
        t.prev = null;
        count--;
    }

    // ---- switching

    /** Makes t run next. Its tempval is what it gets.
     * @return PENDING, or the value when t runs already */
    PyObject switchTo(Execution x, Tasklet t) {
        if (t == current) {
            ring = t.next == null ? ring : t;
            return take(t);
        }
        // A tasklet that has ended cannot stay.
        if (switchTrap != 0 && x.top != null) {
            throw Errors.runtimeError("switch_trap");
        }
        x.switchRequest = t;
        return Pending.PENDING;
    }

    private static PyObject take(Tasklet t) {
        PyObject v = t.tempval;
        t.tempval = PySingleton.NONE;
        if (v instanceof Bomb b) {
            throw b.explode();
        }
        return v;
    }

    /** The switch itself: the running chain is saved, another takes its place. */
    PyObject perform(Execution x, Tasklet to) {
        Tasklet from = current;
        if (shared.scheduleCallback != null) {
            tell(x, shared.scheduleCallback, from, to);
        }
        from.top = x.top;
        from.stack = x.leaving;
        to.stack = null;
        from.context = x.context;
        x.context = to.context;
        from.tracing = x.tracing;
        x.tracing = to.tracing;
        Observers.update(x);
        current = to;
        if (to.next != null) {
            ring = to;
        }
        x.top = to.top;
        to.top = null;
        watchdogs.startSlice(x);
        return take(to);
    }

    /** Calls the schedule callback, in which no switch is possible. What it raises is reported and ignored. */
    private void tell(Execution x, PyObject callback, Tasklet from, Tasklet to) {
        switchTrap++;
        try {
            x.await(() -> x.call(callback, from, to));
        } catch (PyException e) {
            x.machine.unraisable.report(x, e, "Exception ignored in: 'Error in scheduling callback'", callback);
        } finally {
            switchTrap--;
        }
    }

    /** {@code schedule(retval)}. */
    PyObject schedule(Execution x, PyObject value) {
        Tasklet t = current;
        Tasklet to = t.next == null ? ring : t.next;
        if (to == null || to == t) {
            return value;
        }
        Watchdog w = watchdogs.timer();
        t.tempval = value;
        if (w != null && w.soft() && x.ticks >= w.limit()) {
            return wake(x, w, PySingleton.NONE);
        }
        return switchTo(x, to);
    }

    /** {@code schedule_remove(retval)}. */
    PyObject scheduleRemove(Execution x, PyObject value) {
        Tasklet t = current;
        if (count == 1 && t == main && watchdogs.isEmpty()) {
            return value;
        }
        t.tempval = value;
        Tasklet next = t.next;
        unlink(t);
        if (count == 0) {
            return queueEmpty(x, t);
        }
        return switchTo(x, ring == null ? next : ring);
    }

    /** Nothing is left to run because t has left the queue: who waits for that is woken. */
    private PyObject queueEmpty(Execution x, Tasklet t) {
        if (!watchdogs.isEmpty()) {
            return wake(x, watchdogs.innermost(), PySingleton.NONE);
        }
        if (main != t && main.state() == Tasklet.State.PAUSED) {
            append(main);
            return switchTo(x, main);
        }
        return null;
    }

    /** Wakes a run() caller with a value; deeper ones return later. */
    private PyObject wake(Execution x, Watchdog w, PyObject value) {
        for (Tasklet inner : watchdogs.remove(x, w)) {
            inner.tempval = PySingleton.NONE;
            append(inner);
        }
        Tasklet t = w.tasklet();
        if (t.next == null) {
            append(t);
        }
        t.tempval = value;
        return switchTo(x, t);
    }

    /** {@code run(...)}: the caller waits until the queue is empty or the ticks are used up. */
    PyObject run(Execution x, long limit, boolean soft, boolean ignoreNesting, boolean total) {
        Tasklet t = current;
        boolean inQueue = t.next != null;
        if (count - (inQueue ? 1 : 0) == 0) {
            return PySingleton.NONE;
        }
        if (switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        watchdogs.add(x, t, limit, soft, ignoreNesting, total);
        t.tempval = PySingleton.NONE;
        unlink(t);
        return switchTo(x, ring);
    }

    /** Called at a safe point when the ticks are used up.
     * @return PENDING when the running tasklet is to stop */
    public PyObject pollTicks(Execution x) {
        Watchdog w = watchdogs.timer();
        if (w == null || w.soft() || x.ticks <= w.limit()) {
            return PySingleton.NONE;
        }
        Tasklet t = current;
        if (t.atomic || switchTrap != 0 || x.nesting > 1 && !t.ignoreNesting && !w.ignoreNesting()) {
            t.pendingInterrupt = true;
            return PySingleton.NONE;
        }
        t.pendingInterrupt = false;
        unlink(t);
        return wake(x, w, t);
    }

    // ---- blocking

    /** The running tasklet has just left the queue to wait on a channel.
     * @return PENDING, or null on deadlock */
    PyObject block(Execution x) {
        if (count == 0) {
            return queueEmpty(x, current);
        }
        return switchTo(x, ring);
    }

    // ---- the end of tasklets

    static boolean isExit(PyException e) {
        return e.is(ExceptionTypes.TASKLET_EXIT);
    }

    /** A tasklet's function returned or raised. */
    PyObject end(Execution x, Tasklet t, PyException e) {
        x.top = null;
        t.tempval = PySingleton.NONE;
        unlink(t);
        if (e != null && !isExit(e)) {
            Tasklet receiver = watchdogs.isEmpty() ? main : watchdogs.removeInnermost(x);
            if (receiver.channel != null) {
                receiver.channel.remove(receiver);
            }
            if (receiver.next == null) {
                append(receiver);
            }
            receiver.tempval = new Bomb(e.value);
            return switchTo(x, receiver);
        }
        if (count > 0) {
            return switchTo(x, ring);
        }
        PyObject r = queueEmpty(x, t);
        if (r != null) {
            return r;
        }
        return deadlock(x);
    }

    /** The last runnable tasklet has ended while main waits on a channel. */
    private PyObject deadlock(Execution x) {
        boolean receiving = main.state() == Tasklet.State.RECEIVING;
        if (main.channel != null) {
            main.channel.remove(main);
        }
        append(main);
        main.tempval = new Bomb(Errors.runtimeError(
                        receiving
                                ? "the main tasklet is receiving without a sender available."
                                : "the main tasklet is sending without a receiver available.")
                .value);
        return switchTo(x, main);
    }

    /** Whether nothing can run in this thread any more once the running tasklet blocks. */
    boolean wouldDeadlock() {
        return count == 0 && watchdogs.isEmpty() && main.state() != Tasklet.State.PAUSED;
    }

    /** Who waits in run(). */
    public List<Tasklet> waiting() {
        return watchdogs.waiting();
    }

    // ---- saving a whole program

    /** The pending run() calls of tasklets, as {@link Watchdogs#save} writes them. */
    public PyList pendingRuns() {
        return watchdogs.save(main);
    }

    /** Makes tasklets wait again in the run() calls that {@link #pendingRuns} gave elsewhere, as soon as somebody calls run(). */
    public void restoreRuns(PyList runs) {
        watchdogs.restore(runs);
    }

    /** Makes main's run() return now; the queue and the calls inside it stay as they are.
     * @return PENDING */
    PyObject leaveRun(Execution x) {
        watchdogs.suspendInner(x);
        append(main);
        main.tempval = PySingleton.NONE;
        return switchTo(x, main);
    }

    /** Forgets the pending run() calls of a cell that was left by an exception. */
    public void mainLeft() {
        current = main;
        watchdogs.removeAllOf(execution, main);
        if (main.channel != null) {
            main.channel.remove(main);
        }
        if (main.next == null) {
            append(main);
            ring = main;
        }
        main.tempval = PySingleton.NONE;
    }
}
