package org.picklejar.ops;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;

/** {@code from module import name} when the module has no such attribute. */
final class ImportedNames {
    private ImportedNames() {}

    /** The submodule from {@code sys.modules}; ImportError when there is none (CPython: import_from in ceval.c). */
    static PyObject submodule(Execution x, PyObject module, PyStr name) {
        PyObject owner = Attributes.getNow(x, module, Names.NAME);
        if (owner instanceof PyStr o) {
            PyObject found = x.machine.modules.get(PyStr.of(o + "." + name));
            if (found != null) {
                return found;
            }
        }
        PyObject file = Attributes.getNow(x, module, Names.FILE);
        PyObject spec = Attributes.getNow(x, module, Names.SPEC);
        PyObject starting =
                spec == null || spec == PySingleton.NONE ? null : Attributes.getNow(x, spec, PyStr.of("_initializing"));
        String text = "cannot import name '" + name + "' from "
                + (starting == PyBool.TRUE ? "partially initialized module " : "")
                + (owner instanceof PyStr ? "'" + owner + "'" : "'<unknown module name>'")
                + (starting == PyBool.TRUE ? " (most likely due to a circular import)" : "")
                + (file instanceof PyStr ? " (" + file + ")" : " (unknown location)");
        PyException e = Errors.of(ExceptionTypes.IMPORT_ERROR, PyStr.of(text));
        e.value.setMember("msg", PyStr.of(text));
        e.value.setMember("name", owner == null ? PySingleton.NONE : owner);
        e.value.setMember("path", file == null ? PySingleton.NONE : file);
        e.value.setMember("name_from", name);
        throw e;
    }
}
