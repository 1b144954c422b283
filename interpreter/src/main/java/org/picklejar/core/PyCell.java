package org.picklejar.core;

import java.util.function.Consumer;

/** A variable shared by functions. */
public final class PyCell extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("cell", PyCell.class, PyType.OBJECT).notSubclassable();
    /** Null when unbound. */
    public PyObject value;

    public PyCell(PyObject value) {
        this.value = value;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (value != null) {
            visitor.accept(value);
        }
    }
}
