package org.picklejar.core;

/** A {@link PySlotWrapper} bound to an object. */
public final class PyMethodWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("method-wrapper", PyMethodWrapper.class, PyType.OBJECT)
            .notSubclassable();
    public final PySlotWrapper wrapper;
    public final PyObject self;

    public PyMethodWrapper(PySlotWrapper wrapper, PyObject self) {
        this.wrapper = wrapper;
        this.self = self;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
