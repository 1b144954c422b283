package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;

/** Looks for an object in an iterable by comparing all its items. */
public final class IterableSearchFrame extends ConsumeFrame {
    private enum Aim {
        CONTAINS,
        INDEX,
        COUNT
    }

    private Aim aim;
    private PyObject wanted;
    private long index;
    private long count;
    private boolean compared;

    /** For unpickling. */
    public IterableSearchFrame() {}

    private IterableSearchFrame(Aim aim, PyObject iterable, PyObject wanted) {
        super(iterable);
        this.aim = aim;
        this.wanted = wanted;
    }

    public static PyObject contains(Execution x, PyObject r, PyObject o) {
        return new IterableSearchFrame(Aim.CONTAINS, r, o).run(x);
    }

    public static PyObject index(Execution x, PyObject r, PyObject o) {
        return new IterableSearchFrame(Aim.INDEX, r, o).run(x);
    }

    public static PyObject count(Execution x, PyObject r, PyObject o) {
        return new IterableSearchFrame(Aim.COUNT, r, o).run(x);
    }

    @Override
    protected PyObject item(Execution x, PyObject item) {
        if (item == wanted) {
            compared = true;
            return resumed(x, PyBool.TRUE);
        }
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
