package org.picklejar.interp;

import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** A value that an async generator yields to its consumer, as opposed to what it passes up to the event loop. */
public final class AsyncYield extends PyObject {
    public static final PyType TYPE = PyType.builtin("async_generator_wrapped_value", AsyncYield.class, PyType.OBJECT)
            .notSubclassable();
    public final PyObject value;

    public AsyncYield(PyObject value) {
        this.value = value;
    }

    @Override
    public PyType type() {
        return TYPE;
    }
}
