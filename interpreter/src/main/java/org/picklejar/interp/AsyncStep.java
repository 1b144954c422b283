package org.picklejar.interp;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** The awaitable of one step of an async generator: {@code asend}, {@code athrow}, {@code aclose}. */
public final class AsyncStep extends PyObject {
    public static final PyType SEND_TYPE = PyType.builtin("async_generator_asend", AsyncStep.class, PyType.OBJECT)
            .notSubclassable();
    public static final PyType THROW_TYPE = PyType.builtin("async_generator_athrow", AsyncStep.class, PyType.OBJECT)
            .notSubclassable();

    /** What it does with the generator. */
    public enum Action {
        SEND,
        THROW,
        CLOSE
    }

    /** How far it is. */
    public enum State {
        START,
        RUNNING,
        DONE
    }

    public PyGenerator generator;
    public Action action;
    /** What was given: the value to send, or the tuple of arguments for {@code throw}; null of {@code __anext__} and {@code aclose}. */
    public PyObject argument;

    public State state = State.START;

    public AsyncStep(PyGenerator generator, Action action, PyObject argument) {
        this.generator = generator;
        this.action = action;
        this.argument = argument;
    }

    @Override
    public PyType type() {
        return action == Action.SEND ? SEND_TYPE : THROW_TYPE;
    }

    private String method() {
        return action == Action.SEND ? "asend()" : action == Action.THROW ? "athrow()" : "aclose()";
    }

    /** Goes on with the generator.
     * @param thrown the arguments of a "throw", or null */
    PyObject send(Execution x, PyObject value, PyTuple thrown) {
        if (state == State.DONE) {
            throw Errors.runtimeError(
                    "cannot reuse already awaited %s",
                    action == Action.SEND ? "__anext__()/asend()" : "aclose()/athrow()");
        }
        Frame caller = x.top;
        boolean starting = state == State.START;
        if (starting) {
            if (generator.asyncRunning) {
                state = State.DONE;
                throw Errors.runtimeError(
                        "%s: asynchronous generator is already running", action == Action.SEND ? "anext()" : method());
            }
            if (action != Action.SEND && generator.asyncClosed || generator.state == PyGenerator.State.CLOSED) {
                state = State.DONE;
                if (action == Action.CLOSE) {
                    throw Errors.stopIteration(null);
                }
                throw Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION);
            }
            if (value != PySingleton.NONE && action != Action.SEND) {
                throw Errors.runtimeError("can't send non-None value to a just-started coroutine");
            }
        }
        PyException failure = failure(x, starting, thrown);
        if (starting) {
            state = State.RUNNING;
            generator.asyncRunning = true;
        }
        PyObject r;
        AsyncStepFrame wait = new AsyncStepFrame(this);
        try {
            if (thrown != null) {
                r = Generators.raise(x, generator, failure);
            } else if (!starting) {
                r = generator.resume(x, value);
            } else if (action == Action.SEND) {
                r = generator.resume(x, value == PySingleton.NONE && argument != null ? argument : value);
            } else {
                if (action == Action.CLOSE) {
                    generator.asyncClosed = true;
                    if (generator.state == PyGenerator.State.CREATED) {
                        generator.finish();
                        throw Errors.of(ExceptionTypes.STOP_ASYNC_ITERATION);
                    }
                }
                r = Generators.raise(x, generator, failure);
            }
        } catch (PyException e) {
            return wait.raise(x, e);
        }
        return r == Pending.PENDING ? x.interpose(caller, wait) : wait.step(x, r);
    }

    /** What is to be raised in the generator, or null. To make it may call Python, and then {@link #send} begins again: it comes before any change. */
    private PyException failure(Execution x, boolean starting, PyTuple thrown) {
        try {
            return thrown != null
                    ? GeneratorTypes.thrown(x, thrown)
                    : !starting || action == Action.SEND
                            ? null
                            : action == Action.CLOSE
                                    ? Errors.of(ExceptionTypes.GENERATOR_EXIT)
                                    : GeneratorTypes.thrown(x, (PyTuple) argument);
        } catch (PyException e) {
            if (starting) {
                state = State.DONE;
            }
            throw e;
        }
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (generator != null) {
            visitor.accept(generator);
        }
        if (argument != null) {
            visitor.accept(argument);
        }
    }

    /** Sorts out what the generator's frame gave: a yield to the consumer, or something for the event loop. */
    public static final class AsyncStepFrame extends NativeFrame {
        private AsyncStep step;

        /** For unpickling. */
        public AsyncStepFrame() {}

        AsyncStepFrame(AsyncStep step) {
            this.step = step;
        }

        private void done() {
            step.state = State.DONE;
            step.generator.asyncRunning = false;
        }

        @Override
        public PyObject step(Execution x, PyObject value) {
            if (value instanceof AsyncYield y) {
                done();
                if (step.action == Action.CLOSE) {
                    throw Errors.runtimeError("async generator ignored GeneratorExit");
                }
                throw Errors.stopIteration(y.value);
            }
            return value;
        }

        @Override
        public PyObject raise(Execution x, PyException e) {
            done();
            if (step.action == Action.CLOSE
                    && (e.is(ExceptionTypes.STOP_ASYNC_ITERATION) || e.is(ExceptionTypes.GENERATOR_EXIT))) {
                throw Errors.stopIteration(null);
            }
            throw e;
        }

        @Override
        public PyObject[] save() {
            return new PyObject[] {step};
        }

        @Override
        public void restore(PyObject[] state) {
            step = (AsyncStep) state[0];
        }
    }
}
