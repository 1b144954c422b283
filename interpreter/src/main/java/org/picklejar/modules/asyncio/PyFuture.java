package org.picklejar.modules.asyncio;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Finalizer;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;

/** {@code asyncio.Future}. */
public class PyFuture extends PyInstance implements Finalizer.Holder {
    public static final PyType TYPE = PyType.builtin("Future", PyFuture.class, PyType.OBJECT)
            .inModule("_asyncio")
            .withDict();

    /** As programs see it. */
    enum State {
        PENDING,
        CANCELLED,
        FINISHED;

        final PyStr text = PyStr.of(name());
    }

    final AsyncioState module;
    /** Null until {@code __init__} has run. */
    PyObject loop;

    State state = State.PENDING;
    /** Pairs of a function and its context; null while there are none. */
    private PyList callbacks;

    PyObject result;
    PyBaseException exception;
    /** Of the exception when it was set, until somebody has asked for the result. */
    private PyTraceback traceback;

    PyObject cancelMessage = PySingleton.NONE;
    /** The one that ended a task, for who asks first; null when there is none. */
    PyBaseException cancelled;
    /** Where it was made, in debug mode; else None. */
    PyObject source = PySingleton.NONE;
    /** Whether nobody has asked for the exception yet. */
    boolean isUnseen;
    /** Somebody awaits it, and its task does not know yet. */
    boolean isBlocking;

    private Finalizer finalizer;

    PyFuture(Execution x, PyType type) {
        super(type);
        module = AsyncioState.of(x);
        if (!type.isBuiltin() && type.unary(Slot.DEL) != TYPE.unary(Slot.DEL)) {
            needFinalizer(x);
        }
    }

    /** From now on there is something that {@code __del__} would tell. */
    final void needFinalizer(Execution x) {
        if (finalizer == null) {
            finalizer = new Finalizer(this, x.machine);
        }
    }

    @Override
    public final Finalizer finalizer() {
        return finalizer;
    }

    /** The messages for one whose {@code __init__} has not run name no class. */
    final void ensureAlive() {
        if (loop == null) {
            throw Errors.runtimeError("Future object is not initialized.");
        }
    }

    final boolean isDone() {
        return state != State.PENDING;
    }

    /** As it is before {@code __init__}, which may be called again. */
    void reset() {
        loop = null;
        state = State.PENDING;
        callbacks = null;
        result = null;
        exception = null;
        traceback = null;
        cancelMessage = PySingleton.NONE;
        cancelled = null;
        source = PySingleton.NONE;
        isUnseen = false;
        isBlocking = false;
    }

    // ---- callbacks

    /** The pairs, or null. */
    final PyList callbacks() {
        return callbacks;
    }

    /** Keeps a callback, or has it called soon; the result is None, or PENDING. */
    final PyObject addCallback(Execution x, PyObject function, PyObject context) {
        if (isDone()) {
            return LoopCalls.soonAndNone(x, loop, context, function, this);
        }
        if (callbacks == null) {
            callbacks = new PyList();
        }
        callbacks.append(PyTuple.of(function, context));
        return PySingleton.NONE;
    }

    final void setCallbacks(PyList pairs) {
        callbacks = pairs == null || pairs.size == 0 ? null : pairs;
    }

    /** Has all callbacks called soon; the result is what is given, or PENDING. */
    private PyObject schedule(Execution x, PyObject answer) {
        if (callbacks == null) {
            return answer;
        }
        PyList due = callbacks;
        callbacks = null;
        return new ScheduleFrame(this, due, answer).run(x);
    }

    // ---- the end

    /** The result is None, or PENDING, as of what follows. */
    final PyObject finish(Execution x, PyObject value) {
        ensurePending();
        result = value;
        state = State.FINISHED;
        return schedule(x, PySingleton.NONE);
    }

    final void ensurePending() {
        if (isDone()) {
            throw module.invalidState("invalid state");
        }
    }

    /** StopIteration would end who awaits it. */
    final PyObject fail(Execution x, PyBaseException thrown) {
        ensurePending();
        PyBaseException e = thrown;
        if (e.type().isSubtypeOf(ExceptionTypes.STOP_ITERATION)) {
            e = Errors.runtimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
                    .value;
            e.cause = thrown;
            e.context = thrown;
            e.suppressContext = true;
        }
        exception = e;
        traceback = e.traceback;
        state = State.FINISHED;
        isUnseen = true;
        needFinalizer(x);
        return schedule(x, PySingleton.NONE);
    }

    /** Whether it was not done; may be PENDING. */
    final PyObject cancelFuture(Execution x, PyObject message) {
        isUnseen = false;
        if (isDone()) {
            return PyBool.FALSE;
        }
        state = State.CANCELLED;
        cancelMessage = message;
        return schedule(x, PyBool.TRUE);
    }

    /** The result. @throws PyException what ended it, or that it is not done */
    final PyObject takeResult() {
        if (state == State.FINISHED) {
            isUnseen = false;
            if (exception == null) {
                return result;
            }
            exception.traceback = traceback;
            traceback = null;
            throw new PyException(exception);
        }
        throw state == State.CANCELLED
                ? new PyException(cancelledError())
                : module.invalidState(notDone("Result is not set."));
    }

    final PyObject takeException() {
        if (state == State.FINISHED) {
            isUnseen = false;
            return exception == null ? PySingleton.NONE : exception;
        }
        throw state == State.CANCELLED
                ? new PyException(cancelledError())
                : module.invalidState(notDone("Exception is not set."));
    }

    private String notDone(String message) {
        return loop == null ? "Future object is not initialized." : message;
    }

    /** What who asks for the result gets. */
    final PyBaseException cancelledError() {
        if (cancelled != null) {
            PyBaseException e = cancelled;
            cancelled = null;
            return e;
        }
        return new PyBaseException(
                module.cancelledError(), cancelMessage == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(cancelMessage));
    }

    // ---- saved states

    /** All that it holds but attributes. */
    PyTuple parts() {
        return PyTuple.of(
                orNone(loop),
                state.text,
                orNone(callbacks),
                orNone(result),
                orNone(exception),
                orNone(traceback),
                cancelMessage,
                orNone(cancelled),
                source,
                PyBool.of(isUnseen),
                PyBool.of(isBlocking));
    }

    /** Takes what {@link #parts} gave. */
    void fill(Execution x, PyTuple parts) {
        loop = orNull(parts.get(0));
        state = State.valueOf(parts.get(1).toString());
        callbacks = (PyList) orNull(parts.get(2));
        result = parts.get(3);
        exception = (PyBaseException) orNull(parts.get(4));
        traceback = (PyTraceback) orNull(parts.get(5));
        cancelMessage = parts.get(6);
        cancelled = (PyBaseException) orNull(parts.get(7));
        source = parts.get(8);
        isUnseen = parts.get(9) == PyBool.TRUE;
        isBlocking = parts.get(10) == PyBool.TRUE;
        if (isUnseen) {
            needFinalizer(x);
        }
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        visit(loop, visitor);
        visit(callbacks, visitor);
        visit(result, visitor);
        visit(exception, visitor);
        visit(traceback, visitor);
        visit(cancelMessage, visitor);
        visit(cancelled, visitor);
        visit(source, visitor);
    }
}
