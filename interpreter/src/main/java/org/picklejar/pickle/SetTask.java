package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Writes the elements of a set or frozenset of protocol 4 (CPython: save_set, save_frozenset). */
final class SetTask extends SaveTask {
    private final PySet set;
    private final PyObject[] elements;
    private int next;
    private int inBatch;
    private boolean open;

    SetTask(PySet set) {
        this(set, set.toArray());
    }

    private SetTask(PySet set, PyObject[] elements) {
        this.set = set;
        this.elements = elements;
    }

    static SetTask restore(PyObject[] fields) {
        SetTask t = new SetTask((PySet) fields[0], ((PyTuple) fields[1]).items);
        t.next = Values.toInt(fields[2]);
        t.inBatch = Values.toInt(fields[3]);
        t.open = fields[4] == PyBool.TRUE;
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.SET;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {set, PyTuple.of(elements), PyInt.of(next), PyInt.of(inBatch), PyBool.of(open)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        if (set.type() == PySet.FROZEN_TYPE) {
            return frozen(x, d);
        }
        for (; ; ) {
            if (!open) {
                d.out.op(PickleOp.MARK);
                open = true;
                inBatch = 0;
            }
            if (next == elements.length || inBatch == ListTask.BATCH) {
                d.out.op(PickleOp.ADDITEMS);
                open = false;
                if (set.size() != elements.length) {
                    throw Errors.runtimeError("set changed size during iteration");
                }
                if (inBatch < ListTask.BATCH) {
                    d.pop();
                    return null;
                }
                continue;
            }
            inBatch++;
            if (!d.save(x, elements[next++])) {
                return null;
            }
        }
    }

    private PyObject frozen(Execution x, DumpFrame d) {
        if (!open) {
            d.out.op(PickleOp.MARK);
            open = true;
        }
        while (next < elements.length) {
            if (!d.save(x, elements[next++])) {
                return null;
            }
        }
        d.pop();
        int known = d.memo(set);
        if (known >= 0) {
            // It contains itself: what is written is dropped.
            d.out.op(PickleOp.POP_MARK);
            d.out.memoGet(known);
        } else {
            d.out.op(PickleOp.FROZENSET);
            d.memoize(set);
        }
        return null;
    }

    @Override
    PyObject subject() {
        return set;
    }
}
