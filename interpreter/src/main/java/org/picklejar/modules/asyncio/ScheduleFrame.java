package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.StepFrame;

/** Asks the loop of a future that is done to call its callbacks soon, one after the other. */
public final class ScheduleFrame extends StepFrame {
    private PyFuture future;
    /** Pairs of a function and its context. */
    private PyList callbacks;

    private int next;
    /** The frame's result. */
    private PyObject answer;

    /** For unpickling. */
    public ScheduleFrame() {}

    ScheduleFrame(PyFuture future, PyList callbacks, PyObject answer) {
        this.future = future;
        this.callbacks = callbacks;
        this.answer = answer;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        while (next < callbacks.size) {
            PyTuple pair = (PyTuple) callbacks.get(next++);
            if (LoopCalls.soon(x, future.loop, pair.get(1), pair.get(0), future) == Pending.PENDING) {
                return Pending.PENDING;
            }
        }
        return answer;
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {future, callbacks, PyInt.of(next), answer};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        future = (PyFuture) fields[0];
        callbacks = (PyList) fields[1];
        next = (int) ((PyInt) fields[2]).value;
        answer = fields[3];
    }
}
