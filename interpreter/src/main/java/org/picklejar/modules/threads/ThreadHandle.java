package org.picklejar.modules.threads;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.Blocking;
import org.picklejar.ops.Values;

/** {@code _thread._ThreadHandle}: a thread that can be joined. */
public final class ThreadHandle extends PyInstance {
    static final PyType TYPE = PyType.builtin("_ThreadHandle", ThreadHandle.class, PyType.OBJECT)
            .inModule("_thread")
            .notSubclassable();
    private long ident;
    private boolean started;
    private boolean done;

    ThreadHandle() {
        super(TYPE);
    }

    synchronized void started(long id) {
        if (started) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "thread already started");
        }
        ident = id;
        started = true;
    }

    PyInt ident() {
        return PyInt.of(ident);
    }

    synchronized void ended() {
        done = true;
        notifyAll();
    }

    synchronized boolean isDone() {
        return done;
    }

    void join(Execution x) {
        Blocking.await(x, this, () -> done, -1);
    }

    private PyObject join(Execution x, PyObject timeout) {
        if (!started) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "thread not started");
        }
        if (ident == x.ident && !done) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "Cannot join current thread");
        }
        double t = Arguments.isNone(timeout) ? -1 : Values.toDouble(timeout);
        Blocking.await(x, this, () -> done, t < 0 ? -1 : Math.round(Math.min(t, PyLock.TIMEOUT_MAX) * 1e9));
        return PySingleton.NONE;
    }

    /** For a saved state: ident, and whether it was started. A thread that runs has no parts: TypeError. */
    public synchronized PyTuple parts() {
        if (started && !done) {
            throw Errors.typeError("cannot pickle a thread that runs: wait for it first");
        }
        return PyTuple.of(PyInt.of(ident), PyBool.of(started));
    }

    /** The handle of which {@link #parts} gave this: of a thread that has ended, or that has not been started. */
    public static ThreadHandle ofParts(long ident, boolean started) {
        ThreadHandle h = new ThreadHandle();
        h.ident = ident;
        h.started = started;
        h.done = started;
        return h;
    }

    static void define(TypeBuilder<ThreadHandle> b) {
        b.constructor("_ThreadHandle(cls, /)", (x, cls, a) -> new ThreadHandle())
                .getter("ident", h -> PyInt.of(h.ident))
                .tail(
                        "join(self, timeout: float = None, /)",
                        (Execution x, ThreadHandle h, PyObject timeout) -> h.join(x, timeout))
                .method("is_done(self, /)", (ThreadHandle h) -> PyBool.of(h.done))
                .method("_set_done(self, /)", (ThreadHandle h) -> {
                    h.started = true;
                    h.ended();
                    return PySingleton.NONE;
                })
                .unary(Slot.REPR, h -> PyStr.of("<_ThreadHandle object: ident=" + h.ident + ">"));
    }
}
