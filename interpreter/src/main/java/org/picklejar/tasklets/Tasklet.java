package org.picklejar.tasklets;

import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.picklejar.core.AsyncgenHooks;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.Frame;
import org.picklejar.core.JavaStack;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Tracing;

/** A tasklet: a chain of frames that can be switched to. */
public final class Tasklet extends PyInstance implements Execution.SwitchRequest, Finalizer.Holder {
    public static final PyType TYPE =
            PyType.builtin("tasklet", Tasklet.class, PyType.OBJECT).inModule("_stackless");

    private static final WaitEntry[] NO_WAITS = {};
    static final String HAS_STACK = "tasklet has C state on its stack";

    /** Where it is in its life; {@link #state} tells it by what holds the tasklet. */
    public enum State {
        /** It has no frames: nothing is bound to it, or its function has ended. */
        DEAD,
        /** Alive, but neither in the run queue nor on a channel; also who waits in {@code run()}. */
        PAUSED,
        /** In the run queue. */
        READY,
        RUNNING,
        /** On a channel. */
        SENDING,
        RECEIVING
    }

    /** The thread it belongs to, which may have ended. */
    private Scheduler scheduler;
    /** Its frames while it does not run; null when it is dead or running. */
    Frame top;
    /** The Java stack of the blocking builtin that it was switched away from; null when it is only frames. */
    private CStack parked;
    /** The value to be delivered, or the bound function before it starts. */
    PyObject tempval = PySingleton.NONE;

    // What programs set, and Stackless pickles as flags.
    boolean atomic;
    boolean ignoreNesting;
    boolean blockTrap;
    /** The ticks were used up where it could not be stopped. */
    boolean pendingInterrupt;

    /** Neighbours in the run queue; null when it is not in it. */
    Tasklet next;

    Tasklet prev;
    /** Its places on channels: one when it sends or receives, several in a select(); empty when it is not blocked. */
    private WaitEntry[] waits = NO_WAITS;
    /** Greater than those of all that were blocked before, on whatever channel. */
    long ticket;
    /** What beside a partner ends that; null when nothing does. */
    Outside outside;

    PyObject context;
    /** The event loop of asyncio that runs in it, or null. */
    public PyObject runningLoop;
    /** Its own hooks for asynchronous generators, as its event loop sets them; null: those of main. */
    private AsyncgenHooks asyncgenHooks;
    /** Its trace and profile functions while it does not run; null when it never had any. */
    Tracing tracing;
    /** What tells the cell that made it; see the facade. */
    public Object origin;
    /** Number within the runtime, for people. */
    public int number;

    private Finalizer finalizer;

    public Tasklet(PyType type, Scheduler scheduler) {
        super(type);
        this.scheduler = scheduler;
        this.number = scheduler.nextNumber();
        this.origin = scheduler.currentOrigin();
        if (hasOwnFinalizer()) {
            finalizer = new Finalizer(this, scheduler.execution.machine);
        }
    }

    private boolean hasOwnFinalizer() {
        return type() != TYPE && type().lookup("__del__") != TYPE.lookup("__del__");
    }

    /** It was switched away from inside a blocking builtin. When nobody refers to it any more, {@code tasklet.__del__} kills it. */
    void park(CStack stack) {
        parked = stack;
        if (finalizer == null || finalizer.isDone() && !hasOwnFinalizer()) {
            finalizer = new Finalizer(this, scheduler.execution.machine);
        }
    }

    /** It goes on, or never will. */
    void unpark() {
        parked = null;
    }

    @Override
    public Finalizer finalizer() {
        return finalizer;
    }

    public boolean isCurrent() {
        return scheduler.current == this;
    }

    public boolean isMain() {
        return scheduler.main == this;
    }

    /** It counts as blocked already while it still runs, on its way out of a send or receive. */
    public State state() {
        if (!isAlive()) {
            return State.DEAD;
        }
        if (isBlocked()) {
            return channel().isSending() ? State.SENDING : State.RECEIVING;
        }
        if (isCurrent()) {
            return State.RUNNING;
        }
        return next != null ? State.READY : State.PAUSED;
    }

    public boolean isAlive() {
        return (top != null || isCurrent()) && !scheduler.hasEnded();
    }

    /** Whether it has something to go on with, although its thread may have ended. */
    boolean hasFrames() {
        return top != null;
    }

    /** Drops what it was doing, without running any of it. */
    void unbind() {
        top = null;
        tempval = PySingleton.NONE;
    }

    public boolean isBlocked() {
        return waits.length > 0;
    }

    public boolean isScheduled() {
        return next != null || isBlocked();
    }

    /** What it waits on, of several the first; null when it is not blocked. */
    public Channel channel() {
        return isBlocked() ? waits[0].channel : null;
    }

    WaitEntry[] waits() {
        return waits;
    }

    /** It stands on a channel from now on. */
    void block(WaitEntry e) {
        if (next != null) {
            scheduler.unlink(this);
        }
        if (isBlocked()) {
            waits = Stream.concat(Stream.of(waits), Stream.of(e))
                    .sorted(Comparator.comparingInt(w -> w.place.index()))
                    .toArray(WaitEntry[]::new);
        } else {
            waits = new WaitEntry[] {e};
            ticket = scheduler.shared().nextTicket();
        }
        if (outside != null) {
            scheduler.watch(this);
        }
    }

    /** It stands on no channel any more. */
    void unblock() {
        waits = NO_WAITS;
        setOutside(null);
    }

    /** Sets what ends its wait, which may begin later. */
    void setOutside(Outside o) {
        if (outside != null) {
            scheduler.unwatch(this);
        }
        outside = o;
        if (o != null && isBlocked()) {
            scheduler.watch(this);
        }
    }

    /** Whether its select() is being restored, and this case of it is not there yet. */
    boolean lacks(WaitEntry.Place p, Channel c) {
        return p.index() >= 0
                && p.index() < p.cases()
                && Stream.of(waits)
                        .allMatch(e -> e.ofSelect()
                                && e.channel != c
                                && e.place.cases() == p.cases()
                                && e.place.index() != p.index());
    }

    /** Whether nothing else need hold the channels on which it waits. */
    boolean holdsChannels() {
        return isBlocked() && (outside != null || waits[0].ofSelect());
    }

    /** The thread it belongs to; null when that has ended. */
    public Scheduler scheduler() {
        return scheduler.hasEnded() ? null : scheduler;
    }

    /** {@code tasklet.cstate}. */
    CStack cstack() {
        return parked == null ? scheduler.stacks.stub : parked;
    }

    CStack parked() {
        return parked;
    }

    /** Its {@code contextvars.Context}; one is made when it has none yet. */
    PyObject context(Execution x) {
        if (isCurrent()) {
            return scheduler.execution.currentContext();
        }
        if (context == null) {
            context = x.machine.contexts.create();
        }
        return context;
    }

    void setContext(PyObject c) {
        if (isCurrent()) {
            scheduler.execution.context = c;
        } else {
            context = c;
        }
    }

    /** Moves it to another thread. It is not in the run queue. */
    void moveTo(Scheduler s) {
        Outside o = outside;
        setOutside(null);
        scheduler = s;
        setOutside(o);
    }

    public PyObject tempval() {
        return tempval;
    }

    /** The innermost frame; of the running tasklet the live one. */
    public Frame frame(Execution x) {
        return isCurrent() ? x.top : top;
    }

    @Override
    public PyObject perform(Execution x) {
        return scheduler.perform(x, this);
    }

    @Override
    public JavaStack stack() {
        return parked == null ? null : parked.stack();
    }

    @Override
    public boolean isHard() {
        return scheduler.isHard();
    }

    /** Null when it has none of its own. */
    public AsyncgenHooks asyncgenHooks() {
        return asyncgenHooks;
    }

    public void setAsyncgenHooks(AsyncgenHooks hooks) {
        asyncgenHooks = hooks;
        if (isCurrent()) {
            scheduler.execution.asyncgenHooks = hooks;
        }
    }

    /** Its trace and profile functions, or null. */
    Tracing tracing() {
        return isCurrent() ? scheduler.execution.tracing : tracing;
    }

    /** How many blocking builtins it is inside of. */
    int nestingLevel() {
        return isCurrent()
                ? Math.max(0, scheduler.execution.nesting - 1)
                : parked == null ? 0 : parked.stack().nestingLevel();
    }

    /** Gives it a function to run; with arguments it becomes alive, but is not scheduled. */
    void bind(Execution x, PyObject function, PyTuple args, PyDict keywords) {
        if (isCurrent()) {
            throw Errors.runtimeError("can't (re)bind the current tasklet");
        }
        if (isScheduled()) {
            throw Errors.runtimeError("tasklet is scheduled");
        }
        checkNoStack();
        boolean hasArgs = args != null || keywords != null;
        boolean named = function != PySingleton.NONE;
        if (!named && !hasArgs) {
            if (isMain()) {
                throw Errors.runtimeError("can't unbind the main tasklet");
            }
            unbind();
            return;
        }
        PyObject bound = named ? function : tempval;
        if (bound == PySingleton.NONE) {
            throw Errors.runtimeError("the tasklet was not bound to a function");
        }
        if (hasArgs && scheduler() == null) {
            throw Errors.runtimeError("tasklet has no thread");
        }
        if (!named && top != null || isMain()) {
            throw Errors.runtimeError("tasklet is already bound to a frame");
        }
        top = null;
        context = x.currentContext();
        if (hasArgs) {
            start(bound, args == null ? PyTuple.EMPTY : args, keywords);
        } else {
            tempval = bound;
        }
    }

    void checkNoStack() {
        if (parked != null) {
            throw Errors.runtimeError(HAS_STACK);
        }
    }

    /** Makes the first frame. */
    void start(PyObject function, PyTuple args, PyDict keywords) {
        top = new TaskletFrame(function, args, keywords);
        tempval = PySingleton.NONE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(top, visitor);
        visitor.accept(tempval);
        visit(runningLoop, visitor);
        if (asyncgenHooks != null) {
            asyncgenHooks.traverse(visitor);
        }
        if (holdsChannels()) {
            for (WaitEntry e : waits) {
                visitor.accept(e.channel);
                visit(e.ofSelect() ? e.place.value() : null, visitor);
            }
        }
        if (outside != null) {
            visit(outside.interests(), visitor);
        }
        if (tracing != null) {
            tracing.traverse(visitor);
        }
    }
}
