package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIntIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyRange;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** Iterates over a range whose elements fit longs. */
public final class RangeIterator extends PyIntIterator {
    public static final PyType TYPE =
            PyType.builtin("range_iterator", RangeIterator.class, PyType.OBJECT).notSubclassable();

    private long current;
    private final long step;
    private long left;

    RangeIterator(long first, long step, long count) {
        this.current = first;
        this.step = step;
        this.left = count;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public boolean isLong() {
        return left > 1 << 22;
    }

    @Override
    public boolean hasMore() {
        return left != 0;
    }

    @Override
    public long nextLong() {
        left--;
        long v = current;
        current = v + step;
        return v;
    }

    private PyObject reduce(Execution x) {
        return Reduction.of(
                x,
                "iter",
                PySingleton.NONE,
                new PyRange(PyInt.of(current), PyInt.of(current + left * step), PyInt.of(step)));
    }

    private PyObject setState(PyObject state) {
        long skip = Math.max(0, Math.min(left, Values.toLong(state)));
        current += skip * step;
        left -= skip;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(RangeIterator.class)
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, RangeIterator::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        i -> PyInt.of(i.left))
                .tail("__reduce__(self, /) -- Return state information for pickling.", (x, i) -> i.reduce(x))
                .tail(
                        "__setstate__(self, state: index, /) -- Set state information for unpickling.",
                        (x, i, s) -> i.setState(s));
    }
}
