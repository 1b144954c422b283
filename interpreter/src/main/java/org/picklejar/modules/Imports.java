package org.picklejar.modules;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;

/** Imports of Python modules by builtins. */
public final class Imports {
    private Imports() {}

    /** The attribute of a module that is imported when need be; may be PENDING. */
    public static PyObject attribute(Execution x, String module, String name) {
        PyObject m = x.machine.modules.get(module);
        if (m != null) {
            return Attributes.get(x, m, PyStr.of(name));
        }
        PyObject f = x.machine.builtins.get("__import__");
        if (f == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "__import__ not found");
        }
        Frame caller = x.top;
        PyObject r =
                x.call(f, PyStr.of(module), PySingleton.NONE, PySingleton.NONE, PyList.of(PyStr.of(name)), PyInt.ZERO);
        return Finish.ATTRIBUTE_OF.on(x, caller, r, PyStr.of(name), null);
    }

    /** An attribute of a builtin module that is imported already: what asks for it is an object of that module. */
    public static PyObject ofLoaded(Execution x, String module, String name) {
        PyObject found = x.machine.modules.get(module) instanceof PyModule m
                ? m.namespace().get(name)
                : null;
        if (found == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "%s.%s is not there any more".formatted(module, name));
        }
        return found;
    }

    /** The module, imported when need be; Python code for it runs nested (blocking). */
    public static PyObject moduleNow(Execution x, String module) {
        PyObject m = x.machine.modules.get(module);
        if (m != null) {
            return m;
        }
        PyObject f = x.machine.builtins.get("__import__");
        return x.await(() -> x.call(
                f, PyStr.of(module), PySingleton.NONE, PySingleton.NONE, PyTuple.of(PyStr.of("__name__")), PyInt.ZERO));
    }
}
