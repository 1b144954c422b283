package org.picklejar.tasklets;

import org.picklejar.core.Errors;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTraceback;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** An exception on its way: a tasklet that is activated with one raises it. */
public final class Bomb extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("bomb", Bomb.class, PyType.OBJECT).inModule("_stackless");
    public PyObject exceptionType = PySingleton.NONE;
    public PyObject value = PySingleton.NONE;
    public PyObject traceback = PySingleton.NONE;

    public Bomb(PyType type) {
        super(type);
    }

    public Bomb(PyBaseException e) {
        this(TYPE);
        exceptionType = e.type();
        value = e;
        traceback = e.traceback == null ? PySingleton.NONE : e.traceback;
    }

    /** What to raise in the tasklet. */
    PyException explode() {
        PyBaseException e;
        if (value instanceof PyBaseException b) {
            e = b;
        } else if (exceptionType instanceof PyType t) {
            PyTuple args =
                    value instanceof PyTuple p ? p : value == PySingleton.NONE ? PyTuple.EMPTY : PyTuple.of(value);
            e = new PyBaseException(t, args);
        } else {
            throw Errors.typeError("exceptions must derive from BaseException");
        }
        if (traceback instanceof PyTraceback t) {
            e.traceback = t;
        }
        PyException p = new PyException(e);
        p.contextless = true;
        return p;
    }
}
