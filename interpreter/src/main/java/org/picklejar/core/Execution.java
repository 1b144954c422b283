package org.picklejar.core;

import java.util.Arrays;

/**
 * The running of Python on one thread: the chain of frames and the count of ticks. Operations that may call Python take it as
 * their first argument; what gets none cannot call Python.
 */
public final class Execution {
    /** How many times Java may stand in Python in Java: each level is a nested trampoline on the Java stack. */
    private static final int MOST_NESTED = 600;

    public final Machine machine;
    /** The running frame. */
    public Frame top;
    /** Counts arithmetic, comparisons, backward jumps and function entries (see {@code Opcode#ticks}). */
    public long ticks;
    /** When {@link #ticks} reaches it, the next safe point looks for something to do. */
    public volatile long tickLimit = Long.MAX_VALUE;

    private long wantedLimit = Long.MAX_VALUE;
    private boolean urgent;
    /** What observes the frames that are entered from now on, see {@link #isWatched}. */
    private boolean watched;
    /** After PENDING: the exception that left compiled code, to be raised in the top frame; else null. */
    public PyException raised;
    /** What the generator returned whose compiled code has just ended. */
    public PyObject endValue;
    /** How many activations of compiled code stand on the Java stack. */
    public int compiledDepth;
    /** Set by an operation that returns PENDING because another tasklet is to run. */
    public SwitchRequest switchRequest;
    /** The scheduler of this thread's tasklets; their package stands above this one, so it keeps its object here. */
    public Object scheduler;
    /** The current {@code contextvars.Context}; null until somebody uses one. */
    public PyObject context;
    /** The trace and profile functions of the running tasklet; null while it never had any. */
    public Tracing tracing;
    /** The hooks for asynchronous generators of the running tasklet. */
    public AsyncgenHooks asyncgenHooks = AsyncgenHooks.NONE;
    /** How many trampolines stand on the running Java stack: 1 while nothing but frames is in progress. */
    public int nesting;
    /** During a switch out of a blocking builtin the Java stack that stays behind; else null. */
    public JavaStack leaving;
    /** What the running builtin was given before it began again; null while what runs cannot begin again. */
    Replay replay;
    /** What the base trampoline runs to the end of; null while none runs. */
    public EntryFrame base;
    /** {@code threading.get_ident()}; the Java thread that does the work may change. */
    public long ident = Thread.currentThread().getId();
    /**
     * Whether a builtin is called to make an object of a saved state: what it is given is taken as it is (an iterator is not asked for its
     * iterator, an attribute is looked up without the class's {@code __getattribute__}), so that no code of the program runs.
     */
    public boolean restoring;
    /** How many frames a new coroutine notes as its origin ({@code sys.set_coroutine_origin_tracking_depth}). */
    public int originDepth;
    /** Whether this is the main thread's: signals and interrupts go there. */
    public boolean isMain = true;

    public Execution(Machine machine) {
        this.machine = machine;
        machine.add(this);
    }

    /** A switch of the running chain of frames. */
    public interface SwitchRequest {
        /** What to switch to: this itself, unless it has to leave the running chain and to wait before that is known. */
        default SwitchRequest settle(Execution x) {
            return this;
        }

        /** Whether it turned out that the chain that runs goes on: {@link #perform} only gives it its value. */
        default boolean stays() {
            return false;
        }

        /**
         * Saves {@link #top} where it belongs and sets another.
         *
         * @return the value for the new top frame; null when it takes none
         * @throws PyException to be raised in the new top frame
         */
        PyObject perform(Execution x);

        /** Where the frames to be run stand in a blocking builtin: the Java stack that must go on; else null. */
        JavaStack stack();

        /** Whether the Java stack of the chain that runs is to stay behind, although it holds nothing. */
        default boolean isHard() {
            return false;
        }
    }

    /** An operation that may return PENDING. */
    @FunctionalInterface
    public interface Operation {
        PyObject run();
    }

    /** The current {@code contextvars.Context}, made when there is none. */
    public PyObject currentContext() {
        if (context == null) {
            context = machine.contexts.create();
        }
        return context;
    }

    // ---- safe points

    /** Sets when safe points look next, unless something urgent makes the next one look. */
    public synchronized void limitTicks(long limit) {
        wantedLimit = limit;
        if (!urgent && !watched) {
            tickLimit = limit;
        }
    }

    /** Whether frames that are entered now are to be observed. */
    public boolean isWatched() {
        return watched;
    }

    /** Says whether frames that are entered from now on are observed: then every safe point looks. */
    public synchronized void watch(boolean on) {
        watched = on;
        if (!urgent) {
            tickLimit = on ? Long.MIN_VALUE : wantedLimit;
        }
    }

    /** Whether there is something to do at a safe point but to observe frames. */
    public synchronized boolean isDue() {
        return urgent || ticks >= wantedLimit;
    }

    /** Makes the next safe point look. Any thread. */
    public synchronized void lookSoon() {
        urgent = true;
        tickLimit = Long.MIN_VALUE;
    }

    /** What was urgent has been looked at. */
    public synchronized void looked() {
        urgent = false;
        tickLimit = watched ? Long.MIN_VALUE : wantedLimit;
    }

    // ---- frames

    /** Puts a frame on top; it runs next. Return the result of this to the caller. */
    public PyObject push(Frame f) {
        Frame below = top;
        f.back = below;
        if (below != null) {
            f.depth = below.depth + 1;
            f.inherited = below.handledException();
            if (f.depth >= machine.recursionLimit) {
                checkDepth(f);
            }
        }
        top = f;
        return Pending.PENDING;
    }

    /** Does an operation when all compiled code up to the trampoline has been left, so that the frames have their registers. */
    public PyObject doLater(Operation op) {
        return push(new StartFrame(op));
    }

    /** Leaves the builtin that runs, if it can begin again: it does so when all compiled code up to the trampoline has been left. */
    public void leaveCompiledCode() {
        Replay r = replay;
        if (r == null) {
            return;
        }
        Frame caller = top;
        doLater(() -> Replay.NOTHING);
        Replay.Left left = new Replay.Left(r == Replay.NONE ? new Replay() : r, caller, top, null);
        top = caller;
        throw left;
    }

    /** Raises RecursionError when a frame lies too deep. */
    public void checkDepth(Frame f) {
        if (f.depth >= machine.recursionLimit && !(f instanceof NativeFrame && f.depth < machine.recursionLimit + 50)) {
            f.back = null;
            throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded");
        }
    }

    /**
     * Puts a frame under what an operation has just pushed, so that it gets the result. {@code caller} is what was on top when
     * the operation began.
     */
    public PyObject interpose(Frame caller, Frame f) {
        f.back = caller;
        f.depth = caller == null ? 0 : caller.depth + 1;
        f.inherited = caller == null ? null : caller.handledException();
        if (top == caller) {
            top = f;
        } else {
            Frame child = top;
            while (child.back != caller) {
                child = child.back;
            }
            child.back = f;
        }
        return Pending.PENDING;
    }

    // ---- calls

    /** Calls an object, as the last act of the caller. */
    public PyObject call(PyObject callee, PyObject[] args, PyTuple names) {
        Slot.Call c = callee.type().call(Slot.CALL);
        if (c == null) {
            throw Errors.typeError("'%s' object is not callable", callee.type().name());
        }
        return c.call(this, callee, args, names);
    }

    public PyObject call(PyObject callee, PyObject... args) {
        return call(callee, args, null);
    }

    /**
     * Calls a special method found on the type.
     *
     * @param method as {@link PyType#lookup} gave it, unbound
     * @param args with {@code self} first
     */
    public PyObject callSpecial(PyObject self, PyObject method, PyObject[] args, PyTuple names) {
        if (method instanceof PyFunction || method instanceof PyMethodDescriptor || method instanceof PySlotWrapper) {
            return call(method, args, names);
        }
        PyObject[] rest = Arrays.copyOfRange(args, 1, args.length);
        if (method instanceof PyStaticMethod s) {
            return call(s.function(), rest, names);
        }
        if (method instanceof PyClassMethod c) {
            args[0] = self.type();
            return call(c.function(), args, names);
        }
        Slot.Ternary get = method.type().ternary(Slot.GET);
        if (get == null) {
            return call(method, rest, names);
        }
        Frame caller = top;
        PyObject bound = get.apply(this, method, self, self.type());
        return bound == Pending.PENDING ? interpose(caller, new BoundCallFrame(rest, names)) : call(bound, rest, names);
    }

    /**
     * The result of an operation, now. When it needs Python, the builtin that asks is left and begins again when the result is there
     * (see {@link Replay}); from where nothing can begin again, as from the step of a frame, {@link #awaitNested} is what happens.
     */
    public PyObject await(Operation op) {
        Replay r = replay;
        if (r == null) {
            return awaitNested(op);
        }
        if (r.isNextGiven()) {
            return r.next();
        }
        if (r.isFull()) {
            return awaitNested(op);
        }
        if (r == Replay.NONE) {
            r = new Replay();
            replay = r;
        }
        Frame caller = top;
        PyException failure = null;
        replay = null;
        try {
            PyObject v = op.run();
            if (v != Pending.PENDING) {
                top = caller;
                if (Replay.always) {
                    push(new StartFrame(() -> v));
                } else {
                    r.add(v);
                    return v;
                }
            }
        } catch (PyException e) {
            if (top == caller) {
                r.add(e);
                throw e;
            }
            failure = e;
        } finally {
            replay = r;
        }
        Replay.Left left = new Replay.Left(r, caller, top, failure);
        top = caller;
        throw left;
    }

    /**
     * The result of an operation, now: when it needs Python, a nested trampoline runs it, and the tasklet cannot be pickled
     * meanwhile. The builtin does not begin again from here on. For the blocking builtins only, which
     * {@code blocking-builtins.tsv} lists.
     */
    public PyObject awaitNested(Operation op) {
        if (nesting == 0) {
            return enter(op);
        }
        Frame caller = top;
        replay = null;
        PyObject r = null;
        PyException failure = null;
        try {
            r = op.run();
        } catch (PyException e) {
            if (top == caller) {
                throw e;
            }
            failure = e;
        } catch (RuntimeException | Error e) {
            top = caller;
            throw e;
        }
        if (r != Pending.PENDING && failure == null) {
            top = caller;
            return r;
        }
        if (nesting >= MOST_NESTED) {
            top = caller;
            throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded in a builtin");
        }
        EntryFrame entry = new EntryFrame();
        interpose(caller, entry);
        machine.trampoline.run(this, entry, failure);
        if (entry.failure != null) {
            throw entry.failure;
        }
        return entry.result;
    }

    /** From outside Python: all of the operation runs on a thread of the machine, while the caller's waits. */
    private PyObject enter(Operation op) {
        EntryFrame entry = new EntryFrame();
        push(entry);
        push(new StartFrame(op));
        machine.trampoline.run(this, entry, null);
        if (entry.failure != null) {
            throw entry.failure;
        }
        return entry.result;
    }

    /** Lets no builtin that is in progress begin again for what Python code does now. @return for {@link #beginsAgain} */
    public Object beginsNothing() {
        Replay r = replay;
        replay = null;
        return r;
    }

    public void beginsAgain(Object replay) {
        this.replay = (Replay) replay;
    }

    /** Calls an object and waits for the result. */
    public PyObject callAndWait(PyObject callee, PyObject... args) {
        return await(() -> call(callee, args, null));
    }

    /** {@link #callAndWait} by {@link #awaitNested}. */
    public PyObject callAndWaitNested(PyObject callee, PyObject... args) {
        return awaitNested(() -> call(callee, args, null));
    }
}
