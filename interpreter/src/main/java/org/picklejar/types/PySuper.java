package org.picklejar.types;

import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** What {@code super()} makes. */
public final class PySuper extends PyInstance {
    public static final PyType TYPE = PyType.builtin("super", PySuper.class, PyType.OBJECT);
    public PyType thisClass;
    /** Null when unbound. */
    public PyObject self;

    public PyType selfClass;

    public PySuper(PyType type) {
        super(type);
    }
}
