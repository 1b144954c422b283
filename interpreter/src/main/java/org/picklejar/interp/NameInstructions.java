package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.ReboundNames;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Items;

/** The instructions that read and write names and cells. */
public final class NameInstructions {
    private NameInstructions() {}

    /** Raises UnboundLocalError unless the variable is bound. */
    public static void checkLocal(PyCode code, PyObject value, int variable) {
        if (value == null) {
            throw unbound(code.code.variableName(variable));
        }
    }

    private static PyException unbound(String name) {
        PyException e = Errors.of(
                ExceptionTypes.UNBOUND_LOCAL_ERROR,
                PyStr.of("cannot access local variable '" + name + "' where it is not associated with a value"));
        e.value.setMember("name", PyStr.of(name));
        return e;
    }

    /** @param variable index into names; own cells are locals to the user */
    private static PyException unboundCell(PyCode code, int variable) {
        String name = code.code.names[variable];
        for (CodeObject.InlinedVariable v : code.code.inlined) {
            if (v.isCell() && v.name().equals(name)) {
                return unbound(name);
            }
        }
        for (String own : code.code.cellNames) {
            if (own.equals(name)) {
                return unbound(name);
            }
        }
        PyException e = Errors.of(
                ExceptionTypes.NAME_ERROR,
                PyStr.of("cannot access free variable '" + name
                        + "' where it is not associated with a value in enclosing scope"));
        e.value.setMember("name", PyStr.of(name));
        return e;
    }

    /** The miss of the inline cache at {@code pc}, which is filled. */
    public static PyObject loadGlobal(PythonFrame f, int pc, PyStr name) {
        PyDict found = f.globals;
        int entry = found.entryOf(name);
        if (entry < 0) {
            found = f.builtins;
            entry = found.entryOf(name);
            if (entry < 0) {
                throw Errors.nameError(name);
            }
        }
        f.code.setCache(pc, new Caches.Global(f.globals, found, entry));
        return found.valueAt(entry);
    }

    private static PyObject global(PythonFrame f, PyStr name) {
        PyObject v = f.globals.get(name);
        if (v == null) {
            v = f.builtins.get(name);
            if (v == null) {
                throw Errors.nameError(name);
            }
        }
        return v;
    }

    public static PyObject loadName(Execution x, PythonFrame f, PyStr name) {
        PyObject ns = f.locals;
        if (ns instanceof PyDict d && d.isExact()) {
            PyObject v = d.get(name);
            return v != null ? v : global(f, name);
        }
        return ns == null ? global(f, name) : loadFromMapping(x, f, ns, null, name);
    }

    private static PyObject loadFromMapping(Execution x, PythonFrame f, PyObject mapping, PyObject cell, PyStr name) {
        try {
            PyObject v = Items.get(x, mapping, name);
            return v == PENDING ? x.interpose(f, new NameFallback(f.globals, f.builtins, cell, name)) : v;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.KEY_ERROR)) {
                throw e;
            }
            return NameFallback.find(f.globals, f.builtins, cell, name);
        }
    }

    /** @return the value, or PENDING and the value later */
    public static PyObject storeName(Execution x, PythonFrame f, PyStr name, PyObject value) {
        PyObject ns = f.namespace();
        if (ns instanceof PyDict d && d.isExact()) {
            d.put(name, value);
            return value;
        }
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, Items.set(x, ns, name, value), value, null);
    }

    public static PyObject deleteName(Execution x, PythonFrame f, PyStr name) {
        PyObject ns = f.namespace();
        if (ns instanceof PyDict d && d.isExact()) {
            if (d.remove(name) == null) {
                throw Errors.nameError(name);
            }
            return PySingleton.NONE;
        }
        try {
            return Items.delete(x, ns, name);
        } catch (PyException e) {
            throw e.is(ExceptionTypes.KEY_ERROR) ? Errors.nameError(name) : e;
        }
    }

    public static void storeGlobal(Execution x, PythonFrame f, int pc, PyStr name, PyObject value) {
        f.globals.put(name, value);
        if (f.code.cacheAt(pc) != f.globals && ReboundNames.of(x.machine).global(f.globals, name)) {
            f.code.setCache(pc, f.globals);
        }
    }

    public static void deleteGlobal(PythonFrame f, PyStr name) {
        if (f.globals.remove(name) == null) {
            throw Errors.nameError(name);
        }
    }

    /** @return the namespace of a class body or module */
    public static PyObject loadLocals(PythonFrame f) {
        return f.namespace();
    }

    // ---- cells

    /** @param value null for an empty cell */
    public static PyCell makeCell(PyObject value) {
        return new PyCell(value);
    }

    /** @param variable index into names, for the message */
    public static PyObject loadCell(PyCode code, PyObject cell, int variable) {
        PyObject v = ((PyCell) cell).value;
        if (v == null) {
            throw unboundCell(code, variable);
        }
        return v;
    }

    public static void storeCell(PyObject cell, PyObject value) {
        ((PyCell) cell).value = value;
    }

    public static void deleteCell(PyCode code, PyObject cell, int variable) {
        PyCell c = (PyCell) cell;
        if (c.value == null) {
            throw unboundCell(code, variable);
        }
        c.value = null;
    }

    public static PyObject loadClassCell(Execution x, PythonFrame f, PyObject cell, PyStr name) {
        if (f.locals instanceof PyDict d && d.isExact()) {
            PyObject v = d.get(name);
            return v != null ? v : NameFallback.find(f.globals, f.builtins, cell, name);
        }
        return loadFromMapping(x, f, f.locals, cell, name);
    }

    public static PyObject loadFromDictOrGlobal(Execution x, PythonFrame f, PyObject mapping, PyStr name) {
        return loadFromMapping(x, f, mapping, null, name);
    }

    public static PyObject setupAnnotations(Execution x, PythonFrame f) {
        PyObject ns = f.namespace();
        if (ns instanceof PyDict d && d.isExact()) {
            if (d.get(Names.ANNOTATIONS) == null) {
                d.put(Names.ANNOTATIONS, new PyDict());
            }
            return PySingleton.NONE;
        }
        try {
            PyObject found = Items.get(x, ns, Names.ANNOTATIONS);
            return found == PENDING ? x.interpose(f, new AnnotationsFallback(ns)) : PySingleton.NONE;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.KEY_ERROR)) {
                throw e;
            }
            return AnnotationsFallback.set(x, ns);
        }
    }
}
