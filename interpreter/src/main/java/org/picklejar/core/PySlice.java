package org.picklejar.core;

import java.util.function.Consumer;

/** Python's slice; parts may be any object. */
public final class PySlice extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("slice", PySlice.class, PyType.OBJECT).notSubclassable();
    public final PyObject start;
    public final PyObject stop;
    public final PyObject step;

    public PySlice(PyObject start, PyObject stop, PyObject step) {
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(start);
        visitor.accept(stop);
        visitor.accept(step);
    }
}
