package org.picklejar.pickle;

import org.picklejar.core.ByteBufferOwner;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code PickleBuffer}: a buffer that may travel outside of the pickle (PEP 574). */
final class PickleBuffer extends PyObject implements ByteBufferOwner {
    static final PyType TYPE =
            PyType.builtin("PickleBuffer", PickleBuffer.class, PyType.OBJECT).inModule("_pickle");
    /** Null when released. */
    private PyMemoryView view;

    PickleBuffer(PyObject o) {
        if (o instanceof PyMemoryView v) {
            v.checkReleased();
            view = new PyMemoryView(v.object, v.owner, v.readOnly, v.format, v.itemSize, v.offset, v.shape, v.strides);
        } else if (Values.payload(o) instanceof ByteBufferOwner b) {
            view = PyMemoryView.of(o, b);
        } else {
            throw Errors.typeError(
                    "a bytes-like object is required, not '%s'", o.type().name());
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    PyMemoryView view() {
        if (view == null) {
            throw Errors.valueError("operation forbidden on released PickleBuffer object");
        }
        return view;
    }

    @Override
    public byte[] storage() {
        PyMemoryView v = view();
        return v.offset == 0 && v.isContiguous() ? v.owner.storage() : v.toBytes();
    }

    @Override
    public int byteLength() {
        return view().byteLength();
    }

    @Override
    public boolean isReadOnly() {
        return view().readOnly;
    }

    private PyObject raw() {
        PyMemoryView v = view();
        if (!v.isContiguous()) {
            throw Errors.of(ExceptionTypes.BUFFER_ERROR, "cannot extract raw buffer from non-contiguous buffer");
        }
        return new PyMemoryView(
                v.object, v.owner, v.readOnly, "B", 1, v.offset, new int[] {v.byteLength()}, new int[] {1});
    }

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PickleBuffer> b = builder.of(PickleBuffer.class);
        b.constructor("PickleBuffer(cls, object, /)", (x, cls, a) -> new PickleBuffer(a[1]))
                .method(
                        "raw(self, /) -- Return a memoryview of the raw memory underlying this buffer.",
                        (PickleBuffer p) -> p.raw())
                .method("release(self, /) -- Release the underlying buffer.", (PickleBuffer p) -> {
                    if (p.view != null) {
                        p.view.release();
                        p.view = null;
                    }
                    return (PyObject) PySingleton.NONE;
                });
    }
}
