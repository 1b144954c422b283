package org.picklejar.modules.csv;

import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** The registered dialects of a runtime, and the bound on fields. */
final class Dialects {
    final PyDict byName = new PyDict();
    long fieldLimit = 131072;

    private Dialects() {}

    static Dialects of(Execution x) {
        return x.machine.state(Dialects.class, m -> new Dialects());
    }

    PyObject get(PyStr name) {
        PyObject d = byName.get(name);
        if (d == null) {
            throw CsvModule.error("unknown dialect");
        }
        return d;
    }
}
