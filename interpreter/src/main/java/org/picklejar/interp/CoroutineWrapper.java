package org.picklejar.interp;

import java.util.function.Consumer;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** What {@code coroutine.__await__()} gives: an iterator over the coroutine. */
public final class CoroutineWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("coroutine_wrapper", CoroutineWrapper.class, PyType.OBJECT)
            .notSubclassable();
    public PyGenerator coroutine;

    public CoroutineWrapper(PyGenerator coroutine) {
        this.coroutine = coroutine;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (coroutine != null) {
            visitor.accept(coroutine);
        }
    }
}
