package org.picklejar.modules.itertools;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code itertools.combinations} and {@code combinations_with_replacement}. */
final class Combinations extends PoolIterator {
    static final PyType TYPE = PyType.builtin("combinations", Combinations.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();
    static final PyType REPEATING_TYPE = PyType.builtin(
                    "combinations_with_replacement", Combinations.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();

    private final PyType type;
    private final PyObject[] pool;
    private final int count;

    Combinations(PyType type, PyObject[] pool, int count) {
        this.type = type;
        this.pool = pool;
        this.count = count;
        stopped = type == TYPE ? count > pool.length : pool.length == 0 && count > 0;
    }

    @Override
    public PyType type() {
        return type;
    }

    @Override
    boolean step() {
        boolean repeating = type == REPEATING_TYPE;
        if (indices == null) {
            indices = new int[count];
            if (!repeating) {
                Arrays.setAll(indices, i -> i);
            }
            return true;
        }
        int i = count - 1;
        while (i >= 0 && indices[i] == (repeating ? pool.length - 1 : i + pool.length - count)) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        int v = ++indices[i];
        for (int j = i + 1; j < count; j++) {
            indices[j] = repeating ? v : indices[j - 1] + 1;
        }
        return true;
    }

    @Override
    PyTuple current() {
        return choose(pool, indices, count);
    }

    /** How many to choose, from an argument. */
    static int countOf(PyObject r) {
        int n = Values.toInt(r);
        if (n < 0) {
            throw Errors.valueError("r must be non-negative");
        }
        return n;
    }

    private PyObject reduce() {
        if (stopped) {
            return PyTuple.of(type, PyTuple.of(PyTuple.EMPTY, PyInt.of(Math.max(1, count))));
        }
        PyTuple args = PyTuple.of(PyTuple.of(pool), PyInt.of(count));
        return indices == null ? PyTuple.of(type, args) : PyTuple.of(type, args, toTuple(indices));
    }

    static void define(TypeBuilder<?> builder, boolean repeating) {
        String name = repeating ? "combinations_with_replacement" : "combinations";
        builder.of(Combinations.class)
                .doc(
                        repeating
                                ? "Return successive r-length combinations of elements in the iterable allowing individual elements to have "
                                        + "successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ..."
                                : "Return successive r-length combinations of elements in the iterable.\n\n"
                                        + "combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)")
                .constructor(
                        name + "(cls, iterable, r: index)",
                        (x, cls, a) -> PoolFrame.make(x, cls, new PyObject[] {a[1]}, PyInt.of(countOf(a[2]))))
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, PoolIterator::next)
                .method("__reduce__(self, /) -- Return state information for pickling.", Combinations::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", (c, s) -> {
                    c.indices = toInts(s, c.count, c.pool.length - 1);
                    for (int i = 0; i < c.count && !repeating; i++) {
                        c.indices[i] = Math.max(0, Math.min(c.indices[i], i + c.pool.length - c.count));
                    }
                    return PySingleton.NONE;
                });
    }
}
