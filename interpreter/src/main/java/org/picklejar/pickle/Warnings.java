package org.picklejar.pickle;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.modules.Imports;

/** Warnings about what is unpickled. */
final class Warnings {
    private Warnings() {}

    /** A RuntimeWarning; raises it when the program's filters say so. */
    static void runtime(Execution x, String message) {
        PyObject warn = x.await(() -> Imports.attribute(x, "warnings", "warn"));
        x.callAndWait(warn, PyStr.of(message), ExceptionTypes.RUNTIME_WARNING);
    }
}
