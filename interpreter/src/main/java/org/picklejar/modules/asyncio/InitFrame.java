package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.interp.PyGenerator;
import org.picklejar.modules.contextvars.PyContext;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Text;
import org.picklejar.ops.Truth;

/** {@code Future.__init__} and {@code Task.__init__}. */
public final class InitFrame extends StepFrame {
    /** What is awaited. */
    private enum Phase {
        START,
        LOOP,
        DEBUG,
        IS_DEBUG,
        SOURCE,
        IS_COROUTINE,
        COROUTINE_IS_TRUE,
        NAME,
        IS_EAGER,
        IS_RUNNING,
        SCHEDULED,
        END
    }

    private Phase phase = Phase.START;
    private PyFuture future;
    private PyObject loop;
    // The arguments for a task; null for a future.
    private PyObject coroutine;
    private PyObject name;
    private PyObject context;
    private PyObject eager;

    /** For unpickling. */
    public InitFrame() {}

    InitFrame(PyFuture future, PyObject loop, PyObject coroutine, PyObject name, PyObject context, PyObject eager) {
        this.future = future;
        this.loop = loop;
        this.coroutine = coroutine;
        this.name = name;
        this.context = context;
        this.eager = eager;
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        while (phase != Phase.END) {
            v = after(x, v);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        return PySingleton.NONE;
    }

    private PyObject after(Execution x, PyObject v) {
        return switch (phase) {
            case START -> {
                future.reset();
                yield go(Phase.LOOP, loop == PySingleton.NONE ? future.module.eventLoop(x) : loop);
            }
            case LOOP -> {
                future.loop = v;
                yield go(Phase.DEBUG, LoopCalls.getDebug(x, v));
            }
            case DEBUG -> go(Phase.IS_DEBUG, Truth.of(x, v));
            case IS_DEBUG ->
                v == PyBool.TRUE
                        ? go(Phase.SOURCE, FutureType.callImported(x, "traceback", "extract_stack"))
                        : afterFuture(x);
            case SOURCE -> {
                future.source = v;
                yield afterFuture(x);
            }
            case IS_COROUTINE -> go(Phase.COROUTINE_IS_TRUE, Truth.of(x, v));
            case COROUTINE_IS_TRUE -> {
                if (v != PyBool.TRUE) {
                    yield go(Phase.END, future.module.call(x, "_no_coroutine", coroutine));
                }
                yield afterCoroutine(x);
            }
            case NAME -> {
                task().setName(v);
                yield go(Phase.IS_EAGER, Truth.of(x, eager));
            }
            case IS_EAGER -> v == PyBool.TRUE ? go(Phase.IS_RUNNING, LoopCalls.isRunning(x, future.loop)) : schedule(x);
            case IS_RUNNING ->
                v == PyBool.TRUE
                        ? go(
                                Phase.END,
                                future.module.call(
                                        x,
                                        "_start_eagerly",
                                        future,
                                        new TaskCallback(TaskCallback.Kind.EAGER, task(), null)))
                        : schedule(x);
            case SCHEDULED -> go(Phase.END, future.module.register(x, future));
            case END -> throw Errors.systemError("__init__ is over");
        };
    }

    private PyObject go(Phase next, PyObject v) {
        phase = next;
        return v;
    }

    private PyTask task() {
        return (PyTask) future;
    }

    private PyObject afterFuture(Execution x) {
        if (coroutine == null) {
            return go(Phase.END, PySingleton.NONE);
        }
        if (coroutine instanceof PyGenerator g && g.kind == PyGenerator.Kind.COROUTINE) {
            return afterCoroutine(x);
        }
        task().tellsDestroyed = false;
        return go(Phase.IS_COROUTINE, FutureType.callImported(x, "asyncio.coroutines", "iscoroutine", coroutine));
    }

    private PyObject afterCoroutine(Execution x) {
        PyTask t = task();
        t.tellsDestroyed = true;
        t.context = context == PySingleton.NONE ? PyContext.copyOfCurrent(x) : context;
        t.coroutine = coroutine;
        t.needFinalizer(x);
        boolean named = name != PySingleton.NONE;
        return go(
                Phase.NAME, !named ? PyInt.of(t.module.nextTask()) : name instanceof PyStr ? name : Text.str(x, name));
    }

    private PyObject schedule(Execution x) {
        return go(Phase.SCHEDULED, task().stepSoon(x, null));
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {PyStr.of(phase.name()), future, loop, coroutine, name, context, eager};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        phase = Phase.valueOf(fields[0].toString());
        future = (PyFuture) fields[1];
        loop = fields[2];
        coroutine = fields[3];
        name = fields[4];
        context = fields[5];
        eager = fields[6];
    }
}
