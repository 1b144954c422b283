package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.KeyTable;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Fills a set with elements, or a dict with keys and values, that lie ready. The frame is only made when one of them has to wait. */
public final class FillFrame extends NativeFrame {
    private KeyTable table;
    private PyObject[] items;
    private int next;

    /** For unpickling. */
    public FillFrame() {}

    private FillFrame(KeyTable table, PyObject[] items, int next) {
        this.table = table;
        this.items = items;
        this.next = next;
    }

    /**
     * @param items elements; or key, value, key, value, ...
     * @param from the first to be taken
     * @return the set or dict, or PENDING and that later
     */
    public static PyObject fill(Execution x, KeyTable table, PyObject[] items, int from) {
        Frame caller = x.top;
        boolean pairs = table instanceof PyDict;
        int step = pairs ? 2 : 1;
        for (int i = from; i < items.length; i += step) {
            PyObject r = pairs
                    ? KeyOperation.SET_ITEM.on(x, table, items[i], items[i + 1])
                    : KeyOperation.ADD.on(x, table, items[i]);
            if (r == Pending.PENDING) {
                return x.interpose(caller, new FillFrame(table, items, i + step));
            }
        }
        return table.object();
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        // What has to wait next makes a frame of its own.
        x.top = back;
        return fill(x, table, items, next);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {table.object(), PyTuple.of(items), PyInt.of(next)};
    }

    @Override
    public void restore(PyObject[] state) {
        table = (KeyTable) state[0];
        items = ((PyTuple) state[1]).items;
        next = (int) ((PyInt) state[2]).value;
    }
}
