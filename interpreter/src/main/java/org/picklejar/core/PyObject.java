package org.picklejar.core;

/** Any Python value. Operations are slots of its type. */
public abstract class PyObject {
    public abstract PyType type();
}
