package org.picklejar.pickle;

import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.AsyncStep;
import org.picklejar.interp.FrameReference;
import org.picklejar.interp.PyGenerator;
import org.picklejar.ops.Finish;
import org.picklejar.ops.FinishFrame;
import org.picklejar.tasklets.PickleFlags;

/** The states of generators, coroutines, async generators and the awaitables of the latter. */
final class GeneratorReduction {
    private static final int LENGTH = 8;
    private static final int COROUTINE_LENGTH = 9;
    private static final int ASYNC_LENGTH = 11;
    private static final int RUNNING = 1;
    /** An awaitable of an async generator is under way. */
    private static final int ASYNC_RUNNING = 2;

    private GeneratorReduction() {}

    /** Frame, running, name, qualified name, handled exception (None, four times: it is in our frame), and what the kind adds; null before it has got them. */
    static PyTuple state(Execution x, PyGenerator g) {
        if (g.code == null) {
            return null;
        }
        PyObject none = PySingleton.NONE;
        PyObject frame = g.frame == null ? none : FrameReference.of(x, g.frame);
        PyInt running =
                PyInt.of((g.state == PyGenerator.State.RUNNING ? RUNNING : 0) | (g.asyncRunning ? ASYNC_RUNNING : 0));
        return switch (g.kind) {
            case GENERATOR -> PyTuple.of(frame, running, g.name, g.qualname, none, none, none, none);
            case COROUTINE ->
                PyTuple.of(
                        frame, running, g.name, g.qualname, none, none, none, none, g.origin == null ? none : g.origin);
            case ASYNC_GENERATOR -> {
                PyObject finalizer = g.finalizer == null ? none : PyBool.TRUE;
                PyObject initialised = PyBool.of(g.hooksInitialised);
                if (PickleFlags.has(x, PickleFlags.PRESERVE_AG_FINALIZER)) {
                    finalizer = g.finalizer == null ? none : g.finalizer;
                } else if (PickleFlags.has(x, PickleFlags.RESET_AG_FINALIZER)) {
                    finalizer = none;
                    initialised = PyBool.FALSE;
                }
                yield PyTuple.of(
                        frame,
                        running,
                        g.name,
                        g.qualname,
                        none,
                        none,
                        none,
                        none,
                        finalizer,
                        initialised,
                        PyBool.of(g.asyncClosed));
            }
        };
    }

    static PyGenerator make(PyGenerator.Kind kind) {
        return new PyGenerator(kind, null, null, PySingleton.NONE, PySingleton.NONE);
    }

    /** @return the generator, or PENDING while a hook of async generators is called */
    static PyObject setState(Execution x, PyGenerator g, PyObject state) {
        if (g.code != null) {
            throw Errors.typeError("incorrect wrapper type");
        }
        StateTuple s = new StateTuple(
                state,
                g.type().name() + ".__setstate__",
                g.kind == PyGenerator.Kind.GENERATOR
                        ? LENGTH
                        : g.kind == PyGenerator.Kind.COROUTINE ? COROUTINE_LENGTH : ASYNC_LENGTH);
        g.frame = FrameReduction.own(x, s.get(0));
        g.code = g.frame == null ? exhausted() : g.frame.code;
        if (g.frame != null) {
            g.frame.generator = g;
        }
        g.state = (s.integer(1) & RUNNING) != 0 ? PyGenerator.State.RUNNING : PyGenerator.State.CREATED;
        g.asyncRunning = (s.integer(1) & ASYNC_RUNNING) != 0;
        settle(g);
        g.name = s.get(2);
        g.qualname = s.get(3);
        if (g.kind == PyGenerator.Kind.COROUTINE) {
            g.origin = s.orNull(8, PyTuple.class);
        } else if (g.kind == PyGenerator.Kind.ASYNC_GENERATOR) {
            return setHooks(x, g, s);
        }
        return g;
    }

    private static PyObject setHooks(Execution x, PyGenerator g, StateTuple s) {
        g.asyncClosed = s.truth(10);
        if (!s.truth(9)
                || PickleFlags.has(x, PickleFlags.RESET_AG_FINALIZER)
                        && !PickleFlags.has(x, PickleFlags.PRESERVE_AG_FINALIZER)) {
            return g;
        }
        g.hooksInitialised = true;
        if (s.get(8) != PySingleton.NONE && s.get(8) != PyBool.TRUE) {
            g.finalizer = s.get(8);
            return g;
        }
        PyObject first = x.asyncgenHooks.first();
        g.finalizer = x.asyncgenHooks.finalizer();
        if (first == null) {
            return g;
        }
        Frame caller = x.top;
        return x.call(first, g) == Pending.PENDING ? x.interpose(caller, new FinishFrame(Finish.RETURN_A, g, null)) : g;
    }

    /** Fills what depends on the frame, which may have got its own state after the generator. */
    static void settle(PyGenerator g) {
        if (g.frame == null) {
            g.state = PyGenerator.State.CLOSED;
        } else if (g.state != PyGenerator.State.RUNNING) {
            g.state = g.frame.pc > 0 || g.frame.interrupted ? PyGenerator.State.SUSPENDED : PyGenerator.State.CREATED;
        }
    }

    private static PyCode exhausted() {
        CodeObject c = new CodeObject();
        c.name = "exhausted_generator";
        c.qualname = c.name;
        c.fileName = "<picklejar>";
        c.code = new int[0];
        c.constants = new Object[0];
        c.names = new String[0];
        c.varNames = new String[0];
        c.cellNames = new String[0];
        c.freeNames = new String[0];
        c.cellParameters = new int[0];
        c.handlers = new CodeObject.Handler[0];
        c.positions = new int[0];
        c.flags = CodeObject.GENERATOR;
        return new PyCode(c);
    }

    // ---- awaitables of async generators

    /** Generator, argument, state, whether it has an argument; null before it has got them. */
    static PyTuple stepState(AsyncStep s) {
        if (s.generator == null) {
            return null;
        }
        PyObject argument = s.argument == null ? PySingleton.NONE : s.argument;
        return PyTuple.of(s.generator, argument, PyInt.of(s.state.ordinal()), PyInt.of(s.argument == null ? 0 : 1));
    }

    static void setStep(AsyncStep s, PyObject tuple) {
        StateTuple t = new StateTuple(tuple, s.type().name() + ".__setstate__", 4);
        boolean given = t.truth(3);
        if (s.action == AsyncStep.Action.SEND) {
            s.argument = given ? t.get(1) : null;
        } else {
            s.argument = given ? t.get(1, PyTuple.class) : null;
            s.action = given ? AsyncStep.Action.THROW : AsyncStep.Action.CLOSE;
            if (given && (((PyTuple) s.argument).size() < 1 || ((PyTuple) s.argument).size() > 3)) {
                throw Errors.valueError("async_generator_athrow.__setstate__: throw takes one to three arguments");
            }
        }
        int state = t.integer(2);
        if (state < 0 || state >= AsyncStep.State.values().length) {
            throw Errors.valueError(
                    "%s.__setstate__: there is no state %d", s.type().name(), state);
        }
        s.state = AsyncStep.State.values()[state];
        s.generator = t.get(0, PyGenerator.class);
    }
}
