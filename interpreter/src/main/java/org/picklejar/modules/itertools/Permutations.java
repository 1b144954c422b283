package org.picklejar.modules.itertools;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code itertools.permutations}. */
final class Permutations extends PoolIterator {
    static final PyType TYPE = PyType.builtin("permutations", Permutations.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();

    private final PyObject[] pool;
    private final int count;
    private int[] cycles;

    Permutations(PyObject[] pool, int count) {
        this.pool = pool;
        this.count = count;
        stopped = count > pool.length;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    boolean step() {
        int n = pool.length;
        if (indices == null) {
            indices = new int[n];
            Arrays.setAll(indices, i -> i);
            cycles = new int[count];
            Arrays.setAll(cycles, i -> n - i);
            return true;
        }
        for (int i = count - 1; i >= 0; i--) {
            if (--cycles[i] == 0) {
                int first = indices[i];
                System.arraycopy(indices, i + 1, indices, i, n - i - 1);
                indices[n - 1] = first;
                cycles[i] = n - i;
            } else {
                int j = n - cycles[i];
                int t = indices[i];
                indices[i] = indices[j];
                indices[j] = t;
                return true;
            }
        }
        return false;
    }

    @Override
    PyTuple current() {
        return choose(pool, indices, count);
    }

    private PyObject reduce() {
        if (stopped) {
            return PyTuple.of(TYPE, PyTuple.of(PyTuple.EMPTY, PyInt.of(Math.max(1, count))));
        }
        PyTuple args = PyTuple.of(PyTuple.of(pool), PyInt.of(count));
        return indices == null
                ? PyTuple.of(TYPE, args)
                : PyTuple.of(TYPE, args, PyTuple.of(toTuple(indices), toTuple(cycles)));
    }

    private PyObject setState(PyObject state) {
        PyTuple t = state(state, 2);
        indices = toInts(t.get(0), pool.length, pool.length - 1);
        cycles = toInts(t.get(1), count, pool.length);
        for (int i = 0; i < count; i++) {
            cycles[i] = Math.max(1, Math.min(cycles[i], pool.length - i));
        }
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(Permutations.class)
                .doc("Return successive r-length permutations of elements in the iterable.\n\n"
                        + "permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)")
                .constructor("permutations(cls, iterable, r=None)", (x, cls, a) -> {
                    PyObject count = Values.payload(a[2]);
                    if (count instanceof PyInteger) {
                        count = PyInt.of(Combinations.countOf(count));
                    } else if (count != PySingleton.NONE) {
                        throw Errors.typeError("Expected int as r");
                    }
                    return PoolFrame.make(x, cls, new PyObject[] {a[1]}, count);
                })
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, PoolIterator::next)
                .method("__reduce__(self, /) -- Return state information for pickling.", Permutations::reduce)
                .method(
                        "__setstate__(self, state, /) -- Set state information for unpickling.",
                        Permutations::setState);
    }
}
