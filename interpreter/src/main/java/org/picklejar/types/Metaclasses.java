package org.picklejar.types;

import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** Which metaclass a new class gets. */
public final class Metaclasses {
    private Metaclasses() {}

    /** The most derived of a metaclass and those of the bases; TypeError when they conflict. */
    public static PyType winner(PyType meta, PyTuple bases) {
        return TypeType.metaclass(meta, bases);
    }
}
