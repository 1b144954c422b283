package org.picklejar.modules.asyncio;

import java.util.function.Consumer;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.ReturningIterator;

/** What awaits a future: it gives the future to the task that runs, and ends with its result. */
public final class FutureIter extends PyObject implements ReturningIterator {
    public static final PyType TYPE = PyType.builtin("FutureIter", FutureIter.class, PyType.OBJECT)
            .inModule("_asyncio")
            .notSubclassable();

    /** Null when it has ended. */
    PyFuture future;

    FutureIter(PyFuture future) {
        this.future = future;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** @param value ignored, as it is by CPython. @return the future; null at the end */
    @Override
    public PyObject nextOrEnd(Execution x, PyObject value) {
        PyFuture f = future;
        if (f == null) {
            return null;
        }
        if (f.isDone()) {
            future = null;
            x.endValue = f.takeResult();
            return null;
        }
        if (f.isBlocking) {
            throw Errors.runtimeError("await wasn't used with future");
        }
        f.isBlocking = true;
        return f;
    }

    private PyObject next(Execution x) {
        PyObject v = nextOrEnd(x, PySingleton.NONE);
        if (v != null) {
            return v;
        }
        PyObject end = x.endValue;
        x.endValue = null;
        throw Errors.stopIteration(end == PySingleton.NONE ? null : end);
    }

    /** One exception object is raised as it is; what else {@code throw()} takes is for Python to look at. */
    private PyObject raise(Execution x, PyObject type, PyObject value, PyObject traceback) {
        if (type instanceof PyBaseException e && value == null) {
            future = null;
            throw new PyException(e);
        }
        return AsyncioState.of(x)
                .call(
                        x,
                        "_throw",
                        this,
                        type,
                        PyFuture.orNone(value),
                        PyFuture.orNone(traceback),
                        PyBool.of(value != null));
    }

    private PyObject close() {
        future = null;
        return PySingleton.NONE;
    }

    static void define(TypeBuilder<FutureIter> b) {
        b.unary(Slot.ITER, i -> i)
                .unaryTail(Slot.NEXT, (x, i) -> i.next(x))
                .tail("send(self, object, /)", (Execution x, FutureIter i, PyObject v) -> i.next(x))
                .tail(
                        "throw(self, type, val=<unset>, tb=<unset>, /)",
                        (x, i, type, value, tb) -> i.raise(x, type, value, tb))
                .method("close(self, /)", FutureIter::close);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (future != null) {
            visitor.accept(future);
        }
    }
}
