package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;

/** Writes the entries of an exact dict, in batches (CPython: batch_dict_exact). */
final class DictTask extends SaveTask {
    private final PyDict dict;
    private final int size;
    private final boolean single;
    /** Entry number. */
    private int next;

    private PyObject key;
    private PyObject value;
    /** The key is written; the value is next. */
    private boolean halfDone;

    private boolean open;
    private int inBatch;

    DictTask(PyDict dict, int protocol) {
        this.dict = dict;
        this.size = dict.size();
        this.single = protocol == 0 || size == 1;
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject ignored) {
        for (; ; ) {
            if (halfDone) {
                halfDone = false;
                inBatch++;
                if (!d.save(x, value)) {
                    return null;
                }
            }
            if (open && (single || inBatch == ListTask.BATCH || !advance())) {
                d.out.op(single ? PickleOp.SETITEM : PickleOp.SETITEMS);
                open = false;
                if (dict.size() != size) {
                    throw Errors.runtimeError("dictionary changed size during iteration");
                }
                if (!single && inBatch < ListTask.BATCH) {
                    d.pop();
                    return null;
                }
            }
            if (!open) {
                if (single && !advance()) {
                    d.pop();
                    return null;
                }
                if (!single) {
                    d.out.op(PickleOp.MARK);
                    inBatch = 0;
                    open = true;
                    // An empty batch follows a full one, as CPython has it.
                    continue;
                }
                open = true;
            }
            key = dict.keyAt(next);
            value = dict.valueAt(next++);
            halfDone = true;
            if (!d.save(x, key)) {
                return null;
            }
        }
    }

    /** Finds the next entry.
     * @return whether there is one */
    private boolean advance() {
        while (next < dict.entries() && dict.keyAt(next) == null) {
            next++;
        }
        return next < dict.entries();
    }

    @Override
    PyObject subject() {
        return dict;
    }

    @Override
    Object part() {
        return key;
    }
}
