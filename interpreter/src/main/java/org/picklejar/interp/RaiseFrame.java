package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;

/** {@code raise what from cause}: makes instances of classes, then raises. */
public final class RaiseFrame extends NativeFrame {
    private PyObject what;
    private PyObject cause;
    private int state;

    /** For unpickling. */
    public RaiseFrame() {}

    private RaiseFrame(PyObject what, PyObject cause) {
        this.what = what;
        this.cause = cause;
    }

    /** Begins. @return what is raised; null when Python has to make it first, and then it is on the chain */
    static PyException begin(Execution x, PyObject what, PyObject cause) {
        RaiseFrame f = new RaiseFrame(what, cause);
        Frame caller = x.top;
        PyException e = f.next(x, null);
        if (e == null) {
            x.interpose(caller, f);
        }
        return e;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyException e = next(x, value);
        if (e != null) {
            throw e;
        }
        return Pending.PENDING;
    }

    /** @return what is raised; null when a call is pending */
    private PyException next(Execution x, PyObject value) {
        if (state == 0) {
            state = 1;
            if (isExceptionClass(what)) {
                PyObject r = x.call(what);
                if (r == Pending.PENDING) {
                    return null;
                }
                what = r;
            }
        } else if (state == 1) {
            what = value;
        }
        if (state < 2) {
            if (!(what instanceof PyBaseException)) {
                throw Errors.typeError("exceptions must derive from BaseException");
            }
            state = 2;
            if (cause != null && isExceptionClass(cause)) {
                PyObject r = x.call(cause);
                if (r == Pending.PENDING) {
                    return null;
                }
                cause = r;
            }
        } else {
            cause = value;
        }
        PyBaseException e = (PyBaseException) what;
        if (cause != null) {
            if (cause != PySingleton.NONE && !(cause instanceof PyBaseException)) {
                throw Errors.typeError("exception causes must derive from BaseException");
            }
            e.cause = cause instanceof PyBaseException c ? c : null;
            e.suppressContext = true;
        }
        return new PyException(e);
    }

    private static boolean isExceptionClass(PyObject o) {
        return o instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {what, cause == null ? PyInt.ZERO : cause, PyInt.of(state)};
    }

    @Override
    public void restore(PyObject[] saved) {
        what = saved[0];
        cause = saved[1] instanceof PyInt ? null : saved[1];
        state = (int) ((PyInt) saved[2]).value;
    }
}
