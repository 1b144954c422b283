package org.picklejar.core;

/** None, NotImplemented and Ellipsis. */
public final class PySingleton extends PyObject {
    public static final PyType NONE_TYPE =
            PyType.builtin("NoneType", PySingleton.class, PyType.OBJECT).notSubclassable();
    public static final PyType NOT_IMPLEMENTED_TYPE = PyType.builtin(
                    "NotImplementedType", PySingleton.class, PyType.OBJECT)
            .notSubclassable();
    public static final PyType ELLIPSIS_TYPE =
            PyType.builtin("ellipsis", PySingleton.class, PyType.OBJECT).notSubclassable();

    public static final PySingleton NONE = new PySingleton(NONE_TYPE, "None");
    public static final PySingleton NOT_IMPLEMENTED = new PySingleton(NOT_IMPLEMENTED_TYPE, "NotImplemented");
    public static final PySingleton ELLIPSIS = new PySingleton(ELLIPSIS_TYPE, "Ellipsis");

    private final PyType type;
    private final String name;

    private PySingleton(PyType type, String name) {
        this.type = type;
        this.name = name;
    }

    @Override
    public PyType type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
