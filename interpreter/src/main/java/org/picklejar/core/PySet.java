package org.picklejar.core;

/** Python's set and frozenset, in insertion order. */
public final class PySet extends PyInstance {
    public static final PyType TYPE = PyType.builtin("set", PySet.class, PyType.OBJECT);
    public static final PyType FROZEN_TYPE = PyType.builtin("frozenset", PySet.class, PyType.OBJECT);
    /** The elements are the keys. */
    public final PyDict elements = new PyDict();
    /** Of a frozenset, once computed; 0 otherwise. */
    public long hash;

    public PySet() {
        this(TYPE);
    }

    public PySet(PyType type) {
        super(type);
    }

    public boolean isFrozen() {
        return type().isSubtypeOf(FROZEN_TYPE);
    }

    public int size() {
        return elements.size();
    }

    public void add(Execution x, PyObject o) {
        elements.put(x, o, PySingleton.NONE);
    }

    public boolean contains(Execution x, PyObject o) {
        return elements.contains(x, o);
    }

    /** @return whether it was there */
    public boolean discard(Execution x, PyObject o) {
        return elements.remove(x, o) != null;
    }

    public PyObject[] toArray() {
        return elements.keyArray();
    }
}
