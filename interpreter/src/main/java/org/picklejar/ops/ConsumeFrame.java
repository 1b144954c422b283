package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** Takes an iterable's items one after the other; a subclass says what to do with each. */
public abstract class ConsumeFrame extends StepFrame {
    private enum State {
        OPENING,
        ITEM,
        OWN
    }

    private State state = State.OPENING;
    /** The iterable, then its iterator. */
    PyObject source;

    protected ConsumeFrame() {}

    protected ConsumeFrame(PyObject iterable) {
        source = iterable;
    }

    /**
     * Makes the iterator, or returns PENDING.
     *
     * @param value null at first, then what this waited for
     */
    protected PyObject open(Execution x, PyObject value) {
        return value == null ? Iteration.iter(x, source) : value;
    }

    /** The next item, PENDING, or null at the end. */
    protected PyObject next(Execution x) {
        return ask(x, source);
    }

    /**
     * Takes an item.
     *
     * @return null to go on, PENDING when the value that comes is for {@link #resumed}, otherwise the result of the frame
     */
    protected abstract PyObject item(Execution x, PyObject item);

    /** Takes the value that {@link #item}, {@link #end} or this waited for; returns like {@link #item}. */
    protected PyObject resumed(Execution x, PyObject value) {
        throw new IllegalStateException(getClass().getName());
    }

    /** The result when all items are taken, PENDING when it is still to come, or null after {@link #goOnWith}. */
    protected abstract PyObject end(Execution x);

    /** Lets another iterable follow the one that has ended. */
    protected final void goOnWith(PyObject iterable) {
        source = iterable;
        state = State.OPENING;
    }

    @Override
    protected final PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (state == State.OPENING) {
                v = open(x, v);
                if (v == Pending.PENDING) {
                    return v;
                }
                source = v;
            } else {
                boolean ended = v == null;
                boolean asked = state == State.ITEM;
                state = State.OWN;
                v = !asked ? resumed(x, v) : ended ? end(x) : item(x, v);
                if (v != null) {
                    return v;
                }
                if (state == State.OPENING) {
                    continue;
                }
            }
            state = State.ITEM;
            v = next(x);
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    /** The fields of the subclass, for pickling. */
    protected abstract PyObject[] ownFields();

    protected abstract void setOwnFields(PyObject[] fields);

    @Override
    protected final PyObject[] fields() {
        PyObject[] own = ownFields();
        PyObject[] out = new PyObject[own.length + 2];
        out[0] = PyStr.of(state.name());
        out[1] = source;
        System.arraycopy(own, 0, out, 2, own.length);
        return out;
    }

    @Override
    protected final void setFields(PyObject[] fields) {
        state = State.valueOf(fields[0].toString());
        source = fields[1];
        setOwnFields(Arrays.copyOfRange(fields, 2, fields.length));
    }
}
