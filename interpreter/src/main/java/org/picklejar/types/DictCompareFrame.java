package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.KeyOperation;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.SimpleValues;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;

/** {@code ==} of two dicts. */
public final class DictCompareFrame extends StepFrame {
    private enum State {
        ENTRY,
        LOOKUP,
        EQUAL,
        ORDER
    }

    private State state = State.ENTRY;
    private PyDict left;
    private PyDict right;
    private boolean negate;
    private boolean ordered;
    /** The next entry of the left one. */
    private int entry;
    /** The value of the one before. */
    private PyObject value;

    /** For unpickling. */
    public DictCompareFrame() {}

    /** @param ordered whether the keys must be in the same order too */
    public static PyObject compare(Execution x, PyDict left, PyDict right, boolean negate, boolean ordered) {
        if (left.size() != right.size()) {
            return PyBool.of(negate);
        }
        DictCompareFrame f = new DictCompareFrame();
        f.left = left;
        f.right = right;
        f.negate = negate;
        f.ordered = ordered;
        return left.size() == 0 ? PyBool.of(!negate) : f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject sent) {
        PyObject v = sent;
        for (; ; ) {
            if (v == Pending.PENDING) {
                return v;
            }
            switch (state) {
                case ENTRY -> {
                    if (entry >= left.entries()) {
                        if (!ordered) {
                            return PyBool.of(!negate);
                        }
                        PyTuple mine = PyTuple.of(left.keyArray());
                        state = State.ORDER;
                        v = SequenceCompareFrame.compare(x, mine, PyTuple.of(right.keyArray()), Slot.EQ);
                        continue;
                    }
                    PyObject key = left.keyAt(entry);
                    if (key == null) {
                        entry++;
                        continue;
                    }
                    value = left.valueAt(entry);
                    state = State.LOOKUP;
                    v = KeyOperation.ENTRY.on(x, right, key, left.hashAt(entry++), null);
                }
                case LOOKUP -> {
                    if (v == PySingleton.NONE) {
                        return PyBool.of(negate);
                    }
                    PyObject theirs = ((PyTuple) v).get(1);
                    Boolean same = SimpleValues.same(value, theirs);
                    state = State.EQUAL;
                    v = same == null ? Comparisons.equal(x, value, theirs) : PyBool.of(same);
                }
                case EQUAL -> {
                    if (v != PyBool.TRUE) {
                        return PyBool.of(negate);
                    }
                    state = State.ENTRY;
                }
                case ORDER -> {
                    return PyBool.of((v == PyBool.TRUE) != negate);
                }
            }
        }
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {
            PyStr.of(state.name()),
            left,
            right,
            PyBool.of(negate),
            PyBool.of(ordered),
            PyInt.of(left.entriesBefore(entry)),
            value
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        left = (PyDict) f[1];
        right = (PyDict) f[2];
        negate = f[3] == PyBool.TRUE;
        ordered = f[4] == PyBool.TRUE;
        entry = (int) ((PyInt) f[5]).value;
        value = f[6];
    }
}
