package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Writes a tuple that is not empty (CPython: save_tuple). */
final class TupleTask extends SaveTask {
    private static final int[] SHORT = {0, PickleOp.TUPLE1, PickleOp.TUPLE2, PickleOp.TUPLE3};
    private final PyTuple tuple;
    private int next;

    TupleTask(PyTuple tuple) {
        this.tuple = tuple;
    }

    static TupleTask restore(PyObject[] fields) {
        TupleTask t = new TupleTask((PyTuple) fields[0]);
        t.next = Values.toInt(fields[1]);
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.TUPLE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {tuple, PyInt.of(next)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject[] items = tuple.items;
        boolean small = items.length <= 3 && d.out.protocol >= 2;
        if (next == 0 && !small) {
            d.out.op(PickleOp.MARK);
        }
        while (next < items.length) {
            if (!d.save(x, items[next++])) {
                return null;
            }
        }
        d.pop();
        int known = d.memo(tuple);
        if (known < 0) {
            d.out.op(small ? SHORT[items.length] : PickleOp.TUPLE);
            d.memoize(tuple);
            return null;
        }
        // It contains itself: what is written is dropped.
        if (!small && d.out.binary) {
            d.out.op(PickleOp.POP_MARK);
        } else {
            for (int i = 0, n = items.length + (small ? 0 : 1); i < n; i++) {
                d.out.op(PickleOp.POP);
            }
        }
        d.out.memoGet(known);
        return null;
    }

    @Override
    PyObject subject() {
        return tuple;
    }

    @Override
    Object part() {
        return next - 1;
    }
}
