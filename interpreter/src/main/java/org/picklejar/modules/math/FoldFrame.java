package org.picklejar.modules.math;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.ops.Arithmetic;

/** {@code prod} of items, or {@code sumprod} of two tuples, by the operators of the objects. */
public final class FoldFrame extends NativeFrame {
    private PyTuple items;
    /** The other factors of sumprod; null for prod. */
    private PyTuple others;

    private PyObject total;
    private int at;
    /** Whether the value that comes is a product that is to be added. */
    private boolean multiplied;

    /** For unpickling. */
    public FoldFrame() {}

    FoldFrame(PyTuple items, PyTuple others, PyObject start) {
        this.items = items;
        this.others = others;
        this.total = start;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (v != null && multiplied) {
                multiplied = false;
                v = Arithmetic.binary(x, Slot.ADD, total, v);
            } else {
                total = v != null ? v : total;
                if (at == items.size()) {
                    return total;
                }
                PyObject item = items.get(at);
                multiplied = others != null;
                v = Arithmetic.binary(x, Slot.MUL, multiplied ? item : total, multiplied ? others.get(at) : item);
                at++;
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            items, others == null ? PySingleton.NONE : others, total, PyInt.of(at), PyBool.of(multiplied)
        };
    }

    @Override
    public void restore(PyObject[] s) {
        items = (PyTuple) s[0];
        others = s[1] instanceof PyTuple t ? t : null;
        total = s[2];
        at = (int) ((PyInt) s[3]).value;
        multiplied = s[4] == PyBool.TRUE;
    }
}
