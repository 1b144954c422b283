package org.picklejar.tasklets;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;

/** The pending calls of {@code run()} of one thread, outermost first, and the time limit that is in force. */
final class Watchdogs {
    /** A pending call: who waits, and what for. */
    record Watchdog(Tasklet tasklet, RunOptions options) {}

    private final List<Watchdog> pending = new ArrayList<>();
    /** Those of a saved program; they go on inside the next call. */
    private final List<Watchdog> restored = new ArrayList<>();
    /** What the time slice begins with after that. */
    private long restoredTicks;

    /** A soft limit was over where run() could not return. */
    private boolean softlyOver;

    boolean isEmpty() {
        return pending.isEmpty();
    }

    Watchdog innermost() {
        return pending.get(pending.size() - 1);
    }

    /** The one whose time limit is in force, or null: the outermost with a limit. */
    Watchdog timer() {
        for (Watchdog w : pending) {
            if (w.options().limit() > 0) {
                return w;
            }
        }
        return null;
    }

    /** Whether a thread with nothing runnable may wait for others to make something so. */
    boolean waitForThreads() {
        return isEmpty() || innermost().options().threadBlock();
    }

    /** Whether it may wait for time and descriptors: a caller that wants to go on after so many ticks does not wait for them. */
    boolean waitForOutside() {
        return timer() == null || innermost().options().threadBlock();
    }

    /** Whether a soft time limit is over: its run() returns at the next switch. */
    boolean isSoftlyOver(Execution x) {
        Watchdog w = timer();
        return w != null
                && w.options().soft()
                && (softlyOver || x.ticks >= w.options().limit());
    }

    /** The limit stays over, although another time slice begins. */
    void noteSoftlyOver(Execution x) {
        softlyOver = isSoftlyOver(x);
    }

    /** Slot 0 is who waits for the end of a time limit, or None; behind it all that wait, outermost first. */
    PyList list() {
        Watchdog timer = timer();
        PyList out = new PyList();
        out.append(timer == null ? PySingleton.NONE : timer.tasklet());
        waiting().forEach(out::append);
        return out;
    }

    /** Who waits in run(). */
    List<Tasklet> waiting() {
        return pending.stream().map(Watchdog::tasklet).toList();
    }

    /** The outermost call in which a tasklet waits; null when it waits in none. */
    Watchdog of(Tasklet t) {
        for (Watchdog w : pending) {
            if (w.tasklet() == t) {
                return w;
            }
        }
        return null;
    }

    /** A tasklet waits from now on; its limit counts only when none is in force. */
    void add(Execution x, Tasklet t, RunOptions options) {
        pending.add(new Watchdog(t, timer() == null ? options : options.withoutLimit()));
        pending.addAll(restored);
        restored.clear();
        if (timer() != null) {
            x.ticks = restoredTicks;
        }
        limitTicks(x);
    }

    /** Ends the innermost call. @return who waited in it */
    Tasklet removeInnermost(Execution x) {
        Tasklet t = pending.remove(pending.size() - 1).tasklet();
        limitTicks(x);
        return t;
    }

    /** Ends a call and those inside it. @return who waited in the inner ones, innermost first */
    List<Tasklet> remove(Execution x, Watchdog w) {
        List<Tasklet> inner = new ArrayList<>();
        while (innermost() != w) {
            inner.add(pending.remove(pending.size() - 1).tasklet());
        }
        pending.remove(pending.size() - 1);
        limitTicks(x);
        return inner;
    }

    /** Ends the calls of a tasklet. */
    void removeAllOf(Execution x, Tasklet t) {
        pending.removeIf(w -> w.tasklet() == t);
        limitTicks(x);
    }

    /** Ends the outermost call; those inside it wait for the next one, which has no part in their time limits. */
    void suspendInner(Execution x) {
        pending.remove(0);
        // The safe point is passed once more.
        restoredTicks = timer() == null ? 0 : x.ticks - 1;
        restored.addAll(pending);
        pending.clear();
        limitTicks(x);
    }

    /** Another tasklet runs: its time slice begins, unless the limit is for all together. */
    void startSlice(Execution x) {
        Watchdog w = timer();
        if (w != null && !w.options().total()) {
            x.ticks = restoredTicks;
            restoredTicks = 0;
        }
    }

    private void limitTicks(Execution x) {
        softlyOver = false;
        Watchdog w = timer();
        x.limitTicks(
                w == null || w.options().soft() ? Long.MAX_VALUE : w.options().limit() + 1);
    }

    // ---- saving a whole program

    /**
     * The pending calls of tasklets other than main: (tasklet, limit, soft, ignore_nesting, totaltimeout, ticks used of the time
     * slice that was interrupted, threadblock, whether the call is inside a run() of main).
     */
    PyList save(Tasklet main) {
        PyList out = new PyList();
        List<Watchdog> all = new ArrayList<>(pending);
        all.addAll(restored);
        boolean inside = false;
        for (Watchdog w : all) {
            inside |= w.tasklet() == main || restored.contains(w);
            if (w.tasklet() != main) {
                RunOptions o = w.options();
                out.append(PyTuple.of(
                        w.tasklet(),
                        PyInt.of(o.limit()),
                        PyBool.of(o.soft()),
                        PyBool.of(o.ignoreNesting()),
                        PyBool.of(o.total()),
                        PyInt.of(restoredTicks),
                        PyBool.of(o.threadBlock()),
                        PyBool.of(inside)));
            }
        }
        return out;
    }

    /** Takes what {@link #save} gave elsewhere; those that were inside a run() of main wait again as soon as somebody calls run(). */
    void restore(Execution x, PyList saved) {
        for (int i = 0; i < saved.size; i++) {
            PyTuple r = (PyTuple) saved.items[i];
            boolean threadBlock = r.size() > 6 && r.get(6) == PyBool.TRUE;
            RunOptions options = new RunOptions(
                    ((PyInt) r.get(1)).value,
                    threadBlock,
                    r.get(2) == PyBool.TRUE,
                    r.get(3) == PyBool.TRUE,
                    r.get(4) == PyBool.TRUE);
            Watchdog w = new Watchdog((Tasklet) r.get(0), options);
            if (r.size() > 7 && r.get(7) == PyBool.FALSE) {
                pending.add(w);
            } else {
                restored.add(w);
                restoredTicks = ((PyInt) r.get(5)).value;
            }
        }
        if (!pending.isEmpty()) {
            limitTicks(x);
        }
    }
}
