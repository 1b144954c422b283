package org.picklejar.ops;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;

/** {@code o in container} by iteration. */
public final class ContainsFrame extends NativeFrame {
    private enum State {
        START,
        ITERATOR,
        ITEM,
        EQUAL,
        TRUTH
    }

    private State state = State.START;
    private PyObject container;
    private PyObject wanted;

    /** For unpickling. */
    public ContainsFrame() {}

    ContainsFrame(PyObject container, PyObject wanted) {
        this.container = container;
        this.wanted = wanted;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.ITERATOR;
                    v = Iteration.iter(x, container);
                }
                case ITERATOR -> {
                    container = v;
                    state = State.ITEM;
                    v = Iteration.next(x, container);
                }
                case ITEM -> {
                    if (v == null) {
                        return PyBool.FALSE;
                    }
                    if (v == wanted) {
                        return PyBool.TRUE;
                    }
                    state = State.EQUAL;
                    v = Comparisons.compare(x, Slot.EQ, v, wanted);
                }
                case EQUAL -> {
                    state = State.TRUTH;
                    v = Truth.of(x, v);
                }
                case TRUTH -> {
                    if (v == PyBool.TRUE) {
                        return v;
                    }
                    state = State.ITEM;
                    v = Iteration.next(x, container);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (state == State.ITEM && e.is(ExceptionTypes.STOP_ITERATION)) {
            return PyBool.FALSE;
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {PyStr.of(state.name()), container, wanted};
    }

    @Override
    public void restore(PyObject[] saved) {
        state = State.valueOf(saved[0].toString());
        container = saved[1];
        wanted = saved[2];
    }
}
