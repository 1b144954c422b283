package org.picklejar.core;

/**
 * A dict or a set, as what finds keys by their hash. It never calls Python: a search stops where only Python code can say whether
 * a key is the one. Entries are numbers, valid until the table changes.
 */
public sealed interface KeyTable permits PyDict, PySet {
    /** The key is not there. (A set gives other negative numbers too, which are its own.) */
    int ABSENT = -1;

    /** A key has to be asked whether it is equal. */
    int ASK = Integer.MIN_VALUE;

    /**
     * Looks for a key.
     *
     * @param probe where to go on from, and what notes where the search stops; null to begin, and not to go on
     * @return the entry; a negative number when there is none; or {@link #ASK}
     */
    int find(PyObject key, long hash, Probe probe);

    /** The key of an entry; null when there is none any more. */
    PyObject keyAt(int entry);

    long hashAt(int entry);

    /** The entry that has this very object as its key, found without its hash; or ABSENT. */
    int entryOf(PyObject key);

    /** Another object after the table was rebuilt. */
    Object layout();

    /** {@code this}, as Python knows it. */
    default PyObject object() {
        return (PyObject) this;
    }
}
