package org.picklejar.types;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PySlice;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.PyValueInstance;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Conversions;
import org.picklejar.ops.GenericAliases;
import org.picklejar.ops.HashFrame;
import org.picklejar.ops.SliceBounds;
import org.picklejar.ops.Values;

/** Python's tuple. */
final class TupleType {
    private TupleType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyTuple> b = builder.of(PyTuple.class)
                .doc(
                        "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\n"
                                + "If iterable is specified the tuple is initialized from iterable's items.\n\n"
                                + "If the argument is a tuple, the return value is the same object.")
                .constructor("tuple(cls, iterable=(), /)", TupleType::make)
                .rawUnary(Slot.REPR, (x, t) -> ReprFrame.repr(x, t))
                .comparisons(SequenceCompareFrame::compare)
                .unaryTail(Slot.HASH, (x, t) -> HashFrame.hash(x, t))
                .unary(Slot.LEN, t -> PyInt.of(t.size()))
                .unary(Slot.ITER, t -> new IndexIterator(IndexIterator.Kind.TUPLE, t))
                .binaryTail(Slot.CONTAINS, (x, t, o) -> SequenceSearchFrame.contains(x, t, o))
                .binaryTail(Slot.GETITEM, TupleType::getItem)
                .binary(Slot.ADD, TupleType::add)
                .binaryTail(Slot.MUL, TupleType::multiply)
                .binaryTail(Slot.RMUL, TupleType::multiply)
                .tail(
                        "count(self, value, /) -- Return number of occurrences of value.",
                        (x, t, o) -> SequenceSearchFrame.count(x, t, o))
                .tail(
                        "index(self, value, start: position = 0, stop: position = 9223372036854775807, /) -- Return first index of value.\n\n"
                                + "Raises ValueError if the value is not present.",
                        (x, t, o, from, to) -> SequenceSearchFrame.index(x, t, o, from, to))
                .method("__getnewargs__(self, /)", t -> PyTuple.of(t));
        GenericAliases.define(b);
    }

    private static PyObject make(Execution x, PyType cls, PyObject[] a) {
        if (cls == PyTuple.TYPE && a[1] instanceof PyTuple) {
            return a[1];
        }
        return TupleFrame.gather(x, cls, a[1]);
    }

    /** An instance of {@code cls}, which is tuple or a subclass. */
    static PyObject instance(PyType cls, PyTuple value) {
        return cls == PyTuple.TYPE ? value : new PyValueInstance(cls, value);
    }

    private static PyObject getItem(Execution x, PyTuple t, PyObject key) {
        if (key instanceof PySlice s) {
            SliceBounds bounds = SliceBounds.of(x, s, t::size);
            return bounds.step() == 1 && bounds.count() == t.size() ? t : PyTuple.of(bounds.select(t.items));
        }
        if (!Conversions.isIndex(key)) {
            throw Errors.typeError(
                    "tuple indices must be integers or slices, not %s",
                    key.type().name());
        }
        long i = Values.toIndex(x, key);
        long at = i < 0 ? i + t.size() : i;
        if (at < 0 || at >= t.size()) {
            throw Errors.indexError("tuple index out of range");
        }
        return t.items[(int) at];
    }

    private static PyObject add(PyTuple t, PyObject other) {
        if (!(Values.payload(other) instanceof PyTuple u)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        if (t.size() == 0) {
            return u;
        }
        PyObject[] out = Arrays.copyOf(t.items, t.size() + u.size());
        System.arraycopy(u.items, 0, out, t.size(), u.size());
        return u.size() == 0 ? t : PyTuple.of(out);
    }

    private static PyObject multiply(Execution x, PyTuple t, PyObject times) {
        if (!Conversions.isIndex(times)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        int n = Repetition.count(x, times, t.size(), null);
        return n == 1 ? t : PyTuple.of(ListType.repeat(t.items, t.size(), n));
    }
}
