package org.picklejar.modules.threads;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.modules.Blocking;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code _thread.lock}: may be released by another thread than took it. */
public final class PyLock extends PyInstance {
    public static final PyType TYPE = PyType.builtin("lock", PyLock.class, PyType.OBJECT)
            .inModule("_thread")
            .notSubclassable();
    /** Longest time to wait, in seconds. */
    static final double TIMEOUT_MAX = 9223372036.0;

    private boolean locked;

    public PyLock() {
        super(TYPE);
    }

    /** @param nanos how long to wait; negative: for ever */
    public boolean acquire(Execution x, long nanos) {
        if (tryAcquire()) {
            return true;
        }
        return nanos != 0 && Blocking.await(x, this, this::tryAcquire, nanos);
    }

    private synchronized boolean tryAcquire() {
        if (locked) {
            return false;
        }
        locked = true;
        return true;
    }

    public synchronized void release() {
        if (!locked) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "release unlocked lock");
        }
        locked = false;
        notifyAll();
    }

    public synchronized boolean isLocked() {
        return locked;
    }

    /** The time to wait as the arguments of {@code acquire} say. */
    static long nanos(PyObject blocking, PyObject timeout) {
        boolean block = Values.isTrue(blocking);
        double t = Values.toDouble(timeout);
        if (!block && t != -1) {
            throw Errors.valueError("can't specify a timeout for a non-blocking call");
        }
        if (t < 0 && t != -1) {
            throw Errors.valueError("timeout value must be a non-negative number");
        }
        if (t > TIMEOUT_MAX) {
            throw Errors.overflowError("timeout value is too large");
        }
        return !block ? 0 : t == -1 ? -1 : Math.round(t * 1e9);
    }

    static void define(TypeBuilder<PyLock> b) {
        b.constructor("lock(cls, /)", (x, cls, a) -> new PyLock());
        for (String name : new String[] {"acquire", "acquire_lock"}) {
            b.tail(
                    name + "(self, /, blocking: bool = True, timeout: float = -1)",
                    (Execution x, PyLock l, PyObject block, PyObject timeout) ->
                            PyBool.of(l.acquire(x, nanos(block, timeout))));
        }
        for (String name : new String[] {"release", "release_lock"}) {
            b.method(name + "(self, /)", (PyLock l) -> {
                l.release();
                return PySingleton.NONE;
            });
        }
        for (String name : new String[] {"locked", "locked_lock"}) {
            b.method(name + "(self, /)", (PyLock l) -> PyBool.of(l.isLocked()));
        }
        b.tail("__enter__(self, /)", (Execution x, PyLock l) -> PyBool.of(l.acquire(x, -1)))
                .methodN("__exit__(self, /, *exc_info)", (l, a) -> {
                    l.release();
                    return PySingleton.NONE;
                })
                .method("_at_fork_reinit(self, /)", (PyLock l) -> {
                    l.locked = false;
                    return PySingleton.NONE;
                })
                .unary(
                        Slot.REPR,
                        l -> PyStr.of("<" + (l.locked ? "locked" : "unlocked") + " _thread.lock object at "
                                + Text.address(l) + ">"));
    }
}
