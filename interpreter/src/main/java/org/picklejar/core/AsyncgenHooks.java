package org.picklejar.core;

import java.util.function.Consumer;

/**
 * What {@code sys.set_asyncgen_hooks} has set; null where nothing is called.
 *
 * @param first called with each asynchronous generator when it is first iterated
 * @param finalizer what these keep for their end
 */
public record AsyncgenHooks(PyObject first, PyObject finalizer) {
    public static final AsyncgenHooks NONE = new AsyncgenHooks(null, null);

    public void traverse(Consumer<PyObject> visitor) {
        if (first != null) {
            visitor.accept(first);
        }
        if (finalizer != null) {
            visitor.accept(finalizer);
        }
    }
}
