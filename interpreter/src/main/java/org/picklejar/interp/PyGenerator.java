package org.picklejar.interp;

import java.util.function.Consumer;
import org.picklejar.code.Opcode;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** A generator, coroutine or async generator: a frame that can be left and entered again. */
public final class PyGenerator extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("generator", PyGenerator.class, PyType.OBJECT).notSubclassable();
    public static final PyType COROUTINE_TYPE =
            PyType.builtin("coroutine", PyGenerator.class, PyType.OBJECT).notSubclassable();
    public static final PyType ASYNC_TYPE =
            PyType.builtin("async_generator", PyGenerator.class, PyType.OBJECT).notSubclassable();

    /** What kind of function made it. */
    public enum Kind {
        GENERATOR,
        COROUTINE,
        ASYNC_GENERATOR
    }

    /** How far it is. */
    public enum State {
        CREATED,
        /** It stands at a yield, or where it was interrupted. */
        SUSPENDED,
        /** Its frame is on the chain, or it waits for what it delegates to to be closed. */
        RUNNING,
        CLOSED
    }

    public final Kind kind;
    public State state;
    /** Null when it is closed. */
    public PythonFrame frame;

    public PyObject name;
    public PyObject qualname;
    /** The code, also after the end. */
    public PyCode code;

    /** Of a coroutine: where it was made ({@code cr_origin}), or null. */
    public PyTuple origin;

    /** Of an async generator: whether an asend, athrow or aclose is under way; whether it was closed. */
    public boolean asyncRunning;

    public boolean asyncClosed;
    public boolean hooksInitialised;
    /** The finalizer hook, or null. */
    public PyObject finalizer;

    public PyGenerator(Kind kind, PythonFrame frame, PyCode code, PyObject name, PyObject qualname) {
        this.kind = kind;
        this.frame = frame;
        this.code = code;
        this.name = name;
        this.qualname = qualname;
        if (frame != null) {
            frame.generator = this;
        }
        state = frame == null ? State.CLOSED : State.CREATED;
    }

    @Override
    public PyType type() {
        return switch (kind) {
            case GENERATOR -> TYPE;
            case COROUTINE -> COROUTINE_TYPE;
            case ASYNC_GENERATOR -> ASYNC_TYPE;
        };
    }

    String word() {
        return switch (kind) {
            case GENERATOR -> "generator";
            case COROUTINE -> "coroutine";
            case ASYNC_GENERATOR -> "async generator";
        };
    }

    /** Enters the frame with a value, as the last act of the caller. */
    public PyObject resume(Execution x, PyObject value) {
        PyObject v = enter(x, value);
        if (v == null) {
            PyObject end = Compiled.takeEnd(x);
            throw Errors.stopIteration(end == PySingleton.NONE ? null : end);
        }
        return v;
    }

    /** {@code next()}: as {@link #resume}, but null at an end without a result. */
    PyObject next(Execution x) {
        PyObject v = enter(x, PySingleton.NONE);
        if (v == null) {
            PyObject end = Compiled.takeEnd(x);
            if (end != PySingleton.NONE) {
                throw Errors.stopIteration(end);
            }
        }
        return v;
    }

    /** As {@link #resume}, but null at the end; the result is {@link Compiled#takeEnd} then. */
    PyObject enter(Execution x, PyObject value) {
        if (state == State.RUNNING) {
            throw Errors.valueError("%s already executing", word());
        }
        PythonFrame f = frame;
        if (f == null) {
            if (kind == Kind.COROUTINE) {
                throw Errors.runtimeError("cannot reuse already awaited coroutine");
            }
            throw kind == Kind.ASYNC_GENERATOR
                    ? Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION)
                    : Errors.stopIteration(null);
        }
        if (state == State.SUSPENDED) {
            f.deliver(value);
        } else if (value != PySingleton.NONE) {
            throw Errors.typeError("can't send non-None value to a just-started %s", word());
        }
        state = State.RUNNING;
        if (x.isWatched()) {
            FrameSteps.enter(f);
        }
        x.push(f);
        return Compiled.start(x, f);
    }

    /** Enters the frame by raising an exception in it where it stands, as the last act of the caller. */
    public PyObject raise(Execution x, PyException e) {
        if (state == State.RUNNING) {
            throw Errors.valueError("%s already executing", word());
        }
        PythonFrame f = frame;
        if (f == null) {
            if (kind == Kind.COROUTINE) {
                throw Errors.runtimeError("cannot reuse already awaited coroutine");
            }
            throw e;
        }
        // What is handled around it is no context (CPython: _PyErr_ChainStackItem).
        Unwinder.setContext(e, f.handled);
        // When nothing of it has run, the exception is raised at its first line.
        state = State.RUNNING;
        if (x.isWatched()) {
            FrameSteps.enter(f);
        }
        x.push(f);
        return x.push(new ThrowFrame(e));
    }

    /** What it delegates to in {@code yield from} or {@code await}, or null. */
    public PyObject delegate() {
        PythonFrame f = frame;
        if (state != State.SUSPENDED || f.interrupted || f.pc == 0) {
            return null;
        }
        int[] code = f.code.instructions;
        if (code[f.pc - 4] != Opcode.YIELD.ordinal() || code[f.pc - 1] < 0) {
            return null;
        }
        return f.registers[code[f.pc - 1]];
    }

    /** Makes the next value be the result of the SEND that delegates, not of the YIELD after it. */
    void returnToSend() {
        frame.pc -= 4;
    }

    void finish() {
        state = State.CLOSED;
        frame = null;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (frame != null) {
            visitor.accept(frame);
        }
    }
}
