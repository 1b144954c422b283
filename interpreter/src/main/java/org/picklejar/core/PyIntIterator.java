package org.picklejar.core;

/** An iterator over ints that fit longs, which compiled code asks for them as such. */
public abstract class PyIntIterator extends PyIterator {
    public abstract boolean hasMore();

    /** The next one, when there are more. */
    public abstract long nextLong();

    @Override
    public final PyObject next() {
        return hasMore() ? PyInt.of(nextLong()) : null;
    }
}
