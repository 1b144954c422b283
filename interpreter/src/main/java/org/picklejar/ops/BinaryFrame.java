package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;

/** A binary operation whose first method is running in Python; when it returns NotImplemented the next is tried. */
public final class BinaryFrame extends NativeFrame {
    private Slot op;
    private Slot inPlace;
    private PyObject a;
    private PyObject b;
    private int stage;

    /** For unpickling. */
    public BinaryFrame() {}

    BinaryFrame(Slot op, Slot inPlace, PyObject a, PyObject b, int stage) {
        this.op = op;
        this.inPlace = inPlace;
        this.a = a;
        this.b = b;
        this.stage = stage;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (value != PySingleton.NOT_IMPLEMENTED) {
            return value;
        }
        // This frame has done its part: what is tried now gets a frame of its own when it needs one.
        x.top = back;
        PyObject r = Arithmetic.isComparison(op)
                ? Comparisons.attempt(x, op, a, b, stage + 1)
                : Arithmetic.attempt(x, op, inPlace, a, b, stage + 1);
        if (r != Pending.PENDING) {
            x.top = this;
        }
        return r;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(op.name()), inPlace == null ? PySingleton.NONE : PyStr.of(inPlace.name()), a, b, PyInt.of(stage)
        };
    }

    @Override
    public void restore(PyObject[] state) {
        op = Slot.valueOf(state[0].toString());
        inPlace = state[1] == PySingleton.NONE ? null : Slot.valueOf(state[1].toString());
        a = state[2];
        b = state[3];
        stage = (int) ((PyInt) state[4]).value;
    }
}
