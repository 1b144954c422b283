package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Imports;

/** Module and global names of Python 2, as module {@code _compat_pickle} lists them; for protocols before 3. */
final class OldNames {
    private OldNames() {}

    /** @param names module and name; replaced */
    static void toPython2(Execution x, String[] names) {
        translate(x, names, "REVERSE_NAME_MAPPING", "REVERSE_IMPORT_MAPPING");
    }

    static void toPython3(Execution x, String[] names) {
        translate(x, names, "NAME_MAPPING", "IMPORT_MAPPING");
    }

    private static void translate(Execution x, String[] names, String nameTable, String importTable) {
        PyModule m = (PyModule) Imports.moduleNow(x, "_compat_pickle");
        PyObject pair =
                ((PyDict) m.namespace().get(nameTable)).get(x, PyTuple.of(PyStr.of(names[0]), PyStr.of(names[1])));
        if (pair instanceof PyTuple t) {
            names[0] = t.get(0).toString();
            names[1] = t.get(1).toString();
            return;
        }
        PyObject module = ((PyDict) m.namespace().get(importTable)).get(names[0]);
        if (module != null) {
            names[0] = module.toString();
        }
    }
}
