package org.picklejar.core;

import java.util.function.Consumer;

/** An instance of a user class that derives from an immutable builtin type: it carries the builtin value. */
public final class PyValueInstance extends PyInstance {
    /** A PyInteger, PyFloat, PyComplex, PyStr, PyBytes or PyTuple. */
    public final PyObject payload;

    public PyValueInstance(PyType type, PyObject payload) {
        super(type);
        this.payload = payload;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visitor.accept(payload);
    }
}
