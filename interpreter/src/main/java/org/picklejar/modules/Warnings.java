package org.picklejar.modules;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;

/** Warnings that builtins give. */
public final class Warnings {
    private Warnings() {}

    /** {@code warnings.warn(message, DeprecationWarning)} now; what shows it runs nested (blocking). */
    public static void deprecated(Execution x, String message) {
        PyObject warn = MethodCall.now(x, () -> Imports.attribute(x, "warnings", "warn"));
        PyObject unused = MethodCall.callNow(x, warn, PyStr.of(message), ExceptionTypes.DEPRECATION_WARNING);
    }
}
