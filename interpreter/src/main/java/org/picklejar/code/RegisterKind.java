package org.picklejar.code;

/** What is surely known of a register's content at a place of the code. */
public enum RegisterKind {
    /** Nothing: it may be unbound. */
    UNKNOWN,
    /** Unbound. */
    UNBOUND,
    /** Some object. */
    OBJECT,
    CELL,
    LIST,
    SET,
    DICT,
    TUPLE,
    /** A tuple of cells. */
    CELLS;

    /** Whether there is an object for sure. */
    public boolean isBound() {
        return this != UNKNOWN && this != UNBOUND;
    }

    /** What is known where two ways meet. */
    RegisterKind meet(RegisterKind o) {
        return this == o ? this : isBound() && o.isBound() ? OBJECT : UNKNOWN;
    }
}
