package org.picklejar.ops;

import org.picklejar.core.EntryFrame;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.core.StepAgainFrame;

/**
 * A builtin that works in steps, written as one state machine. {@link #run} starts it on the Java stack, where it ends when no
 * Python code is needed; otherwise it stays on the chain of frames.
 */
public abstract class StepFrame extends NativeFrame {
    /** How many builtins may run each other on the Java stack; deeper ones wait for the trampoline. */
    private static final int MOST_EAGER = 24;

    /** Whether an item of an iterator is awaited, so that StopIteration means its end. */
    private boolean asking;

    /**
     * Goes on.
     *
     * @param value the result of the last call; null at the start, and when the iterator that was asked has ended
     * @return the result, PENDING after one call into Python, or null for the end of an iteration
     */
    protected abstract PyObject advance(Execution x, PyObject value);

    /** An exception came from the last call. Returns like {@link #advance}, or throws. */
    protected PyObject failed(Execution x, PyException e) {
        throw e;
    }

    /** The next item of an iterator, PENDING, or null at its end. */
    protected final PyObject ask(Execution x, PyObject iterator) {
        PyObject v = Iteration.nextOrEnd(x, iterator);
        asking = v == Pending.PENDING;
        return v;
    }

    @Override
    public final PyObject step(Execution x, PyObject value) {
        asking = false;
        return advance(x, value);
    }

    @Override
    public final PyObject raise(Execution x, PyException e) {
        if (asking && e.is(ExceptionTypes.STOP_ITERATION)) {
            asking = false;
            return advance(x, null);
        }
        asking = false;
        return failed(x, e);
    }

    /** Begins: the result when it is there already. */
    public final PyObject run(Execution x) {
        Frame caller = x.top;
        x.push(this);
        if (!isShallow(caller)) {
            return Pending.PENDING;
        }
        PyObject r;
        try {
            r = StepAgainFrame.take(x, this, null, null);
        } catch (PyException e) {
            x.top = caller;
            throw e;
        }
        if (r != Pending.PENDING) {
            x.top = caller;
        }
        return r;
    }

    private static boolean isShallow(Frame caller) {
        Frame f = caller;
        for (int i = 0; i < MOST_EAGER; i++) {
            if (!(f instanceof NativeFrame) || f instanceof EntryFrame) {
                return true;
            }
            f = f.back;
        }
        return false;
    }

    /** The fields of the subclass, for pickling; null allowed. */
    protected abstract PyObject[] fields();

    /** Takes what {@link #fields} gave. */
    protected abstract void setFields(PyObject[] fields);

    @Override
    public final PyObject[] save() {
        PyObject[] fields = fields();
        PyObject[] out = new PyObject[fields.length + 1];
        out[0] = PyBool.of(asking);
        for (int i = 0; i < fields.length; i++) {
            // A tuple tells an unset field from one that holds None.
            out[i + 1] = fields[i] == null ? PyTuple.EMPTY : PyTuple.of(fields[i]);
        }
        return out;
    }

    @Override
    public final void restore(PyObject[] state) {
        asking = state[0] == PyBool.TRUE;
        PyObject[] fields = new PyObject[state.length - 1];
        for (int i = 0; i < fields.length; i++) {
            PyTuple t = (PyTuple) state[i + 1];
            fields[i] = t.size() == 0 ? null : t.get(0);
        }
        setFields(fields);
    }
}
