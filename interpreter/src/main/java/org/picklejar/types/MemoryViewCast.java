package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyObject;
import org.picklejar.ops.ItemFormat;
import org.picklejar.ops.Iteration;
import org.picklejar.ops.Values;

/** {@code memoryview.cast}. */
final class MemoryViewCast {
    private MemoryViewCast() {}

    static PyObject cast(Execution x, PyMemoryView m, PyObject format, PyObject shape) {
        m.checkReleased();
        String text = Values.textOrNull(format);
        if (text == null) {
            throw Errors.typeError("format argument must be a string");
        }
        if (!m.isContiguous()) {
            throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
        }
        char to = ItemFormat.letter(text);
        char from = ItemFormat.letter(m.format);
        if (to == 0) {
            throw Errors.valueError(
                    "memoryview: destination format must be a native single character format prefixed with an optional '@'");
        }
        if (!isByte(to) && !isByte(from)) {
            throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
        }
        int size = ItemFormat.size(to);
        if (m.byteLength() % size != 0) {
            throw Errors.typeError("memoryview: length is not a multiple of itemsize");
        }
        int[] dimensions = {m.byteLength() / size};
        if (shape != null) {
            dimensions = dimensions(x, shape);
            long product = size;
            for (int d : dimensions) {
                product *= d;
            }
            if (product != m.byteLength()) {
                throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
            }
        }
        int[] strides = new int[dimensions.length];
        int stride = size;
        for (int d = dimensions.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dimensions[d];
        }
        return new PyMemoryView(m.object, m.owner, m.readOnly, text, size, m.offset, dimensions, strides);
    }

    private static boolean isByte(char c) {
        return c == 'b' || c == 'B' || c == 'c';
    }

    private static int[] dimensions(Execution x, PyObject shape) {
        PyObject[] items = Iteration.itemsOrNull(shape);
        if (items == null) {
            throw Errors.typeError("shape must be a list or a tuple");
        }
        int[] out = new int[items.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Values.toInt(x, items[i]);
            if (out[i] <= 0) {
                throw Errors.valueError("memoryview.cast(): elements of shape must be integers > 0");
            }
        }
        return out;
    }
}
