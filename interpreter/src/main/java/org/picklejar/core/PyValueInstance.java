package org.picklejar.core;

/** An instance of a user class that derives from an immutable builtin type: it carries the builtin value. */
public final class PyValueInstance extends PyInstance {
    /** A PyInteger, PyFloat, PyComplex, PyStr, PyBytes or PyTuple. */
    public final PyObject payload;

    public PyValueInstance(PyType type, PyObject payload) {
        super(type);
        this.payload = payload;
    }
}
