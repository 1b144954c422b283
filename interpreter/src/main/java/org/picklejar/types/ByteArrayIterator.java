package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyByteArray;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** The iterator of a bytearray. */
final class ByteArrayIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("bytearray_iterator", ByteArrayIterator.class, PyType.OBJECT)
            .notSubclassable();
    /** Null at the end. */
    private PyByteArray object;

    private int index;

    ByteArrayIterator(PyByteArray object) {
        this.object = object;
    }

    static void define(TypeBuilder<ByteArrayIterator> b) {
        b.unary(Slot.ITER, it -> it)
                .unary(Slot.NEXT, ByteArrayIterator::next)
                .method(
                        "__length_hint__(self, /)",
                        it -> PyInt.of(it.object == null ? 0 : Math.max(0, it.object.byteLength() - it.index)))
                .tail("__reduce__(self, /)", ByteArrayIterator::reduce)
                .method("__setstate__(self, index: index, /)", ByteArrayIterator::setState);
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyObject next() {
        if (object != null && index < object.byteLength()) {
            return PyInt.of(object.storage()[index++] & 0xFF);
        }
        object = null;
        return null;
    }

    private static PyObject reduce(Execution x, ByteArrayIterator it) {
        PyObject iter = x.machine.builtins.get("iter");
        return it.object == null
                ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
                : PyTuple.of(iter, PyTuple.of(it.object), PyInt.of(it.index));
    }

    private static PyObject setState(ByteArrayIterator it, PyObject index) {
        if (it.object != null) {
            it.index = Math.max(0, Math.min(Values.toInt(index), it.object.byteLength()));
        }
        return PySingleton.NONE;
    }
}
