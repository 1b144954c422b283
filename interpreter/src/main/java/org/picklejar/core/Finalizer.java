package org.picklejar.core;

/**
 * Held by one object only, whose class has {@code __del__}. When Java's collector finds that nobody refers to the two, the object is
 * kept once more, for the method to run at a safe point; that happens once, as in CPython.
 */
public final class Finalizer {
    /** An object that has one. */
    public interface Holder {
        /** Null when its class has no {@code __del__} to be called. */
        Finalizer finalizer();
    }

    private final PyObject owner;
    private final Unreachable unreachable;
    /** Whether the method was called, or is about to be. */
    private volatile boolean done;

    public Finalizer(PyObject owner, Machine machine) {
        this.owner = owner;
        unreachable = Unreachable.of(machine);
    }

    /** The one of an object, or null. */
    public static Finalizer of(PyObject o) {
        return o instanceof Holder h ? h.finalizer() : null;
    }

    public boolean isDone() {
        return done;
    }

    /** The method is not called again. */
    public void setDone() {
        done = true;
    }

    // Java's finalizers are deprecated for their delays and threads, which do not matter here: only the object is
    // handed on.
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        if (!done) {
            done = true;
            unreachable.add(owner);
        }
    }
}
