package org.picklejar.tasklets;

import java.util.List;
import java.util.function.Consumer;
import org.picklejar.core.AsyncgenHooks;
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

/** Runs the tasklets of one thread: switches between those of its {@link RunQueue}, whose first is the running one unless that has left it. */
public final class Scheduler {
    static final String DEADLOCK = "Deadlock: the last runnable tasklet cannot be blocked.";
    final Execution execution;
    final Tasklet main;
    /** What runs; null while the thread sleeps, and after its end. */
    Tasklet current;

    private final RunQueue ring = new RunQueue();
    final Watchdogs watchdogs = new Watchdogs();
    int switchTrap;
    boolean inChannelCallback;
    int pickleFlags;
    private final StacklessState shared;
    final OutsideWaits outside;
    private final Idle idle = new Idle(this);
    final CStacks stacks;
    /** Its thread has ended: nothing can run here any more. */
    private boolean ended;

    private Scheduler(Execution x) {
        execution = x;
        outside = new OutsideWaits(x.machine);
        shared = x.machine.state(StacklessState.class, m -> new StacklessState());
        x.scheduler = this;
        pickleFlags = shared.pickleFlagsDefault;
        stacks = new CStacks(shared);
        main = new Tasklet(Tasklet.TYPE, this);
        current = main;
        append(main);
        shared.add(this);
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

    /** {@code enable_softswitch(False)}: every switch leaves a Java stack behind. */
    boolean isHard() {
        return !shared.softSwitch;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Whether the thread waits for others to make something runnable. */
    boolean isAsleep() {
        return idle.isAsleep() && ring.isEmpty() && outside.isEmpty();
    }

    void wake() {
        idle.wake();
    }

    /** A blocked tasklet can be made runnable from outside. */
    void watch(Tasklet t) {
        outside.add(t);
        idle.wake();
    }

    void unwatch(Tasklet t) {
        outside.remove(t);
    }

    /** Makes those runnable for whom the outside has been waited for long enough. */
    void wakeDue() {
        if (!outside.isEmpty()) {
            for (OutsideWaits.Due d : outside.due()) {
                deliver(d.tasklet(), d.result());
            }
        }
    }

    /** Whether a thread with nothing runnable has something to wait for. */
    boolean canWait() {
        return !outside.isEmpty() && watchdogs.waitForOutside() || watchdogs.waitForThreads() && shared.othersRun(this);
    }

    public Tasklet current() {
        return current;
    }

    public Tasklet main() {
        return main;
    }

    /** Whether what runs is not to be interrupted: neither by the end of its ticks, nor by another thread that wants to run. */
    public boolean isAtomic() {
        return current.atomic;
    }

    public int runCount() {
        return ring.size();
    }

    /** All tasklets in the queue, the running one first. */
    public List<Tasklet> queue() {
        return ring.list();
    }

    /** All tasklets that something can wake: those in the queue, main, and those that wait for descriptors or some time. */
    public List<Tasklet> tasklets() {
        List<Tasklet> all = outside.tasklets();
        all.add(main);
        all.addAll(ring.list());
        return all;
    }

    // ---- the run queue

    /** What runs, or is to run next; null when the queue is empty. */
    Tasklet first() {
        return ring.first();
    }

    /** Adds a tasklet at the end. */
    void append(Tasklet t) {
        ring.append(t);
        idle.wake();
    }

    /** Adds a tasklet behind the running one; where none runs, it is the first. */
    void insertAfterCurrent(Tasklet t) {
        if (ring.isEmpty() || current == null) {
            append(t);
            ring.turnTo(t);
        } else {
            ring.insertAfter(t, ring.first());
        }
    }

    void unlink(Tasklet t) {
        ring.unlink(t);
    }

    // ---- switching

    /** Makes t run next. Its tempval is what it gets.
     * @return PENDING, or the value when t runs already */
    PyObject switchTo(Execution x, Tasklet t) {
        if (t == current) {
            ring.turnTo(t);
            return take(t);
        }
        // A tasklet that has ended cannot stay.
        if (switchTrap != 0 && x.top != null) {
            throw Errors.runtimeError("switch_trap");
        }
        x.switchRequest = t;
        return Pending.PENDING;
    }

    /**
     * As {@link #switchTo} for switches that a program asks for: when a soft time limit is over, its run() returns instead, and t
     * stays first in the queue.
     */
    PyObject giveWay(Execution x, Tasklet t) {
        if (t != current && watchdogs.isSoftlyOver(x)) {
            ring.turnTo(t);
            return wake(x, watchdogs.timer(), PySingleton.NONE);
        }
        return switchTo(x, t);
    }

    /** The switch to a preferred partner on a channel: a soft time limit that is over ends the run() at the next switch. */
    PyObject handOver(Execution x, Tasklet partner) {
        watchdogs.noteSoftlyOver(x);
        return switchTo(x, partner);
    }

    /** What the tasklet is activated with. */
    static PyObject take(Tasklet t) {
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
        if (from == null) {
            enter(x, to);
        }
        if (shared.scheduleCallback != null) {
            tell(x, shared.scheduleCallback, from == null ? PySingleton.NONE : from, to);
        }
        if (from != null) {
            leave(x);
            enter(x, to);
        }
        return goOn(x, to);
    }

    /** What a tasklet gets that goes on. */
    PyObject goOn(Execution x, Tasklet t) {
        Watchdog w = watchdogs.of(t);
        if (w != null) {
            // Somebody else has woken it than the end of what it waits for.
            endRun(x, w);
        }
        watchdogs.startSlice(x);
        return take(t);
    }

    /** Ends a run() call; those inside it return later. */
    private void endRun(Execution x, Watchdog w) {
        for (Tasklet inner : watchdogs.remove(x, w)) {
            if (inner.next == null) {
                inner.tempval = PySingleton.NONE;
                append(inner);
            }
        }
    }

    /** A tasklet goes to another thread: its run() call returns when it goes on there. */
    void forget(Tasklet t) {
        watchdogs.removeAllOf(execution, t);
    }

    /** Saves what the running tasklet needs to go on; none runs then. */
    void leave(Execution x) {
        Tasklet t = current;
        t.top = x.top;
        t.context = x.context;
        t.tracing = x.tracing;
        if (x.leaving != null) {
            stacks.park(t, x.leaving);
        }
        x.top = null;
        current = null;
    }

    /** Makes a tasklet the one that runs. */
    void enter(Execution x, Tasklet t) {
        stacks.unpark(t);
        x.context = t.context;
        if (x.tracing != t.tracing) {
            x.tracing = t.tracing;
            Observers.update(x);
        }
        useHooks(t);
        x.top = t.top;
        t.top = null;
        current = t;
        ring.turnTo(t);
    }

    private void useHooks(Tasklet t) {
        AsyncgenHooks hooks = t.asyncgenHooks() == null ? main.asyncgenHooks() : t.asyncgenHooks();
        execution.asyncgenHooks = hooks == null ? AsyncgenHooks.NONE : hooks;
    }

    /** Calls the schedule callback, in which no switch is possible. What it raises is reported and ignored. */
    private void tell(Execution x, PyObject callback, PyObject from, Tasklet to) {
        switchTrap++;
        try {
            x.awaitNested(() -> x.call(callback, from, to));
        } catch (PyException e) {
            x.machine.unraisable.report(x, e, "Exception ignored in: 'Error in scheduling callback'", callback);
        } finally {
            switchTrap--;
        }
    }

    /**
     * Says what the running tasklet gets when it goes on. What another thread has thrown into it while it ran, it raises here.
     */
    void giveAtReturn(PyObject value) {
        take(current);
        current.tempval = value;
    }

    /** {@code schedule(retval)}. */
    PyObject schedule(Execution x, PyObject value) {
        wakeDue();
        Tasklet t = current;
        Tasklet to = t.next == null ? ring.first() : t.next;
        if (to == null || to == t) {
            return value;
        }
        giveAtReturn(value);
        return giveWay(x, to);
    }

    /** {@code schedule_remove(retval)}. */
    PyObject scheduleRemove(Execution x, PyObject value) {
        wakeDue();
        Tasklet t = current;
        if (ring.size() == 1 && t == main && watchdogs.isEmpty()) {
            return value;
        }
        giveAtReturn(value);
        unlink(t);
        if (ring.isEmpty()) {
            PyObject r = queueEmpty(x, t);
            if (r == null) {
                append(t);
                t.tempval = PySingleton.NONE;
                throw Errors.runtimeError(DEADLOCK);
            }
            return r;
        }
        return giveWay(x, ring.first());
    }

    /**
     * Nothing is left to run because t has left the queue: who waits for that is woken, or the thread sleeps.
     *
     * @return null when nobody can make anything runnable
     */
    private PyObject queueEmpty(Execution x, Tasklet t) {
        if (watchdogs.isEmpty()) {
            if (main != t && main.state() == Tasklet.State.PAUSED) {
                append(main);
                return switchTo(x, main);
            }
            return canWait() ? sleep(x) : null;
        }
        Watchdog innermost = watchdogs.innermost();
        return innermost.options().threadBlock() || canWait() ? sleep(x) : wake(x, innermost, PySingleton.NONE);
    }

    /** Makes the thread wait for another one. */
    private PyObject sleep(Execution x) {
        if (switchTrap != 0 && x.top != null) {
            throw Errors.runtimeError("switch_trap");
        }
        x.switchRequest = idle;
        return Pending.PENDING;
    }

    /** Wakes a run() caller with a value; deeper ones return later. */
    private PyObject wake(Execution x, Watchdog w, PyObject value) {
        return switchTo(x, revive(x, w, value));
    }

    private Tasklet revive(Execution x, Watchdog w, PyObject value) {
        endRun(x, w);
        Tasklet t = w.tasklet();
        if (t.next == null) {
            append(t);
        }
        t.tempval = value;
        return t;
    }

    /** {@code run(...)}: the caller waits until the queue is empty or the ticks are used up. */
    PyObject run(Execution x, RunOptions options) {
        wakeDue();
        Tasklet t = current;
        boolean inQueue = t.next != null;
        boolean waits =
                options.threadBlock() || !outside.isEmpty() && options.limit() == 0 && watchdogs.waitForOutside();
        if (ring.size() - (inQueue ? 1 : 0) == 0 && !waits) {
            return PySingleton.NONE;
        }
        if (switchTrap != 0) {
            throw Errors.runtimeError("switch_trap");
        }
        giveAtReturn(PySingleton.NONE);
        watchdogs.add(x, t, options);
        unlink(t);
        return ring.isEmpty() ? sleep(x) : switchTo(x, ring.first());
    }

    /** Called at a safe point when the ticks are used up.
     * @return PENDING when the running tasklet is to stop */
    public PyObject pollTicks(Execution x) {
        Watchdog w = watchdogs.timer();
        if (w == null || w.options().soft() || x.ticks <= w.options().limit()) {
            return PySingleton.NONE;
        }
        Tasklet t = current;
        if (isAtomic()
                || switchTrap != 0
                || x.nesting > 1 && !t.ignoreNesting && !w.options().ignoreNesting()) {
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
        wakeDue();
        if (ring.isEmpty()) {
            return queueEmpty(x, current);
        }
        return giveWay(x, ring.first());
    }

    // ---- the end of tasklets

    static boolean isExit(PyException e) {
        return e.is(ExceptionTypes.TASKLET_EXIT);
    }

    /** The function of the running tasklet returned or raised. */
    PyObject end(Execution x, PyException e) {
        Tasklet t = current;
        x.top = null;
        t.tempval = PySingleton.NONE;
        unlink(t);
        if (e != null && e.is(ExceptionTypes.SYSTEM_EXIT)) {
            if (!isExit(e) && x.isMain) {
                // The program ends at once, as where it is raised at top level.
                return x.base.raise(x, e);
            }
        } else if (e != null) {
            return switchTo(x, deliver(receiver(x), new Bomb(e.value)));
        }
        wakeDue();
        if (!ring.isEmpty()) {
            return giveWay(x, ring.first());
        }
        PyObject r = queueEmpty(x, t);
        return r != null ? r : switchTo(x, giveUp(x, null));
    }

    /** Who gets what nobody has caught: the innermost run() caller, which waits no longer, or main. */
    private Tasklet receiver(Execution x) {
        return watchdogs.isEmpty() ? main : watchdogs.removeInnermost(x);
    }

    /** Makes a tasklet runnable, wherever it waits, that will get a value or raise an exception. */
    private Tasklet deliver(Tasklet t, PyObject v) {
        Channel.remove(t);
        if (t.next == null) {
            append(t);
        }
        t.tempval = v;
        return t;
    }

    /**
     * An exception ends the sleep of the thread.
     *
     * @param last what ran before; null when it is not there any more
     * @return who raises it
     */
    Tasklet fail(Execution x, Tasklet last, PyException e) {
        // Who waits in run(), or for the outside, goes on doing so.
        boolean takes = last != null && watchdogs.of(last) == null && outside.isEmpty();
        return deliver(takes ? last : receiver(x), new Bomb(e.value));
    }

    /**
     * No thread can make anything runnable here: who waits gets an error, but {@code run(threadblock=True)} of the main thread
     * only returns.
     *
     * @param last what ran before; null when it has ended
     * @return who goes on
     */
    Tasklet giveUp(Execution x, Tasklet last) {
        if (!watchdogs.isEmpty()
                && (x.isMain || !watchdogs.innermost().options().threadBlock())) {
            return revive(x, watchdogs.innermost(), PySingleton.NONE);
        }
        String message = DEADLOCK;
        if (last == null && watchdogs.isEmpty()) {
            message = main.state() == Tasklet.State.RECEIVING
                    ? "the main tasklet is receiving without a sender available."
                    : "the main tasklet is sending without a receiver available.";
        }
        return fail(x, last, Errors.runtimeError(message));
    }

    /** Whether nothing can run in this thread any more once the running tasklet blocks. */
    boolean wouldDeadlock() {
        return ring.isEmpty() && watchdogs.isEmpty() && main.state() != Tasklet.State.PAUSED && !canWait();
    }

    /**
     * The end of the thread: its tasklets keep their frames, and can be bound to another one.
     *
     * @param runner runs an operation to its end
     */
    public void close(Execution x, Consumer<Execution.Operation> runner) {
        killHard(x, runner);
        stacks.abandon();
        // Those too that were inserted meanwhile.
        queue().forEach(this::unlink);
        current = null;
        ended = true;
        shared.remove(this);
    }

    /** Kills the tasklets that are inside a blocking builtin, as Stackless kills those with C state; no others run any more. */
    public void killHard(Execution x, Consumer<Execution.Operation> runner) {
        queue().stream().filter(t -> t != main).forEach(this::unlink);
        stacks.kill(x, runner, this::mainLeft);
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
        watchdogs.restore(execution, runs);
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
        useHooks(main);
        main.top = null;
        stacks.unpark(main);
        watchdogs.removeAllOf(execution, main);
        Channel.remove(main);
        if (main.next == null) {
            append(main);
            ring.turnTo(main);
        }
        main.tempval = PySingleton.NONE;
    }
}
