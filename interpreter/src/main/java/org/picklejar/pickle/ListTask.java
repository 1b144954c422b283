package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Values;

/** Writes the items of an exact list, in batches (CPython: batch_list_exact). */
final class ListTask extends SaveTask {
    static final int BATCH = 1000;

    private final PyList list;
    private int next;
    private int inBatch;
    private boolean open;
    private final boolean single;

    ListTask(PyList list, int protocol) {
        // Protocol 0 has no APPENDS.
        this(list, protocol == 0 || list.size == 1);
    }

    private ListTask(PyList list, boolean single) {
        this.list = list;
        this.single = single;
    }

    static ListTask restore(PyObject[] fields) {
        ListTask t = new ListTask((PyList) fields[0], fields[1] == PyBool.TRUE);
        t.next = Values.toInt(fields[2]);
        t.inBatch = Values.toInt(fields[3]);
        t.open = fields[4] == PyBool.TRUE;
        return t;
    }

    @Override
    TaskKind kind() {
        return TaskKind.LIST;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {list, PyBool.of(single), PyInt.of(next), PyInt.of(inBatch), PyBool.of(open)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject value) {
        if (single) {
            return one(x, d);
        }
        for (; ; ) {
            if (open && (inBatch == BATCH || next >= list.size)) {
                d.out.op(PickleOp.APPENDS);
                open = false;
                if (next >= list.size) {
                    d.pop();
                    return null;
                }
            }
            if (!open) {
                d.out.op(PickleOp.MARK);
                open = true;
                inBatch = 0;
            }
            inBatch++;
            if (!d.save(x, list.items[next++])) {
                return null;
            }
        }
    }

    private PyObject one(Execution x, DumpFrame d) {
        for (; ; ) {
            if (open) {
                d.out.op(PickleOp.APPEND);
                open = false;
            }
            if (next >= list.size) {
                d.pop();
                return null;
            }
            open = true;
            if (!d.save(x, list.items[next++])) {
                return null;
            }
        }
    }

    @Override
    PyObject subject() {
        return list;
    }

    @Override
    Object part() {
        return next - 1;
    }
}
