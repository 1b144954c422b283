package org.picklejar.core;

/** What patterns of {@code match} take the instances of a class for: CPython's flags {@code Py_TPFLAGS_SEQUENCE} and {@code Py_TPFLAGS_MAPPING}. */
public enum PatternKind {
    NONE(0),
    SEQUENCE(1 << 5),
    MAPPING(1 << 6);

    /** In {@code __flags__} and {@code __abc_tpflags__}. */
    public final int flag;

    PatternKind(int flag) {
        this.flag = flag;
    }

    /** The kind that flags name, of which at most one may be set. */
    public static PatternKind of(long flags) {
        return (flags & SEQUENCE.flag) != 0 ? SEQUENCE : (flags & MAPPING.flag) != 0 ? MAPPING : NONE;
    }
}
