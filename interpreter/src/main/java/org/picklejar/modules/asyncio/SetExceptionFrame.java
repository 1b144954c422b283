package org.picklejar.modules.asyncio;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.ops.StepFrame;

/** {@code Future.set_exception} of a class: makes the exception first. */
public final class SetExceptionFrame extends StepFrame {
    private PyFuture future;
    private PyObject exceptionClass;
    /** Whether the exception is there. */
    private boolean made;

    /** For unpickling. */
    public SetExceptionFrame() {}

    private SetExceptionFrame(PyFuture future, PyObject exceptionClass) {
        this.future = future;
        this.exceptionClass = exceptionClass;
    }

    static PyObject start(Execution x, PyFuture future, PyObject exception) {
        future.ensurePending();
        if (exception instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            return new SetExceptionFrame(future, exception).run(x);
        }
        throw Errors.typeError("invalid exception object");
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value == null ? x.call(exceptionClass) : value;
        if (v == Pending.PENDING || made) {
            return v;
        }
        made = true;
        if (!(v instanceof PyBaseException e)) {
            throw Errors.typeError("invalid exception object");
        }
        return future.fail(x, e);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {future, exceptionClass, PyBool.of(made)};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        future = (PyFuture) fields[0];
        exceptionClass = fields[1];
        made = fields[2] == PyBool.TRUE;
    }
}
