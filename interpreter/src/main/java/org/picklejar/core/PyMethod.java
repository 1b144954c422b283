package org.picklejar.core;

import java.util.function.Consumer;

/** A callable bound to an object: CPython's {@code method}. */
public final class PyMethod extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("method", PyMethod.class, PyType.OBJECT).notSubclassable();
    public final PyObject function;
    public final PyObject self;

    public PyMethod(PyObject function, PyObject self) {
        this.function = function;
        this.self = self;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(self);
        visitor.accept(function);
    }
}
