package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;
import org.picklejar.modules.contextvars.PyContext;
import org.picklejar.modules.contextvars.PyContextVar;
import org.picklejar.text.decimal.DecimalContext;
import org.picklejar.text.decimal.Rounding;

/** {@code decimal.Context}. */
public final class PyDecimalContext extends PyInstance {
    public static final PyType TYPE =
            PyType.builtin("Context", PyDecimalContext.class, PyType.OBJECT).inModule("decimal");
    /** Holds the current context. */
    static final PyContextVar CURRENT = PyContextVar.of("decimal_context");

    static {
        TYPE.hasWeakref = false;
    }

    /** Its status is that of the operation in progress. */
    final DecimalContext arithmetic = new DecimalContext(1, 0, 0, Rounding.HALF_EVEN, false);
    /** Bits of {@link org.picklejar.text.decimal.Condition}: what has been raised, and what raises exceptions. */
    int flags;

    int traps;
    boolean capitals = true;
    /** Made when they are asked for. */
    private PySignalDict flagsDict;

    private PySignalDict trapsDict;

    PyDecimalContext(PyType type) {
        super(type);
    }

    /** The context of the running tasklet's {@code contextvars} context, made when there is none. */
    static PyDecimalContext current(Execution x) {
        PyContext variables = PyContext.current(x);
        if (variables.get(CURRENT) instanceof PyDecimalContext c) {
            return c;
        }
        PyDecimalContext made = fresh(DecimalState.of(x).defaultContext);
        variables.set(CURRENT, made);
        return made;
    }

    /** What a method's argument says: None is the current one. */
    static PyDecimalContext argument(Execution x, PyObject o) {
        if (o == PySingleton.NONE) {
            return current(x);
        }
        if (o instanceof PyDecimalContext c) {
            return c;
        }
        throw Errors.typeError("optional argument must be a context");
    }

    /** Makes a context the current one; of those that others begin as, a copy. */
    static void setCurrent(Execution x, PyDecimalContext c) {
        DecimalState s = DecimalState.of(x);
        boolean shared = c == s.defaultContext || c == s.basicContext || c == s.extendedContext;
        PyContext.current(x).set(CURRENT, shared ? fresh(c) : c);
    }

    private static PyDecimalContext fresh(PyDecimalContext c) {
        PyDecimalContext made = c.copy();
        made.flags = 0;
        return made;
    }

    PyDecimalContext copy() {
        PyDecimalContext c = new PyDecimalContext(TYPE);
        c.take(this);
        return c;
    }

    /** Takes all settings of another, flags included. */
    void take(PyDecimalContext c) {
        arithmetic.prec = c.arithmetic.prec;
        arithmetic.emin = c.arithmetic.emin;
        arithmetic.emax = c.arithmetic.emax;
        arithmetic.rounding = c.arithmetic.rounding;
        arithmetic.clamp = c.arithmetic.clamp;
        flags = c.flags;
        traps = c.traps;
        capitals = c.capitals;
    }

    PySignalDict flagsDict(Execution x) {
        flagsDict = flagsDict == null ? new PySignalDict(x, this, false) : flagsDict;
        return flagsDict;
    }

    PySignalDict trapsDict(Execution x) {
        trapsDict = trapsDict == null ? new PySignalDict(x, this, true) : trapsDict;
        return trapsDict;
    }

    /** What an operation is given. */
    DecimalContext begin() {
        arithmetic.status = 0;
        return arithmetic;
    }

    /** Notes conditions; raises those that are trapped. */
    void raise(Execution x, int status) {
        flags |= status;
        if ((status & traps) != 0) {
            throw DecimalState.of(x).exception(status & traps);
        }
    }
}
