package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** Takes an iterable's items one after the other; a subclass says what to do with each. */
public abstract class ConsumeFrame extends StepFrame {
    private enum State {
        START,
        ITERATOR,
        ITEM,
        OWN
    }

    private State state = State.START;
    /** The iterable, then its iterator. */
    private PyObject source;

    protected ConsumeFrame() {}

    protected ConsumeFrame(PyObject iterable) {
        source = iterable;
    }

    /**
     * Takes an item.
     *
     * @return null to go on, PENDING when the value that comes is for {@link #resumed}, otherwise the result of the frame
     */
    protected abstract PyObject item(Execution x, PyObject item);

    /** Takes the value that {@link #item} or this waited for; returns like it. */
    protected PyObject resumed(Execution x, PyObject value) {
        throw new IllegalStateException(getClass().getName());
    }

    /** The result when all items are taken, or PENDING when it is still to come. */
    protected abstract PyObject end(Execution x);

    /** What comes next is for {@link #resumed} also when the call ends the iteration. */
    protected final PyObject iterator() {
        return source;
    }

    @Override
    protected final PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.ITERATOR;
                    v = Iteration.iter(x, source);
                }
                case ITERATOR -> {
                    source = v;
                    state = State.ITEM;
                    v = ask(x, source);
                }
                case ITEM -> {
                    if (v == null) {
                        state = State.OWN;
                        return end(x);
                    }
                    state = State.OWN;
                    v = item(x, v);
                    if (v != null) {
                        return v;
                    }
                    state = State.ITEM;
                    v = ask(x, source);
                }
                case OWN -> {
                    v = resumed(x, v);
                    if (v != null) {
                        return v;
                    }
                    state = State.ITEM;
                    v = ask(x, source);
                }
            }
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
