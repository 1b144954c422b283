package org.picklejar.types;

import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** The iterator of a bytes or bytearray. */
final class BytesIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("bytes_iterator", BytesIterator.class, PyType.OBJECT).notSubclassable();
    static final PyType ARRAY_TYPE = PyType.builtin("bytearray_iterator", BytesIterator.class, PyType.OBJECT).notSubclassable();
    private final PyType type;
    /** Null at the end. */
    private PyObject object;
    private int index;

    BytesIterator(PyObject object) {
        this.object = object;
        this.type = object instanceof PyBytes ? TYPE : ARRAY_TYPE;
    }

    static void define(TypeBuilder<BytesIterator> b) {
        b.unary(Slot.ITER, it -> it)
            .unary(Slot.NEXT, BytesIterator::next)
            .method("__length_hint__(self, /)", it -> PyInt.of(it.object == null ? 0 : Math.max(0, it.owner().byteLength() - it.index)))
            .tail("__reduce__(self, /)", BytesIterator::reduce)
            .tail("__setstate__(self, index, /)", BytesIterator::setState);
    }

    private ByteBufferOwner owner() {
        return (ByteBufferOwner) object;
    }

    @Override
    public PyType type() {
        return type;
    }

    @Override
    public PyObject next() {
        if (object != null && index < owner().byteLength()) {
            return PyInt.of(owner().storage()[index++] & 0xFF);
        }
        object = null;
        return null;
    }

    private static PyObject reduce(Execution x, BytesIterator it) {
        PyObject iter = x.machine.builtins.get("iter");
        return it.object == null ? PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY))
            : PyTuple.of(iter, PyTuple.of(it.object), PyInt.of(it.index));
    }

    private static PyObject setState(Execution x, BytesIterator it, PyObject index) {
        if (it.object != null) {
            it.index = Math.max(0, Math.min(Values.toInt(x, index), it.owner().byteLength()));
        }
        return PySingleton.NONE;
    }
}
