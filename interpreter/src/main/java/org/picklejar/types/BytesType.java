package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Values;
import org.picklejar.text.StringText;

/** Python's bytes: its operators. The methods it shares with bytearray stand in BytesSearch, BytesSplit and BytesText. */
public final class BytesType {
    private BytesType() {}

    static void define(TypeBuilder<PyBytes> b) {
        b.doc(
                        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes")
                .constructor("bytes(cls, source=<unset>, encoding=<unset>, errors=<unset>)", BytesConstruction::create)
                .unary(Slot.REPR, s -> PyStr.of(StringText.reprBytes(s.value)))
                .unary(Slot.HASH, s -> PyInt.of(Keys.plainHash(s)))
                .unary(Slot.LEN, s -> PyInt.of(s.value.length))
                .unary(Slot.ITER, s -> new IndexIterator(IndexIterator.Kind.BYTES, s))
                .binary(Slot.ADD, BytesType::add)
                .binaryTail(Slot.MUL, BytesType::repeat)
                .binaryTail(Slot.RMUL, BytesType::repeat)
                .binaryTail(Slot.GETITEM, (x, s, key) -> get(x, s.value, key, ByteKind.BYTES, "byte"))
                .comparisons((x, s, other, op) -> compare(s.value, other, op))
                .method("__getnewargs__(self, /)", s -> PyTuple.of(s))
                .method("__bytes__(self, /)", s -> s);
        BytesSearch.define(b, ByteKind.BYTES);
        BytesSplit.define(b, ByteKind.BYTES);
        BytesText.define(b, ByteKind.BYTES);
    }

    private static PyObject add(PyBytes s, PyObject other) {
        byte[] b = Buffers.bytesOrNull(other);
        if (b == null) {
            throw Errors.typeError("can't concat %s to bytes", other.type().name());
        }
        return ByteKind.BYTES.make(concat(s.value, b));
    }

    static byte[] concat(byte[] a, byte[] b) {
        byte[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    private static PyObject repeat(Execution x, PyBytes s, PyObject times) {
        return Conversions.isIndex(times)
                ? ByteKind.BYTES.make(repeated(x, s.value, times, "repeated bytes are too long"))
                : PySingleton.NOT_IMPLEMENTED;
    }

    /** @param tooLong see {@link Repetition#count} */
    public static byte[] repeated(Execution x, byte[] s, PyObject times, String tooLong) {
        int n = Repetition.count(x, times, s.length, tooLong);
        byte[] out = new byte[s.length * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(s, 0, out, i * s.length, s.length);
        }
        return out;
    }

    static PyObject get(Execution x, byte[] s, PyObject key, ByteKind<?> kind, String name) {
        if (key instanceof PySlice slice) {
            SliceBounds r = SliceBounds.of(x, slice, () -> s.length);
            byte[] out = new byte[r.count()];
            for (int i = 0; i < out.length; i++) {
                out[i] = s[r.start() + i * r.step()];
            }
            return kind.make(out);
        }
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "%s indices must be integers or slices, not %s",
                    name, key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + s.length : i;
        if (at < 0 || at >= s.length) {
            throw Errors.indexError(name.equals("byte") ? "index out of range" : name + " index out of range");
        }
        return PyInt.of(s[(int) at] & 0xFF);
    }

    static PyObject compare(byte[] a, PyObject other, Slot op) {
        byte[] b = Buffers.bytesOrNull(other);
        if (b == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyBool.of(Comparisons.holds(op, Arrays.compareUnsigned(a, b)));
    }
}
