package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;

/** {@code Task.cancel} of a task that awaits something: that is cancelled, if it can be. */
public final class CancelFrame extends StepFrame {
    private static final PyStr CANCEL = PyStr.of("cancel");
    private static final PyTuple MESSAGE = PyTuple.of(PyStr.of("msg"));

    /** What is awaited. */
    private enum Phase {
        START,
        ANSWER,
        TRUTH
    }

    private Phase phase = Phase.START;
    private PyTask task;
    private PyObject message;

    /** For unpickling. */
    public CancelFrame() {}

    CancelFrame(PyTask task, PyObject message) {
        this.task = task;
        this.message = message;
    }

    /** {@code o.cancel(msg=message)} of what a task awaits, as the last act of the caller. */
    static PyObject cancel(Execution x, PyObject o, PyObject message) {
        return MethodCall.call(x, o, CANCEL, MESSAGE, message);
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (phase) {
                case START -> {
                    phase = Phase.ANSWER;
                    v = cancel(x, task.waiter, message);
                }
                case ANSWER -> {
                    phase = Phase.TRUTH;
                    v = Truth.of(x, v);
                }
                default -> {
                    return v == PyBool.TRUE ? v : task.cancelNextStep(message);
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(phase.name()), task, message};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        phase = Phase.valueOf(fields[0].toString());
        task = (PyTask) fields[1];
        message = fields[2];
    }
}
