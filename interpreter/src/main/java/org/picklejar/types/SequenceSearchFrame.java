package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
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
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Looks for a value in a list or tuple: {@code in}, index, count, remove. */
public final class SequenceSearchFrame extends StepFrame {
    private enum Aim {
        CONTAINS,
        INDEX,
        COUNT,
        REMOVE
    }

    private enum State {
        ITEM,
        EQUAL,
        TRUTH,
        REPR
    }

    private Aim aim;
    private State state = State.ITEM;
    private PyObject sequence;
    private PyObject wanted;
    private int index;
    private int stop;
    private int count;

    /** For unpickling. */
    public SequenceSearchFrame() {}

    private SequenceSearchFrame(Aim aim, PyObject sequence, PyObject wanted, int start, int stop) {
        this.aim = aim;
        this.sequence = sequence;
        this.wanted = wanted;
        this.index = start;
        this.stop = stop;
    }

    static PyObject contains(Execution x, PyObject sequence, PyObject o) {
        return start(x, Aim.CONTAINS, sequence, o, 0, Integer.MAX_VALUE);
    }

    static PyObject count(Execution x, PyObject sequence, PyObject o) {
        return start(x, Aim.COUNT, sequence, o, 0, Integer.MAX_VALUE);
    }

    static PyObject remove(Execution x, PyList list, PyObject o) {
        return start(x, Aim.REMOVE, list, o, 0, Integer.MAX_VALUE);
    }

    static PyObject index(Execution x, PyObject sequence, PyObject o, PyObject from, PyObject to) {
        int start = Values.sliceBound(from);
        int stop = Values.sliceBound(to);
        int n = size(sequence);
        return start(
                x,
                Aim.INDEX,
                sequence,
                o,
                start < 0 ? Math.max(0, start + n) : start,
                stop < 0 ? Math.max(0, stop + n) : stop);
    }

    private static PyObject start(Execution x, Aim aim, PyObject sequence, PyObject o, int start, int stop) {
        SequenceSearchFrame f = new SequenceSearchFrame(aim, sequence, o, start, stop);
        PyObject r = f.scan();
        if (r == null && f.index < f.end()) {
            return f.run(x);
        }
        return r != null ? r : f.exhausted(x);
    }

    /** Goes on as far as no Python code is needed; the result when it is there. */
    private PyObject scan() {
        for (int n = end(); index < n; index++) {
            Boolean same = SimpleValues.same(item(), wanted);
            if (same == null) {
                return null;
            }
            if (same) {
                PyObject r = found();
                if (r != null) {
                    return r;
                }
            }
        }
        return null;
    }

    private int end() {
        return Math.min(size(sequence), stop);
    }

    private static int size(PyObject o) {
        return o instanceof PyList l ? l.size : ((PyTuple) o).items.length;
    }

    private PyObject item() {
        return sequence instanceof PyList l ? l.items[index] : ((PyTuple) sequence).items[index];
    }

    private PyObject found() {
        switch (aim) {
            case CONTAINS:
                return PyBool.TRUE;
            case INDEX:
                return PyInt.of(index);
            case REMOVE:
                PyList l = (PyList) sequence;
                if (index < l.size) {
                    l.remove(index);
                }
                return PySingleton.NONE;
            default:
                count++;
                return null;
        }
    }

    /** The result when all items were looked at. */
    private PyObject exhausted(Execution x) {
        switch (aim) {
            case CONTAINS:
                return PyBool.FALSE;
            case COUNT:
                return PyInt.of(count);
            case REMOVE:
                throw Errors.valueError("list.remove(x): x not in list");
            default:
                if (sequence instanceof PyTuple) {
                    throw Errors.valueError("tuple.index(x): x not in tuple");
                }
                if (SimpleValues.isScalar(wanted)) {
                    throw notInList(Text.repr(x, wanted));
                }
                state = State.REPR;
                if (x.top != this) {
                    index = stop;
                    return run(x);
                }
                PyObject r = Text.repr(x, wanted);
                if (r == Pending.PENDING) {
                    return r;
                }
                throw notInList(r);
        }
    }

    private static RuntimeException notInList(PyObject repr) {
        return Errors.of(ExceptionTypes.VALUE_ERROR, PyStr.of(Values.payload(repr) + " is not in list"));
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case ITEM -> {
                    PyObject r = scan();
                    if (r != null) {
                        return r;
                    }
                    if (index >= end()) {
                        return exhausted(x);
                    }
                    state = State.EQUAL;
                    v = Comparisons.compare(x, Slot.EQ, item(), wanted);
                }
                case EQUAL -> {
                    state = State.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    state = State.ITEM;
                    if (v == PyBool.TRUE) {
                        PyObject r = found();
                        if (r != null) {
                            return r;
                        }
                    }
                    index++;
                    continue;
                }
                case REPR -> {
                    if (v == null) {
                        return exhausted(x);
                    }
                    throw notInList(v);
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
            PyStr.of(aim.name()),
            PyStr.of(state.name()),
            sequence,
            wanted,
            PyInt.of(index),
            PyInt.of(stop),
            PyInt.of(count)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        aim = Aim.valueOf(f[0].toString());
        state = State.valueOf(f[1].toString());
        sequence = f[2];
        wanted = f[3];
        index = (int) ((PyInt) f[4]).value;
        stop = (int) ((PyInt) f[5]).value;
        count = (int) ((PyInt) f[6]).value;
    }
}
