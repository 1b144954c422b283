package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Items;
import org.picklejar.ops.Iteration.SequenceIterator;
import org.picklejar.ops.Values;

/** The iterator over objects that only have {@code __getitem__}. */
final class SequenceIteratorType {
    private SequenceIteratorType() {}

    static void define(TypeBuilder<?> builder) {
        builder.of(SequenceIterator.class)
                .unary(Slot.ITER, i -> i)
                .unaryTail(Slot.NEXT, (x, i) -> i.next(x))
                .tail(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        SequenceIteratorType::lengthHint)
                .tail(
                        "__reduce__(self, /) -- Return state information for pickling.",
                        (x, i) -> i.sequence == null
                                ? Reduction.iterOf(x, PyTuple.EMPTY)
                                : Reduction.of(x, "iter", PyInt.of(i.index), i.sequence))
                .method("__setstate__(self, state: index, /) -- Set state information for unpickling.", (i, s) -> {
                    i.index = Math.max(0, Values.toLong(s));
                    return PySingleton.NONE;
                });
    }

    private static PyObject lengthHint(Execution x, SequenceIterator i) {
        if (i.sequence == null) {
            return PyInt.ZERO;
        }
        if (i.sequence.type().unary(Slot.LEN) == null) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        return PyInt.of(Math.max(0, Items.lenNow(x, i.sequence) - i.index));
    }
}
