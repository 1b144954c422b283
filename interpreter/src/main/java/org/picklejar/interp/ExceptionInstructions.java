package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** The instructions that raise, and that keep what is being handled. */
public final class ExceptionInstructions {
    private ExceptionInstructions() {}

    /**
     * @param what null: what is being handled
     * @param cause null when there is none
     * @return what is raised; null when Python has to make it first and a frame for that was pushed
     */
    public static PyException raise(Execution x, PythonFrame f, PyObject what, PyObject cause) {
        if (what == null) {
            PyBaseException handled = f.handledException();
            if (handled == null) {
                throw Errors.runtimeError("No active exception to reraise");
            }
            PyException e = new PyException(handled);
            e.reraised = handled.traceback != null && f.handled == handled;
            return e;
        }
        if (what instanceof PyBaseException e && cause == null) {
            return new PyException(e);
        }
        return RaiseFrame.begin(x, what, cause);
    }

    public static PyException reraise(PyObject exception) {
        PyException e = new PyException(exception(exception));
        e.reraised = true;
        return e;
    }

    private static PyBaseException exception(PyObject o) {
        if (o instanceof PyBaseException e) {
            return e;
        }
        throw Errors.systemError("an exception was expected, not '%s'", o.type().name());
    }

    /** @return what was handled so far, for {@link #popHandled} */
    public static PyObject pushHandled(PythonFrame f, PyObject exception) {
        PyObject before = f.handled == null ? PySingleton.NONE : f.handled;
        f.handled = exception(exception);
        return before;
    }

    public static void popHandled(PythonFrame f, PyObject before) {
        f.handled = before instanceof PyBaseException e ? e : null;
    }

    /** @param wanted a class or a tuple of classes */
    public static PyBool matchException(PyObject exception, PyObject wanted) {
        if (wanted instanceof PyTuple t) {
            for (PyObject w : t.items) {
                checkCatchable(w);
            }
            for (PyObject w : t.items) {
                if (exception.type().isSubtypeOf((PyType) w)) {
                    return PyBool.TRUE;
                }
            }
            return PyBool.FALSE;
        }
        checkCatchable(wanted);
        return PyBool.of(exception.type().isSubtypeOf((PyType) wanted));
    }

    private static void checkCatchable(PyObject w) {
        if (!(w instanceof PyType t) || !t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            throw Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
    }
}
