package org.picklejar.core;

/**
 * An instance of a class with {@code __del__}. When Java's collector finds that nobody refers to it, it is kept once more, for the
 * method to run at a safe point; that happens once, as in CPython.
 */
public final class PyFinalizable extends PyInstance {
    private final Unreachable unreachable;
    /** Whether the method was called, or is about to be. */
    private volatile boolean finalized;

    public PyFinalizable(PyType type, Machine machine) {
        super(type);
        unreachable = Unreachable.of(machine);
    }

    public boolean isFinalized() {
        return finalized;
    }

    /** The method is not called again. */
    public void setFinalized() {
        finalized = true;
    }

    // Java's finalizers are deprecated for their delays and threads, which do not matter here: only the object is
    // handed on.
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        if (!finalized) {
            finalized = true;
            unreachable.add(this);
        }
    }
}
