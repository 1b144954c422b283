package org.picklejar.types;

import org.picklejar.core.PyIterator;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;

/** The iterator of a memoryview of one dimension. */
final class MemoryIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("memory_iterator", MemoryIterator.class, PyType.OBJECT)
            .notSubclassable();
    /** Null at the end. */
    private PyMemoryView view;

    private int index;

    MemoryIterator(PyMemoryView view) {
        this.view = view;
    }

    static void define(TypeBuilder<MemoryIterator> b) {
        b.unary(Slot.ITER, it -> it).unary(Slot.NEXT, MemoryIterator::next);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyObject next() {
        if (view == null || index >= view.shape[0]) {
            view = null;
            return null;
        }
        view.checkReleased();
        return MemoryViewType.item(view, view.offset + index++ * view.strides[0]);
    }
}
