package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.SimpleValues;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;

/** {@code ==} of two dicts. */
public final class DictCompareFrame extends StepFrame {
    private enum State {
        ENTRY,
        EQUAL,
        TRUTH
    }

    private State state = State.ENTRY;
    private PyDict left;
    private PyDict right;
    private boolean negate;
    private int entry;

    /** For unpickling. */
    public DictCompareFrame() {}

    public static PyObject compare(Execution x, PyDict left, PyDict right, boolean negate) {
        if (left.size() != right.size()) {
            return PyBool.of(negate);
        }
        DictCompareFrame f = new DictCompareFrame();
        f.left = left;
        f.right = right;
        f.negate = negate;
        return left.size() == 0 ? PyBool.of(!negate) : f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case ENTRY -> {
                    if (entry >= left.entries()) {
                        return PyBool.of(!negate);
                    }
                    PyObject key = left.keyAt(entry);
                    if (key == null) {
                        entry++;
                        continue;
                    }
                    PyObject mine = left.valueAt(entry);
                    PyObject theirs = right.get(x, key);
                    entry++;
                    Boolean same = theirs == null ? Boolean.FALSE : SimpleValues.same(mine, theirs);
                    if (same != null) {
                        if (!same) {
                            return PyBool.of(negate);
                        }
                        continue;
                    }
                    state = State.EQUAL;
                    v = Comparisons.compare(x, Slot.EQ, mine, theirs);
                }
                case EQUAL -> {
                    state = State.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    if (v != PyBool.TRUE) {
                        return PyBool.of(negate);
                    }
                    state = State.ENTRY;
                    continue;
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(state.name()), left, right, PyBool.of(negate), PyInt.of(entry)};
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        left = (PyDict) f[1];
        right = (PyDict) f[2];
        negate = f[3] == PyBool.TRUE;
        entry = (int) ((PyInt) f[4]).value;
    }
}
