package org.picklejar.core;

/** A builtin iterator that never calls Python. */
public abstract class PyIterator extends PyObject {
    /** The next item, or null at the end, for good. */
    public abstract PyObject next();

    /** Whether so many items may come that whoever takes them all has to look for interrupts. */
    public boolean isLong() {
        return false;
    }
}
