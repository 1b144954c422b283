package org.picklejar.interp;

import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.JavaStack;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;

/** Finds who handles an exception. */
final class Unwinder {
    private Unwinder() {}

    /** What the guest sees for a failure of the Java code under it. */
    static PyException toPython(Throwable t) {
        if (t instanceof PyException e) {
            return e;
        }
        if (t instanceof JavaStack.Abandoned e) {
            throw e;
        }
        if (t instanceof StackOverflowError) {
            return Errors.of(ExceptionTypes.RECURSION_ERROR, "maximum recursion depth exceeded in a builtin");
        }
        if (t instanceof OutOfMemoryError) {
            return Errors.of(ExceptionTypes.MEMORY_ERROR);
        }
        System.getLogger("org.picklejar").log(System.Logger.Level.ERROR, "internal error", t);
        return Errors.systemError("internal error: %s", t.toString());
    }

    /**
     * Unwinds from the top frame to the next Python frame that handles {@code e}.
     *
     * @param running the frame whose instruction at {@code pc} was executing
     * @return the handling frame, its pc at the handler
     * @throws PyException e (or what it became) when a native frame is on top now
     */
    static PythonFrame unwind(Execution x, PythonFrame running, int pc, PyException e) {
        if (x.top != null) {
            setContext(e, x.top.handledException());
        }
        while (x.top instanceof PythonFrame f) {
            int at = f == running ? pc : f.currentPc();
            if (f.steps != null) {
                e = f.steps.raised(x, at, e);
            }
            if (step(f, at, e)) {
                if (f.steps != null) {
                    f.steps.handled(x, at, e);
                }
                return f;
            }
            if (f.steps != null) {
                e = f.steps.unwound(x, at, e);
            }
            x.top = f.back;
            if (f.generator != null) {
                f.back = null;
                e = leaveGenerator(f.generator, e);
            }
            running = null;
        }
        throw e;
    }

    /**
     * What the top frame does with an exception raised in compiled code, which has its registers written.
     *
     * @return whether it goes on; else it has been left, and {@link Execution#raised} is what is raised in the next one
     */
    static boolean handle(Execution x, PythonFrame f, PyException e) {
        setContext(e, f.handledException());
        if (step(f, f.currentPc(), e)) {
            return true;
        }
        x.top = f.back;
        x.raised = e;
        if (f.generator != null) {
            f.back = null;
            x.raised = leaveGenerator(f.generator, e);
        }
        return false;
    }

    /**
     * What one frame does with an exception.
     *
     * @param at the instruction that raised it
     * @return whether the frame goes on, with pc and registers set for that; else it is left, and stands in the traceback
     */
    static boolean step(PythonFrame f, int at, PyException e) {
        // Before its first instruction a frame has no iteration that could end.
        if (f.pc > 0 && e.is(ExceptionTypes.STOP_ITERATION) && f.endIteration(at, stopValue(e))) {
            return true;
        }
        if (e.reraised) {
            e.reraised = false;
        } else if (!f.code.hidden) {
            f.exposed = true;
            e.value.traceback = new PyTraceback(e.value.traceback, f, at, f.code.code.lineAt(at));
        }
        CodeObject.Handler h = f.code.code.handlerAt(at);
        if (h == null) {
            return false;
        }
        f.registers[h.register()] = e.value;
        f.pc = h.handler();
        f.interrupted = false;
        return true;
    }

    private static PyObject stopValue(PyException e) {
        PyObject v = e.value.member("value");
        return v == null ? PySingleton.NONE : v;
    }

    /** StopIteration must not leave a generator's body (PEP 479). */
    private static PyException leaveGenerator(PyGenerator g, PyException e) {
        g.finish();
        boolean stop = e.is(ExceptionTypes.STOP_ITERATION);
        if (!stop && !(g.kind == PyGenerator.Kind.ASYNC_GENERATOR && e.is(ExceptionTypes.STOP_ASYNC_ITERATION))) {
            return e;
        }
        PyException r = Errors.runtimeError("%s raised %s", g.word(), stop ? "StopIteration" : "StopAsyncIteration");
        r.value.cause = e.value;
        r.value.context = e.value;
        r.value.suppressContext = true;
        return r;
    }

    /** Links the exception being handled as context where one is raised, not on its way out, without making a cycle (CPython: _PyErr_SetObject). */
    static void setContext(PyException raised, PyBaseException handled) {
        PyBaseException e = raised.value;
        boolean isNew = !raised.reraised && !raised.contextless;
        raised.contextless = true;
        if (!isNew || e.context != null || handled == null || handled == e) {
            return;
        }
        PyBaseException o = handled;
        PyBaseException slow = handled;
        boolean odd = false;
        while (o.context != null) {
            if (o.context == e) {
                o.context = null;
                break;
            }
            o = o.context;
            if (odd) {
                slow = slow.context;
                if (slow == o) {
                    break;
                }
            }
            odd = !odd;
        }
        e.context = handled;
    }

    /** A fresh RuntimeError, for the frames of unpickled code that cannot run. */
    static PyException invalidFrame(PythonFrame f) {
        return new PyException(new PyBaseException(ExceptionTypes.RUNTIME_ERROR, PyTuple.of(PyStr.of(f.invalid))));
    }
}
