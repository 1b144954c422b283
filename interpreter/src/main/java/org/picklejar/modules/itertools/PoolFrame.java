package org.picklejar.modules.itertools;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.StepFrame;
import org.picklejar.types.Collecting;

/** Makes tuples of the arguments of a {@link PoolIterator}, then the iterator. */
public final class PoolFrame extends StepFrame {
    private PyObject type;
    /** The first {@code next} are tuples already. */
    private PyObject[] pools;
    /** The number that goes with them: r or repeat, or None. */
    private PyObject number;

    private int next;

    /** For unpickling. */
    public PoolFrame() {}

    static PyObject make(Execution x, PyType type, PyObject[] iterables, PyObject number) {
        PoolFrame f = new PoolFrame();
        f.type = type;
        f.pools = iterables.clone();
        f.number = number;
        return f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        if (value != null) {
            pools[next++] = value;
        }
        while (next < pools.length) {
            PyObject t = Collecting.toTuple(x, pools[next]);
            if (t == Pending.PENDING) {
                return t;
            }
            pools[next++] = t;
        }
        if (type == Product.TYPE) {
            int repeat = (int) ((PyInt) number).value;
            PyTuple[] all = new PyTuple[pools.length * repeat];
            for (int i = 0; i < all.length; i++) {
                all[i] = (PyTuple) pools[i % pools.length];
            }
            return new Product(all);
        }
        PyObject[] pool = ((PyTuple) pools[0]).items;
        int count = number == PySingleton.NONE ? pool.length : (int) ((PyInt) number).value;
        return type == Permutations.TYPE ? new Permutations(pool, count) : new Combinations((PyType) type, pool, count);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {type, PyTuple.of(pools), number, PyInt.of(next)};
    }

    @Override
    protected void setFields(PyObject[] f) {
        type = f[0];
        pools = ((PyTuple) f[1]).items.clone();
        number = f[2];
        next = (int) ((PyInt) f[3]).value;
    }
}
