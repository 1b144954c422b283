package org.picklejar.modules.struct;

import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.text.StructFormat;

/** What {@code iter_unpack} returns. */
public final class UnpackIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("unpack_iterator", UnpackIterator.class, PyType.OBJECT)
            .inModule("_struct")
            .notSubclassable();
    private final StructFormat format;
    private final byte[] bytes;
    private int at;

    UnpackIterator(StructFormat format, PyObject buffer) {
        this.format = format;
        this.bytes = Buffers.bytes(buffer);
        if (format.size() == 0) {
            throw StructModule.error("cannot iteratively unpack with a struct of length 0");
        }
        if (bytes.length % format.size() != 0) {
            throw StructModule.error(
                    "iterative unpacking requires a buffer of a multiple of " + format.size() + " bytes");
        }
    }

    public static void define(TypeBuilder<UnpackIterator> b) {
        b.unary(Slot.ITER, it -> it)
                .unary(Slot.NEXT, UnpackIterator::next)
                .method("__length_hint__(self, /)", it -> PyInt.of((it.bytes.length - it.at) / it.format.size()));
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public PyObject next() {
        if (at >= bytes.length) {
            return null;
        }
        PyObject v = StructModule.values(format, bytes, at);
        at += format.size();
        return v;
    }
}
