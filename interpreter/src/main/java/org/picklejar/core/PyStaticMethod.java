package org.picklejar.core;

import java.util.function.Consumer;

/** {@code staticmethod}. */
public final class PyStaticMethod extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("staticmethod", PyStaticMethod.class, PyType.OBJECT).withDict();
    private PyObject function;

    public PyStaticMethod(PyType type, PyObject function) {
        super(type);
        this.function = function;
    }

    public PyObject function() {
        return function;
    }

    public void setFunction(PyObject f) {
        function = f;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(function, visitor);
    }
}
