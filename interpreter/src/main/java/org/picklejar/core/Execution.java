package org.picklejar.core;

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
    /** When {@link #ticks} reaches it, the next safe point looks for something to do. Any thread may lower it. */
    public volatile long tickLimit = Long.MAX_VALUE;
    /** Set by an operation that returns PENDING because another tasklet is to run. */
    public SwitchRequest switchRequest;
    /** The scheduler of this thread's tasklets; their package stands above this one, so it keeps its object here. */
    public Object scheduler;
    /** The current {@code contextvars.Context}; null until somebody uses one. */
    public PyObject context;
    /** How many trampolines are nested on this Java stack. */
    public int nesting;
    /** Whether this is the main thread's: signals and interrupts go there. */
    public boolean isMain = true;

    public Execution(Machine machine) {
        this.machine = machine;
    }

    /** A switch of the running chain of frames. */
    public interface SwitchRequest {
        /**
         * Saves {@link #top} where it belongs and sets another.
         *
         * @return the value for the new top frame; null when it takes none
         * @throws PyException to be raised in the new top frame
         */
        PyObject perform(Execution x);
    }

    /** An operation that may return PENDING. */
    @FunctionalInterface
    public interface Operation {
        PyObject run();
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
        PyObject[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
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
        PyObject bound = await(() -> get.apply(this, method, self, self.type()));
        return call(bound, rest, names);
    }

    /** The result of an operation, now: when it needs Python, a nested trampoline runs it. For the blocking builtins only. */
    public PyObject await(Operation op) {
        EntryFrame entry = new EntryFrame();
        entry.back = top;
        entry.depth = top == null ? 0 : top.depth + 1;
        entry.inherited = top == null ? null : top.handledException();
        top = entry;
        PyException failure = null;
        PyObject r = null;
        try {
            r = op.run();
        } catch (PyException e) {
            if (top == entry) {
                top = entry.back;
                throw e;
            }
            failure = e;
        } catch (RuntimeException | Error e) {
            top = entry.back;
            throw e;
        }
        if (r != Pending.PENDING && failure == null) {
            top = entry.back;
            return r;
        }
        if (nesting >= MOST_NESTED) {
            top = entry.back;
            throw Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded in a builtin");
        }
        nesting++;
        try {
            machine.trampoline.run(this, entry, failure);
        } finally {
            nesting--;
        }
        if (entry.failure != null) {
            throw entry.failure;
        }
        return entry.result;
    }

    /** Calls an object and waits for the result. */
    public PyObject callAndWait(PyObject callee, PyObject... args) {
        return await(() -> call(callee, args, null));
    }
}
