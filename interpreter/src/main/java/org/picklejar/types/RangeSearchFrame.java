package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyRange;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.Pending;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.ConsumeFrame;
import org.picklejar.ops.Truth;

/** Looks in a range for an object that is not an int, by comparing all its elements. */
public final class RangeSearchFrame extends ConsumeFrame {
    private enum Aim { CONTAINS, INDEX, COUNT }

    private Aim aim;
    private PyObject wanted;
    private long index;
    private long count;
    private boolean compared;

    /** For unpickling. */
    public RangeSearchFrame() {}

    private RangeSearchFrame(Aim aim, PyRange range, PyObject wanted) {
        super(range);
        this.aim = aim;
        this.wanted = wanted;
    }

    static PyObject contains(Execution x, PyRange r, PyObject o) {
        return new RangeSearchFrame(Aim.CONTAINS, r, o).run(x);
    }

    static PyObject index(Execution x, PyRange r, PyObject o) {
        return new RangeSearchFrame(Aim.INDEX, r, o).run(x);
    }

    static PyObject count(Execution x, PyRange r, PyObject o) {
        return new RangeSearchFrame(Aim.COUNT, r, o).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        compared = false;
        PyObject r = Comparisons.compare(x, Slot.EQ, item, wanted);
        return r == Pending.PENDING ? r : resumed(x, r);
    }

    @Override
    protected PyObject resumed(Execution x, PyObject value) {
        PyObject v = value;
        if (!compared) {
            compared = true;
            v = Truth.of(x, v);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (v == PyBool.TRUE) {
            if (aim == Aim.CONTAINS) {
                return PyBool.TRUE;
            }
            if (aim == Aim.INDEX) {
                return PyInt.of(index);
            }
            count++;
        }
        index++;
        return null;
    }

    @Override
    protected PyObject end(Execution x) {
        if (aim == Aim.INDEX) {
            throw Errors.valueError("sequence.index(x): x not in sequence");
        }
        return aim == Aim.CONTAINS ? PyBool.FALSE : PyInt.of(count);
    }

    @Override
    protected PyObject[] ownFields() {
        return new PyObject[] {PyStr.of(aim.name()), wanted, PyInt.of(index), PyInt.of(count), PyBool.of(compared)};
    }

    @Override
    protected void setOwnFields(PyObject[] f) {
        aim = Aim.valueOf(f[0].toString());
        wanted = f[1];
        index = ((PyInt) f[2]).value;
        count = ((PyInt) f[3]).value;
        compared = f[4] == PyBool.TRUE;
    }
}
