package org.picklejar.modules.itertools;

import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Values;

/** {@code itertools.product}. */
final class Product extends PoolIterator {
    static final PyType TYPE = PyType.builtin("product", Product.class, PyType.OBJECT)
            .inModule("itertools")
            .notSubclassable();

    private final PyTuple[] pools;

    Product(PyTuple[] pools) {
        this.pools = pools;
        for (PyTuple p : pools) {
            stopped |= p.size() == 0;
        }
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    boolean step() {
        if (indices == null) {
            indices = new int[pools.length];
            return true;
        }
        for (int i = pools.length - 1; i >= 0; i--) {
            if (++indices[i] < pools[i].size()) {
                return true;
            }
            indices[i] = 0;
        }
        return false;
    }

    @Override
    PyTuple current() {
        PyObject[] out = new PyObject[pools.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = pools[i].get(indices[i]);
        }
        return PyTuple.of(out);
    }

    private PyObject reduce() {
        if (stopped) {
            return PyTuple.of(TYPE, PyTuple.of(PyTuple.EMPTY));
        }
        PyTuple args = PyTuple.of((PyObject[]) pools.clone());
        return indices == null ? PyTuple.of(TYPE, args) : PyTuple.of(TYPE, args, toTuple(indices));
    }

    static void define(TypeBuilder<?> builder) {
        builder.of(Product.class)
                .doc("Cartesian product of input iterables.  Equivalent to nested for-loops.\n\n"
                        + "For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).")
                .constructor("product(cls, /, *iterables, repeat: index = 1)", (x, cls, a) -> {
                    long repeat = Values.toLong(a[2]);
                    if (repeat < 0) {
                        throw Errors.valueError("repeat argument cannot be negative");
                    }
                    return PoolFrame.make(
                            x, cls, repeat == 0 ? new PyObject[0] : ((PyTuple) a[1]).items, PyInt.of(repeat));
                })
                .unary(Slot.ITER, i -> i)
                .unary(Slot.NEXT, PoolIterator::next)
                .method("__reduce__(self, /) -- Return state information for pickling.", Product::reduce)
                .method("__setstate__(self, state, /) -- Set state information for unpickling.", (p, s) -> {
                    p.indices = toInts(s, p.pools.length, Integer.MAX_VALUE);
                    for (int i = 0; i < p.pools.length; i++) {
                        p.indices[i] = Math.max(0, Math.min(p.indices[i], p.pools[i].size() - 1));
                    }
                    return PySingleton.NONE;
                });
    }
}
