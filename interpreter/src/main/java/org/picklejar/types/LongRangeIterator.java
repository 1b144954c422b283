package org.picklejar.types;

import java.math.BigInteger;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyRange;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** Iterates over a range with elements beyond long. */
public final class LongRangeIterator extends PyIterator {
    public static final PyType TYPE = PyType.builtin("longrange_iterator", LongRangeIterator.class, PyType.OBJECT)
            .notSubclassable();

    private BigInteger current;
    private final BigInteger step;
    private BigInteger left;

    LongRangeIterator(BigInteger first, BigInteger step, BigInteger count) {
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
        return left.bitLength() > 22;
    }

    @Override
    public PyObject next() {
        if (left.signum() == 0) {
            return null;
        }
        left = left.subtract(BigInteger.ONE);
        BigInteger v = current;
        current = v.add(step);
        return PyInteger.of(v);
    }

    private PyObject reduce(Execution x) {
        PyRange rest =
                new PyRange(PyInteger.of(current), PyInteger.of(current.add(left.multiply(step))), PyInteger.of(step));
        return Reduction.of(x, "iter", PySingleton.NONE, rest);
    }

    private PyObject setState(PyObject state) {
        BigInteger skip = Values.big(state).max(BigInteger.ZERO).min(left);
        current = current.add(skip.multiply(step));
        left = left.subtract(skip);
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(LongRangeIterator.class)
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, LongRangeIterator::next)
                .method(
                        "__length_hint__(self, /) -- Private method returning an estimate of len(list(it)).",
                        i -> PyInteger.of(i.left))
                .tail("__reduce__(self, /) -- Return state information for pickling.", (x, i) -> i.reduce(x))
                .tail(
                        "__setstate__(self, state: index, /) -- Set state information for unpickling.",
                        (x, i, s) -> i.setState(s));
    }
}
