package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Values;

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
        this(dict, dict.size(), protocol == 0 || dict.size() == 1);
    }

    private DictTask(PyDict dict, int size, boolean single) {
        this.dict = dict;
        this.size = size;
        this.single = single;
    }

    static DictTask restore(PyObject[] fields) {
        DictTask t = new DictTask((PyDict) fields[0], Values.toInt(fields[1]), fields[2] == PyBool.TRUE);
        t.next = Values.toInt(fields[3]);
        t.key = fields[4];
        t.value = fields[5];
        t.halfDone = fields[6] == PyBool.TRUE;
        t.open = fields[7] == PyBool.TRUE;
        t.inBatch = Values.toInt(fields[8]);
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.DICT;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {
            dict,
            PyInt.of(size),
            PyBool.of(single),
            PyInt.of(passed()),
            key,
            value,
            PyBool.of(halfDone),
            PyBool.of(open),
            PyInt.of(inBatch)
        };
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

    /** How many entries lie before the next: its number in a dict that is made anew, which has no gaps. */
    private int passed() {
        int n = 0;
        for (int i = 0; i < next && i < dict.entries(); i++) {
            n += dict.keyAt(i) == null ? 0 : 1;
        }
        return n;
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
