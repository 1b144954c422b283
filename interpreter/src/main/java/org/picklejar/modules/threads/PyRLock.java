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
import org.picklejar.modules.Blocking;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code _thread.RLock}: its owner may take it again. */
public final class PyRLock extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("RLock", PyRLock.class, PyType.OBJECT).inModule("_thread");
    private long owner;
    private long count;

    PyRLock(PyType type) {
        super(type);
    }

    private boolean acquire(Execution x, long nanos) {
        long me = x.ident;
        return tryAcquire(me) || nanos != 0 && Blocking.await(x, this, () -> tryAcquire(me), nanos);
    }

    private synchronized boolean tryAcquire(long me) {
        if (count > 0 && owner != me) {
            return false;
        }
        owner = me;
        count++;
        return true;
    }

    private synchronized void release(Execution x) {
        if (count == 0 || owner != x.ident) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "cannot release un-acquired lock");
        }
        if (--count == 0) {
            owner = 0;
            notifyAll();
        }
    }

    private synchronized PyObject releaseSave() {
        if (count == 0) {
            throw Errors.of(ExceptionTypes.RUNTIME_ERROR, "cannot release un-acquired lock");
        }
        PyObject saved = PyTuple.of(PyInt.of(count), PyInt.of(owner));
        count = 0;
        owner = 0;
        notifyAll();
        return saved;
    }

    private PyObject acquireRestore(Execution x, PyObject saved) {
        PyTuple t = Values.tuple(saved, "state");
        long n = Values.toLong(x, t.get(0));
        long who = Values.toLong(x, t.get(1));
        Blocking.await(x, this, () -> tryAcquire(who), -1);
        count = n;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<PyRLock> b) {
        b.constructor("RLock(cls, /, *args, **kwargs)", (x, cls, a) -> new PyRLock(cls))
                .tail(
                        "acquire(self, /, blocking: bool = True, timeout: float = -1)",
                        (Execution x, PyRLock l, PyObject block, PyObject timeout) ->
                                PyBool.of(l.acquire(x, PyLock.nanos(block, timeout))))
                .tail("release(self, /)", (Execution x, PyRLock l) -> {
                    l.release(x);
                    return PySingleton.NONE;
                })
                .tail("__enter__(self, /)", (Execution x, PyRLock l) -> PyBool.of(l.acquire(x, -1)))
                .tailN("__exit__(self, /, *exc_info)", (x, cls, a) -> {
                    ((PyRLock) a[0]).release(x);
                    return PySingleton.NONE;
                })
                .tail("_is_owned(self, /)", (Execution x, PyRLock l) -> PyBool.of(l.count > 0 && l.owner == x.ident))
                .tail(
                        "_recursion_count(self, /)",
                        (Execution x, PyRLock l) -> PyInt.of(l.owner == x.ident ? l.count : 0))
                .method("_release_save(self, /)", (PyRLock l) -> l.releaseSave())
                .tail("_acquire_restore(self, state, /)", PyRLock::restore)
                .method("_at_fork_reinit(self, /)", (PyRLock l) -> {
                    l.count = 0;
                    l.owner = 0;
                    return PySingleton.NONE;
                })
                .unary(
                        Slot.REPR,
                        l -> PyStr.of("<" + (l.count > 0 ? "locked" : "unlocked") + " "
                                + l.type().fullName() + " object owner=" + l.owner + " count=" + l.count + " at "
                                + Text.address(l) + ">"));
    }

    private static PyObject restore(Execution x, PyRLock l, PyObject state) {
        return l.acquireRestore(x, state);
    }
}
