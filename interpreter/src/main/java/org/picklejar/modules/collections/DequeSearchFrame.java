package org.picklejar.modules.collections;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.SimpleValues;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/** Looks for a value in a deque, which must not change meanwhile. */
public final class DequeSearchFrame extends StepFrame {
    enum Aim {
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
    private PyDeque deque;
    private PyObject wanted;
    private int index;
    private int stop;
    private int count;
    private int version;

    /** For unpickling. */
    public DequeSearchFrame() {}

    static PyObject search(Execution x, Aim aim, PyDeque deque, PyObject o) {
        return search(x, aim, deque, o, 0, deque.size);
    }

    static PyObject index(Execution x, PyDeque deque, PyObject o, PyObject from, PyObject to) {
        return search(
                x,
                Aim.INDEX,
                deque,
                o,
                from == null ? 0 : clip(from, deque.size),
                to == null ? deque.size : clip(to, deque.size));
    }

    private static int clip(PyObject bound, int size) {
        int i = Values.sliceBound(bound);
        return Math.min(size, i < 0 ? Math.max(0, i + size) : i);
    }

    private static PyObject search(Execution x, Aim aim, PyDeque deque, PyObject o, int start, int stop) {
        DequeSearchFrame f = new DequeSearchFrame();
        f.aim = aim;
        f.deque = deque;
        f.wanted = o;
        f.index = start;
        f.stop = stop;
        f.version = deque.version;
        return f.run(x);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case ITEM -> {
                    if (index >= stop) {
                        if (aim == Aim.CONTAINS || aim == Aim.COUNT) {
                            return absent();
                        }
                        state = State.REPR;
                        v = Text.repr(x, wanted);
                    } else {
                        PyObject o = deque.get(index);
                        Boolean same = SimpleValues.same(o, wanted);
                        if (same == null) {
                            state = State.EQUAL;
                            v = Comparisons.compare(x, Slot.EQ, o, wanted);
                        } else {
                            state = State.TRUTH;
                            v = PyBool.of(same);
                        }
                    }
                }
                case EQUAL -> {
                    state = State.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    checkUnchanged();
                    if (v == PyBool.TRUE && aim != Aim.COUNT) {
                        return found();
                    }
                    count += v == PyBool.TRUE ? 1 : 0;
                    index++;
                    state = State.ITEM;
                    continue;
                }
                case REPR ->
                    throw Errors.of(ExceptionTypes.VALUE_ERROR, PyStr.of(Values.payload(v) + " is not in deque"));
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private void checkUnchanged() {
        if (version != deque.version) {
            throw aim == Aim.REMOVE
                    ? Errors.indexError("deque mutated during iteration")
                    : Errors.runtimeError("deque mutated during iteration");
        }
    }

    private PyObject found() {
        if (aim == Aim.REMOVE) {
            deque.remove(index);
            return PySingleton.NONE;
        }
        return aim == Aim.CONTAINS ? PyBool.TRUE : PyInt.of(index);
    }

    private PyObject absent() {
        return aim == Aim.CONTAINS ? PyBool.FALSE : PyInt.of(count);
    }

    @Override
    protected PyObject[] fields() {
        // Another process counts versions anew: what matters is whether it changed so far.
        return new PyObject[] {
            PyStr.of(aim.name()),
            PyStr.of(state.name()),
            deque,
            wanted,
            PyInt.of(index),
            PyInt.of(stop),
            PyInt.of(count),
            PyBool.of(version == deque.version)
        };
    }

    @Override
    protected void setFields(PyObject[] f) {
        aim = Aim.valueOf(f[0].toString());
        state = State.valueOf(f[1].toString());
        deque = (PyDeque) f[2];
        wanted = f[3];
        index = (int) ((PyInt) f[4]).value;
        stop = (int) ((PyInt) f[5]).value;
        count = (int) ((PyInt) f[6]).value;
        version = f[7] == PyBool.TRUE ? deque.version : deque.version - 1;
    }
}
