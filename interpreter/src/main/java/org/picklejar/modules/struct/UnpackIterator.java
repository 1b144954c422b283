package org.picklejar.modules.struct;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Buffers;
import org.picklejar.text.StructFormat;

/** What {@code iter_unpack} returns. */
public final class UnpackIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("unpack_iterator", UnpackIterator.class, PyType.OBJECT)
            .inModule("_struct")
            .notSubclassable();
    /** What it was made of, str or bytes. */
    private final PyObject text;

    private final StructFormat format;
    private final byte[] bytes;
    private int at;

    /** @param text of the format, str or bytes */
    UnpackIterator(PyObject text, StructFormat format, PyObject buffer) {
        this.text = text;
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
                .tail("__reduce__(self, /)", (x, it) -> it.reduce(x))
                .method("__length_hint__(self, /)", it -> PyInt.of((it.bytes.length - it.at) / it.format.size()));
    }

    /** By what is left. */
    private PyObject reduce(Execution x) {
        return PyTuple.of(
                Imports.ofLoaded(x, "_struct", "iter_unpack"),
                PyTuple.of(text, new PyBytes(Arrays.copyOfRange(bytes, at, bytes.length))));
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
