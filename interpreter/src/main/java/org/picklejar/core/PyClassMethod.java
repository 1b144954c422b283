package org.picklejar.core;

import java.util.function.Consumer;

/** {@code classmethod}. */
public final class PyClassMethod extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("classmethod", PyClassMethod.class, PyType.OBJECT).withDict();
    private PyObject function;

    public PyClassMethod(PyType type, PyObject function) {
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
