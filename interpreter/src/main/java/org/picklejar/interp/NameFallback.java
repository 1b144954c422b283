package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;

/** A name is being looked up in a namespace that is a Python mapping; KeyError leads on to the cell or the globals. */
public final class NameFallback extends NativeFrame {
    private PyDict globals;
    private PyDict builtins;
    private PyObject cell;
    private PyStr name;

    /** For unpickling. */
    public NameFallback() {}

    NameFallback(PyDict globals, PyDict builtins, PyObject cell, PyStr name) {
        this.globals = globals;
        this.builtins = builtins;
        this.cell = cell;
        this.name = name;
    }

    static PyObject find(PyDict globals, PyDict builtins, PyObject cell, PyStr name) {
        PyObject v;
        if (cell instanceof PyCell c) {
            v = c.value;
        } else {
            v = globals.get(name);
            v = v == null ? builtins.get(name) : v;
        }
        if (v == null) {
            throw Errors.nameError(name);
        }
        return v;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        return value;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (!e.is(ExceptionTypes.KEY_ERROR)) {
            throw e;
        }
        return find(globals, builtins, cell, name);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {globals, builtins, cell == null ? PySingleton.NONE : cell, name};
    }

    @Override
    public void restore(PyObject[] state) {
        globals = (PyDict) state[0];
        builtins = (PyDict) state[1];
        cell = state[2] == PySingleton.NONE ? null : state[2];
        name = (PyStr) state[3];
    }
}
