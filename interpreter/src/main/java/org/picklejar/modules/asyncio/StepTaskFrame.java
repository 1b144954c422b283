package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.interp.Compiled;
import org.picklejar.interp.GeneratorInstructions;
import org.picklejar.interp.PyGenerator;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;

/** A step of a task: the coroutine runs until it awaits something that is not done, or ends. */
public final class StepTaskFrame extends StepFrame {
    private static final PyStr RESULT = PyStr.of("result");

    /** What is awaited. */
    private enum Phase {
        START,
        /** The result of what woke the task. */
        RESULT,
        ENTERED,
        /** What the coroutine gives. */
        COROUTINE,
        /** That the task waits for a future. */
        WAITING,
        /** The answer of what is awaited and shall be cancelled. */
        CANCELLED,
        CANCELLED_IS_TRUE,
        /** That what the coroutine gave is dealt with. */
        DEALT_WITH,
        LEFT
    }

    private Phase phase = Phase.START;
    private PyTask task;
    /** What woke the task, until its result is asked for; null for nothing. */
    private PyObject woken;
    /** What is to be thrown into the coroutine; behind that what the step ends with. Null for nothing. */
    private PyBaseException exception;
    /** Who takes the step sees to the tables of tasks. */
    private boolean bare;

    /** For unpickling. */
    public StepTaskFrame() {}

    private StepTaskFrame(PyTask task, PyObject woken, PyBaseException exception, boolean bare) {
        this.task = task;
        this.woken = woken;
        this.exception = exception;
        this.bare = bare;
    }

    static StepTaskFrame step(PyTask task, PyBaseException exception, boolean bare) {
        return new StepTaskFrame(task, null, exception, bare);
    }

    static StepTaskFrame wakeUp(PyTask task, PyObject woken) {
        return new StepTaskFrame(task, woken, null, false);
    }

    /** The task, which is the current one of its loop; null before and behind that. */
    PyTask current() {
        return phase.compareTo(Phase.ENTERED) > 0 && phase != Phase.LEFT ? task : null;
    }

    boolean isEager() {
        return bare;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        return goOn(x, value, null);
    }

    @Override
    protected PyObject failed(Execution x, PyException e) {
        return goOn(x, null, e);
    }

    /** Goes on with what was awaited, or what that raised. */
    private PyObject goOn(Execution x, PyObject value, PyException failure) {
        PyObject v = value;
        PyException e = failure;
        while (phase != Phase.LEFT || e != null) {
            try {
                v = e == null ? after(x, v) : afterFailure(x, e);
                e = null;
            } catch (PyException thrown) {
                if (phase == Phase.LEFT) {
                    throw thrown;
                }
                e = thrown;
                continue;
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
        if (exception != null) {
            throw new PyException(exception);
        }
        return PySingleton.NONE;
    }

    private PyObject after(Execution x, PyObject v) {
        return switch (phase) {
            case START -> askResult(x);
            case RESULT -> enter(x);
            case ENTERED -> begin(x);
            case COROUTINE -> dealWith(x, v);
            case WAITING -> {
                phase = task.mustCancel ? Phase.CANCELLED : Phase.DEALT_WITH;
                yield task.mustCancel ? CancelFrame.cancel(x, task.waiter, task.cancelMessage) : PySingleton.NONE;
            }
            case CANCELLED -> {
                phase = Phase.CANCELLED_IS_TRUE;
                yield Truth.of(x, v);
            }
            case CANCELLED_IS_TRUE -> {
                task.mustCancel = v != PyBool.TRUE;
                yield leave(x);
            }
            case DEALT_WITH -> leave(x);
            case LEFT -> throw Errors.systemError("the step of a task is over");
        };
    }

    private PyObject afterFailure(Execution x, PyException e) {
        return switch (phase) {
            case RESULT -> {
                exception = e.value;
                yield enter(x);
            }
            case COROUTINE -> ended(x, e);
            case START, ENTERED, LEFT -> {
                phase = Phase.LEFT;
                throw e;
            }
            case WAITING, CANCELLED, CANCELLED_IS_TRUE, DEALT_WITH -> {
                exception = e.value;
                yield leave(x);
            }
        };
    }

    // ---- before the coroutine runs

    private PyObject askResult(Execution x) {
        phase = Phase.RESULT;
        PyObject o = woken;
        woken = null;
        if (o == null) {
            return PySingleton.NONE;
        }
        return isExact(o) ? ((PyFuture) o).takeResult() : MethodCall.call(x, o, RESULT);
    }

    private static boolean isExact(PyObject o) {
        return o instanceof PyFuture && o.type().isBuiltin();
    }

    private PyObject enter(Execution x) {
        phase = Phase.ENTERED;
        return bare ? PySingleton.NONE : task.module.enter(x, task.loop, task);
    }

    private PyObject begin(Execution x) {
        PyTask t = task;
        PyBaseException thrown = exception;
        exception = null;
        phase = Phase.DEALT_WITH;
        if (t.isDone()) {
            return t.module.call(x, "_already_done", t, PyFuture.orNone(thrown));
        }
        if (t.mustCancel) {
            if (thrown == null || !thrown.type().isSubtypeOf(t.module.cancelledError())) {
                thrown = t.cancelledError();
            }
            t.mustCancel = false;
        }
        t.waiter = null;
        if (t.coroutine == null) {
            throw Errors.runtimeError("uninitialized Task object");
        }
        phase = Phase.COROUTINE;
        PyObject given = thrown == null ? send(x, t.coroutine) : MethodCall.call(x, t.coroutine, Names.THROW, thrown);
        return given == null ? returned(x, Compiled.takeEnd(x)) : given;
    }

    private static PyObject send(Execution x, PyObject coroutine) {
        x.endValue = null;
        return coroutine instanceof PyGenerator || coroutine.type().unary(Slot.NEXT) != null
                ? GeneratorInstructions.send(x, coroutine, PySingleton.NONE)
                : MethodCall.call(x, coroutine, Names.SEND, PySingleton.NONE);
    }

    // ---- behind it

    private PyObject dealWith(Execution x, PyObject given) {
        PyTask t = task;
        if (isExact(given) && given != t && ((PyFuture) given).isBlocking && ((PyFuture) given).loop == t.loop) {
            PyFuture f = (PyFuture) given;
            phase = Phase.WAITING;
            f.isBlocking = false;
            t.waiter = f;
            return f.addCallback(x, new TaskCallback(TaskCallback.Kind.WAKEUP, t, null), t.context);
        }
        phase = Phase.DEALT_WITH;
        return given == PySingleton.NONE ? t.stepSoon(x, null) : t.module.call(x, "_deal_with", t, given);
    }

    private PyObject returned(Execution x, PyObject value) {
        phase = Phase.DEALT_WITH;
        if (task.mustCancel) {
            // It was cancelled right before the coroutine ended.
            task.mustCancel = false;
            return task.cancelFuture(x, task.cancelMessage);
        }
        return task.finish(x, value);
    }

    private PyObject ended(Execution x, PyException e) {
        if (e.is(ExceptionTypes.STOP_ITERATION)) {
            return returned(x, PyFuture.orNone(e.value.member("value")));
        }
        phase = Phase.DEALT_WITH;
        if (e.is(task.module.cancelledError())) {
            task.cancelled = e.value;
            return task.cancelFuture(x, PySingleton.NONE);
        }
        if (e.is(ExceptionTypes.KEYBOARD_INTERRUPT) || e.is(ExceptionTypes.SYSTEM_EXIT)) {
            exception = e.value;
        }
        return task.fail(x, e.value);
    }

    private PyObject leave(Execution x) {
        phase = Phase.LEFT;
        return bare ? PySingleton.NONE : task.module.leave(x, task.loop, task);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(phase.name()), task, woken, exception, PyBool.of(bare)};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        phase = Phase.valueOf(fields[0].toString());
        task = (PyTask) fields[1];
        woken = fields[2];
        exception = (PyBaseException) fields[3];
        bare = fields[4] == PyBool.TRUE;
    }
}
