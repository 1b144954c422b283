package org.picklejar.interp;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Finish;

/** The import statements. The results may be PENDING. */
public final class ImportInstructions {
    private ImportInstructions() {}

    public static PyObject importName(Execution x, PythonFrame f, PyStr name, PyObject level, PyObject names) {
        PyObject function = f.builtins.get("__import__");
        if (function == null) {
            throw Errors.of(ExceptionTypes.IMPORT_ERROR, "__import__ not found");
        }
        PyObject locals = f.locals == null ? PySingleton.NONE : f.locals;
        return x.call(function, name, f.globals, locals, names, level);
    }

    public static PyObject importFrom(Execution x, PyObject module, PyStr name) {
        Frame caller = x.top;
        try {
            return Finish.IMPORT_FROM.on(x, caller, Attributes.get(x, module, name), module, name);
        } catch (PyException e) {
            return Finish.IMPORT_FROM.recover(x, e, module, name);
        }
    }

    public static PyObject importStar(Execution x, PythonFrame f, PyObject module) {
        return x.call(x.machine.helpers.get("import_star"), module, f.namespace());
    }
}
