package org.picklejar.core;

import java.util.function.Consumer;

/** {@code property}. Null where a function is missing. */
public final class PyProperty extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("property", PyProperty.class, PyType.OBJECT).withDict();
    public PyObject getter;
    public PyObject setter;
    public PyObject deleter;
    public PyObject doc;
    public PyObject name;
    /** Whether the docstring is the getter's. */
    public boolean getterDoc;

    public PyProperty(PyType type) {
        super(type);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(getter, visitor);
        visit(setter, visitor);
        visit(deleter, visitor);
    }
}
