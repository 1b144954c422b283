package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.Keys;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** The hash of a tuple with an item that has to be asked for its own. */
public final class HashFrame extends StepFrame {
    private PyTuple items;
    /** Those of the first {@link #known} items; UNKNOWN after a pickle for those that items have by themselves. */
    private long[] hashes;

    private int known;

    /** For unpickling. */
    public HashFrame() {}

    /** An int, or PENDING. */
    public static PyObject hash(Execution x, PyTuple items) {
        long plain = Keys.plainHash(items);
        if (plain != Keys.UNKNOWN) {
            return PyInt.of(plain);
        }
        HashFrame f = new HashFrame();
        f.items = items;
        f.hashes = new long[items.size()];
        return f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        while (known < hashes.length) {
            PyObject item = items.get(known);
            long h = v == null ? Keys.plainHash(item) : Keys.result(v);
            if (h == Keys.UNKNOWN) {
                v = Keys.ask(x, item);
                if (v == Pending.PENDING) {
                    return v;
                }
                h = Keys.result(v);
            }
            hashes[known++] = h;
            v = null;
        }
        for (int i = 0; i < known; i++) {
            hashes[i] = hashes[i] == Keys.UNKNOWN ? Keys.plainHash(items.get(i)) : hashes[i];
        }
        return PyInt.of(Keys.hashTuple(hashes));
    }

    @Override
    protected PyObject[] fields() {
        PyObject[] found = new PyObject[known];
        Arrays.setAll(found, i -> Keys.saved(items.get(i), hashes[i]));
        return new PyObject[] {items, PyTuple.of(found)};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        items = (PyTuple) fields[0];
        PyTuple found = (PyTuple) fields[1];
        hashes = new long[items.size()];
        known = found.size();
        for (int i = 0; i < known; i++) {
            hashes[i] = Keys.restored(found.get(i));
        }
    }
}
