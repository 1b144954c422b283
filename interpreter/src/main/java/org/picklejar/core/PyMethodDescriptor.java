package org.picklejar.core;

/** A method of a builtin type, unbound. */
public final class PyMethodDescriptor extends PyObject {
    public static final PyType TYPE = PyType.builtin("method_descriptor", PyMethodDescriptor.class, PyType.OBJECT)
            .notSubclassable();
    public static final PyType CLASS_METHOD_TYPE = PyType.builtin(
                    "classmethod_descriptor", PyMethodDescriptor.class, PyType.OBJECT)
            .notSubclassable();
    public final NativeCode code;
    public final PyType owner;
    public final boolean isClassMethod;

    public PyMethodDescriptor(NativeCode code, PyType owner, boolean isClassMethod) {
        this.code = code;
        this.owner = owner;
        this.isClassMethod = isClassMethod;
        if (code.function == null) {
            code.function = this;
        }
    }

    @Override
    public PyType type() {
        return isClassMethod ? CLASS_METHOD_TYPE : TYPE;
    }
}
