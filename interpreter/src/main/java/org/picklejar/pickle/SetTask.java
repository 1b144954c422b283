package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;

/** Writes the elements of a set or frozenset of protocol 4 (CPython: save_set, save_frozenset). */
final class SetTask extends SaveTask {
    private final PySet set;
    private final PyObject[] elements;
    private int next;
    private int inBatch;
    private boolean open;

    SetTask(PySet set) {
        this.set = set;
        this.elements = set.toArray();
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
