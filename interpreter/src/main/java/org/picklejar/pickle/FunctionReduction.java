package org.picklejar.pickle;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** The states of functions and cells. */
final class FunctionReduction {
    private static final int LENGTH = 11;
    private static final int OLD_LENGTH = 6;

    private FunctionReduction() {}

    private static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    static PyTuple cellState(PyCell c) {
        return c.value == null ? PyTuple.EMPTY : PyTuple.of(c.value);
    }

    static void setCell(PyCell c, PyObject state) {
        StateTuple s = new StateTuple(state, "cell.__setstate__", 0, 1);
        c.value = s.size() == 0 ? null : s.get(0);
    }

    /** Code, globals, name, defaults, closure, module, keyword defaults, doc, attributes, annotations, qualified name; null before it has got them. */
    static PyTuple functionState(PyFunction f) {
        if (f.code == null) {
            return null;
        }
        PyDict attributes = f.hasOwnDict() ? f.dict() : f.dictCopy();
        return PyTuple.of(
                f.code,
                f.globals,
                f.name,
                orNone(f.defaults),
                f.closure.length == 0 ? PySingleton.NONE : PyTuple.of((PyObject[]) f.closure),
                orNone(f.module),
                orNone(f.kwDefaults),
                orNone(f.doc),
                attributes.size() == 0 ? PySingleton.NONE : attributes,
                orNone(f.annotations),
                orNone(f.qualname));
    }

    static void setFunction(Execution x, PyFunction f, PyObject state) {
        if (f.code != null) {
            throw Errors.typeError("incorrect wrapper type");
        }
        StateTuple s = new StateTuple(state, "function.__setstate__", OLD_LENGTH, LENGTH);
        if (!(s.get(0) instanceof PyCode code)) {
            throw Errors.typeError("func_setstate: value for func_code is not a code object");
        }
        PyCell[] closure = closure(s.orNull(4, PyTuple.class));
        if (closure.length != code.code.freeNames.length) {
            throw Errors.valueError(
                    "%s requires closure of length %d, not %d", s.get(2), code.code.freeNames.length, closure.length);
        }
        if (code.invalid) {
            // The warning may make us begin again, so nothing is filled yet.
            Warnings.runtime(
                    x,
                    "Unpickling function with invalid code object: "
                            + (s.get(2) instanceof PyStr n ? n.toString() : "~ name is missing ~"));
        }
        f.code = code;
        f.globals = s.get(1, PyDict.class);
        f.builtins = builtinsOf(x, f.globals);
        f.name = s.get(2);
        f.qualname = f.name;
        f.defaults = s.orNull(3, PyTuple.class);
        f.closure = closure;
        f.module = s.get(5);
        if (s.size() == LENGTH) {
            f.kwDefaults = s.orNull(6, PyDict.class);
            f.doc = s.get(7);
            if (s.get(8) instanceof PyDict attributes) {
                f.setDict(attributes);
            }
            f.annotations = s.orNull(9);
            f.qualname = s.get(10);
        }
    }

    private static PyCell[] closure(PyTuple cells) {
        if (cells == null || cells.size() == 0) {
            return PyFunction.NO_CELLS;
        }
        PyCell[] out = new PyCell[cells.size()];
        for (int i = 0; i < out.length; i++) {
            if (!(cells.get(i) instanceof PyCell c)) {
                throw Errors.typeError(
                        "arg 5 (closure) expected cell, found %s",
                        cells.get(i).type().name());
            }
            out[i] = c;
        }
        return out;
    }

    /** The namespace of builtins that globals name. */
    static PyDict builtinsOf(Execution x, PyDict globals) {
        PyObject b = globals.get(Names.BUILTINS);
        return b instanceof PyDict d ? d : b instanceof PyModule m ? m.namespace() : x.machine.builtins;
    }
}
