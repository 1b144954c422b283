package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Writes a tuple that is not empty (CPython: save_tuple). */
final class TupleTask extends SaveTask {
    private static final int[] SHORT = {0, PickleOp.TUPLE1, PickleOp.TUPLE2, PickleOp.TUPLE3};
    private static final int NONE = -1;
    private final PyTuple tuple;
    /** It was made for this pickle, and nothing else refers to it. */
    private final boolean isFresh;
    /** The place of an item that is fresh, too, or -1. */
    private final int freshItem;

    private int next;

    TupleTask(PyTuple tuple) {
        this(tuple, false, NONE);
    }

    private TupleTask(PyTuple tuple, boolean isFresh, int freshItem) {
        this.tuple = tuple;
        this.isFresh = isFresh;
        this.freshItem = freshItem;
    }

    /** Of a tuple that a reduction has made; it is not put into the memo. */
    static TupleTask fresh(PyTuple tuple) {
        return fresh(tuple, NONE);
    }

    /** @param freshItem the place of a tuple in it of which the same holds */
    static TupleTask fresh(PyTuple tuple, int freshItem) {
        return new TupleTask(tuple, true, freshItem);
    }

    static TupleTask restore(PyObject[] fields) {
        TupleTask t = new TupleTask((PyTuple) fields[0], fields[2] == PyBool.TRUE, Values.toInt(fields[3]));
        t.next = Values.toInt(fields[1]);
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.TUPLE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {tuple, PyInt.of(next), PyBool.of(isFresh), PyInt.of(freshItem)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        PyObject[] items = tuple.items;
        boolean small = items.length <= 3 && d.out.protocol >= 2;
        if (next == 0 && !small) {
            d.out.op(PickleOp.MARK);
        }
        while (next < items.length) {
            PyObject item = items[next++];
            if (next - 1 == freshItem && item instanceof PyTuple t && t.size() > 0) {
                d.push(fresh(t));
                return null;
            }
            if (!d.save(x, item)) {
                return null;
            }
        }
        d.pop();
        if (isFresh) {
            d.out.op(small ? SHORT[items.length] : PickleOp.TUPLE);
            return null;
        }
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
