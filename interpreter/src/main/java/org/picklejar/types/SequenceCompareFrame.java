package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.SimpleValues;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Compares two lists or two tuples, item by item. */
public final class SequenceCompareFrame extends StepFrame {
    private enum State {
        ITEM,
        EQUAL,
        TRUTH
    }

    private State state = State.ITEM;
    private Slot op;
    private PyObject left;
    private PyObject right;
    private int index;

    /** For unpickling. */
    public SequenceCompareFrame() {}

    private SequenceCompareFrame(Slot op, PyObject left, PyObject right, int index) {
        this.op = op;
        this.left = left;
        this.right = right;
        this.index = index;
    }

    public static PyObject compare(Execution x, PyObject a, PyObject other, Slot op) {
        PyObject b = Values.payload(other);
        if (!(a instanceof PyList && b instanceof PyList || a instanceof PyTuple && b instanceof PyTuple)) {
            return PySingleton.NOT_IMPLEMENTED;
        }
        int n = size(a);
        int m = size(b);
        if (a instanceof PyList && n != m && (op == Slot.EQ || op == Slot.NE)) {
            return PyBool.of(op == Slot.NE);
        }
        for (int i = 0; i < n && i < m; i++) {
            Boolean same = SimpleValues.same(item(a, i), item(b, i));
            if (same == null) {
                return new SequenceCompareFrame(op, a, b, i).run(x);
            }
            if (!same) {
                return differ(x, op, item(a, i), item(b, i));
            }
        }
        return PyBool.of(Comparisons.holds(op, Integer.compare(n, m)));
    }

    private static int size(PyObject o) {
        return o instanceof PyList l ? l.size : ((PyTuple) o).items.length;
    }

    private static PyObject item(PyObject o, int i) {
        return o instanceof PyList l ? l.items[i] : ((PyTuple) o).items[i];
    }

    private static PyObject differ(Execution x, Slot op, PyObject a, PyObject b) {
        return op == Slot.EQ ? PyBool.FALSE : op == Slot.NE ? PyBool.TRUE : Comparisons.compare(x, op, a, b);
    }

    private boolean within() {
        return index < size(left) && index < size(right);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case ITEM -> {
                    if (op == null) {
                        // The items that differ have been compared.
                        return v;
                    }
                    if (!within()) {
                        return PyBool.of(Comparisons.holds(op, Integer.compare(size(left), size(right))));
                    }
                    PyObject a = item(left, index);
                    PyObject b = item(right, index);
                    if (a == null || b == null) {
                        // An __eq__ made one of them shorter.
                        continue;
                    }
                    if (a == b) {
                        index++;
                        continue;
                    }
                    state = State.EQUAL;
                    v = Comparisons.compare(x, Slot.EQ, a, b);
                }
                case EQUAL -> {
                    state = State.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    state = State.ITEM;
                    if (v == PyBool.TRUE) {
                        index++;
                    } else if (within()) {
                        Slot last = op;
                        op = null;
                        return differ(x, last, item(left, index), item(right, index));
                    }
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
        return new PyObject[] {
            PyStr.of(state.name()), op == null ? null : PyStr.of(op.name()), left, right, PyInt.of(index)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        op = f[1] == null ? null : Slot.valueOf(f[1].toString());
        left = f[2];
        right = f[3];
        index = (int) ((PyInt) f[4]).value;
    }
}
