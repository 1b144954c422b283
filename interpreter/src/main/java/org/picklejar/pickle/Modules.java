package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.Names;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

/** Modules in pickles: they and their namespaces go by name. */
final class Modules {
    private Modules() {}

    /** The module in {@code sys.modules} whose {@code __dict__} this is; null when it is none. */
    static PyModule ownerOf(Execution x, PyDict d) {
        PyObject name = d.get(Names.NAME);
        if (name instanceof PyStr s && x.machine.modules.get(s) instanceof PyModule m && m.namespace() == d) {
            return m;
        }
        return null;
    }

    /** {@code getattr(module, '__dict__')}. */
    static PyTuple reduceDict(Execution x, PyObject module) {
        return PyTuple.of(x.machine.builtins.get("getattr"), PyTuple.of(module, Names.DICT));
    }
}
