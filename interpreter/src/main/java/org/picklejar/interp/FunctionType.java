package org.picklejar.interp;

import org.picklejar.core.Errors;
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
import org.picklejar.core.ReboundNames;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Text;

/** {@code function}. */
public final class FunctionType {
    private FunctionType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PyFunction> b = builder.of(PyFunction.class);
        b.call(Slot.CALL, (x, f, args, names) -> Calls.call(x, (PyFunction) f, args, names))
                .rawTernary(Slot.GET, (x, f, o, t) -> o == PySingleton.NONE ? f : Attributes.bind(x, f, o, o.type()))
                .unary(Slot.REPR, f -> PyStr.of("<function " + f.qualname + " at " + Text.address(f) + ">"))
                .constructor(
                        "function(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
                        (x, cls, a) -> make(x.machine.builtins, a))
                .getSet("__code__", (x, f) -> ((PyFunction) f).code, (x, o, v) -> {
                    PyFunction f = (PyFunction) o;
                    if (!(v instanceof PyCode c)) {
                        throw Errors.typeError("__code__ must be set to a code object");
                    }
                    if (c.code.freeNames.length != f.closure.length) {
                        throw Errors.valueError(
                                "%s() requires a code object with %d free vars, not %d",
                                f.name, f.closure.length, c.code.freeNames.length);
                    }
                    f.code = c;
                    ReboundNames.attribute(x.machine, f, PyStr.of("__code__"));
                })
                .member("__globals__", f -> f.globals)
                .member("__builtins__", f -> f.builtins)
                .member("__closure__", f -> f.closure.length == 0 ? PySingleton.NONE : PyTuple.of(f.closure))
                .property("__name__", f -> f.name, (f, v) -> f.name = string(v, "__name__"))
                .property("__qualname__", f -> f.qualname, (f, v) -> f.qualname = string(v, "__qualname__"))
                .getSet("__defaults__", (x, f) -> InterpreterTypes.orNone(((PyFunction) f).defaults), (x, o, v) -> {
                    if (v != null && v != PySingleton.NONE && !(v instanceof PyTuple)) {
                        throw Errors.typeError("__defaults__ must be set to a tuple object");
                    }
                    ((PyFunction) o).defaults = v instanceof PyTuple t ? t : null;
                    ReboundNames.attribute(x.machine, o, PyStr.of("__defaults__"));
                })
                .getSet("__kwdefaults__", (x, f) -> InterpreterTypes.orNone(((PyFunction) f).kwDefaults), (x, o, v) -> {
                    if (v != null && v != PySingleton.NONE && !(v instanceof PyDict)) {
                        throw Errors.typeError("__kwdefaults__ must be set to a dict object");
                    }
                    ((PyFunction) o).kwDefaults = v instanceof PyDict d ? d : null;
                    ReboundNames.attribute(x.machine, o, PyStr.of("__kwdefaults__"));
                })
                .property("__annotations__", FunctionType::annotations, (f, v) -> {
                    if (v != null && v != PySingleton.NONE && !(v instanceof PyDict)) {
                        throw Errors.typeError("__annotations__ must be set to a dict object");
                    }
                    f.annotations = v instanceof PyDict ? v : null;
                })
                .property("__doc__", f -> f.doc, (f, v) -> f.doc = InterpreterTypes.orNone(v))
                .property("__module__", f -> f.module, (f, v) -> f.module = InterpreterTypes.orNone(v))
                .property("__type_params__", f -> f.typeParams, (f, v) -> {
                    if (!(v instanceof PyTuple)) {
                        throw Errors.typeError("__type_params__ must be set to a tuple");
                    }
                    f.typeParams = v;
                })
                .getSet("__dict__", (x, f) -> ((PyFunction) f).dict(), (x, f, v) -> {
                    if (!(v instanceof PyDict d)) {
                        throw Errors.typeError(
                                v == null
                                        ? "cannot delete __dict__"
                                        : "__dict__ must be set to a dictionary, not a '%s'",
                                v == null ? "" : v.type().name());
                    }
                    ((PyFunction) f).setDict(d);
                });
    }

    private static PyObject string(PyObject v, String what) {
        if (!(v instanceof PyStr)) {
            throw Errors.typeError("%s must be set to a string object", what);
        }
        return v;
    }

    static PyObject annotations(PyFunction f) {
        if (f.annotations instanceof PyTuple t) {
            PyDict d = new PyDict();
            for (int i = 0; i < t.size(); i += 2) {
                d.put((PyStr) t.get(i), t.get(i + 1));
            }
            f.annotations = d;
        } else if (f.annotations == null) {
            f.annotations = new PyDict();
        }
        return f.annotations;
    }

    private static PyObject make(PyDict builtins, PyObject[] a) {
        if (!(a[1] instanceof PyCode code)) {
            throw Errors.typeError(
                    "function() argument 'code' must be code, not %s",
                    a[1].type().name());
        }
        if (!(a[2] instanceof PyDict globals)) {
            throw Errors.typeError(
                    "function() argument 'globals' must be dict, not %s",
                    a[2].type().name());
        }
        PyFunction f = new PyFunction(code, globals, builtinsOf(globals, builtins));
        if (a[3] != PySingleton.NONE) {
            if (!(a[3] instanceof PyStr)) {
                throw Errors.typeError("arg 3 (name) must be None or string");
            }
            f.name = a[3];
        }
        if (a[4] != PySingleton.NONE) {
            if (!(a[4] instanceof PyTuple t)) {
                throw Errors.typeError("arg 4 (defaults) must be None or tuple");
            }
            f.defaults = t;
        }
        int needed = code.code.freeNames.length;
        if (a[5] instanceof PyTuple cells) {
            if (cells.size() != needed) {
                throw Errors.valueError(
                        "%s requires closure of length %d, not %d", code.code.name, needed, cells.size());
            }
            f.closure = new PyCell[needed];
            for (int i = 0; i < needed; i++) {
                if (!(cells.get(i) instanceof PyCell c)) {
                    throw Errors.typeError(
                            "arg 5 (closure) expected cell, found %s",
                            cells.get(i).type().name());
                }
                f.closure[i] = c;
            }
        } else if (needed > 0 || a[5] != PySingleton.NONE) {
            throw Errors.typeError(
                    a[5] == PySingleton.NONE
                            ? "arg 5 (closure) must be tuple"
                            : "arg 5 (closure) must be None or tuple");
        }
        f.kwDefaults = a[6] instanceof PyDict d ? d : null;
        return f;
    }

    /** The builtins that code with these globals sees: {@code __builtins__} in them, else the machine's. */
    public static PyDict builtinsOf(PyDict globals, PyDict fallback) {
        PyObject b = globals.get(Names.BUILTINS);
        return b instanceof PyDict d ? d : b instanceof PyModule m ? m.namespace() : fallback;
    }
}
