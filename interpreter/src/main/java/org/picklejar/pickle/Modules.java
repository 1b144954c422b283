package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Imports;
import org.picklejar.ops.Values;

/** Modules in pickles: they and their namespaces go by name when they can be imported. */
public final class Modules {
    /** The module that holds the interpreter's own helpers; programs do not see it. */
    static final String HELPERS = "picklejar";

    private Modules() {}

    /** The module in {@code sys.modules} whose {@code __dict__} this is; null when it is none. */
    static PyModule ownerOf(Execution x, PyDict d) {
        if (d == x.machine.helpers && x.machine.modules.get(HELPERS) == null) {
            return (PyModule) importNow(x, HELPERS);
        }
        return inUse(x, d);
    }

    /** The module in {@code sys.modules} whose namespace a dict is; null when there is none. */
    static PyModule inUse(Execution x, PyDict d) {
        return d.get(Names.NAME) instanceof PyStr s
                        && x.machine.modules.get(s) instanceof PyModule m
                        && m.namespace() == d
                ? m
                : null;
    }

    /** How a dict that is a module's namespace is pickled: by the module's name. None for other dicts. */
    public static PyObject reduceNamespace(Execution x, PyObject dict) {
        PyObject module = Values.payload(dict) instanceof PyDict d ? ownerOf(x, d) : null;
        return module == null ? PySingleton.NONE : reduceDict(x, module);
    }

    /** {@code getattr(module, '__dict__')}. */
    static PyTuple reduceDict(Execution x, PyObject module) {
        return PyTuple.of(x.machine.builtins.get("getattr"), PyTuple.of(module, Names.DICT));
    }

    /** By name when it is in {@code sys.modules}, else by value. */
    static PyObject reduce(Execution x, PyModule m) {
        PyObject name = m.namespace().get(Names.NAME);
        if (name instanceof PyStr s && x.machine.modules.get(s) == m) {
            return reduceByName(x, s);
        }
        return PyTuple.of(WrapModule.of(x).get("module"), PyTuple.of(name == null ? PyStr.EMPTY : name), m.namespace());
    }

    /** By {@code importlib.import_module}; by a function of ours while a tasklet is still importing that module itself. */
    private static PyObject reduceByName(Execution x, PyStr name) {
        PyObject known =
                importNow(x, "importlib") instanceof PyModule m ? m.namespace().get("import_module") : null;
        PyObject importer =
                known != null ? known : x.await(() -> Imports.attribute(x, "_picklejar_places", "import_module"));
        return PyTuple.of(importer, PyTuple.of(name));
    }

    static PyObject importNow(Execution x, String name) {
        PyObject m = x.machine.modules.get(name);
        if (m != null) {
            return m;
        }
        x.callAndWait(
                x.machine.builtins.get("__import__"),
                PyStr.of(name),
                PySingleton.NONE,
                PySingleton.NONE,
                PyList.of(Names.NAME),
                PyInt.ZERO);
        return x.machine.modules.get(name);
    }
}
