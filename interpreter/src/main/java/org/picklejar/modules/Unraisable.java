package org.picklejar.modules;

import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;

/** Exceptions that nobody can catch go to {@code sys.unraisablehook}. */
public final class Unraisable {
    private Unraisable() {}

    /**
     * @param message what {@code err_msg} of the hook's argument says; null for none
     * @param object what was running; null for none
     */
    public static void report(Execution x, PyException e, String message, PyObject object) {
        PyObject hook = x.machine.sys.get("unraisablehook");
        if (hook == null || hook == PySingleton.NONE) {
            return;
        }
        try {
            x.callAndWaitNested(hook, arguments(e, message, object));
        } catch (PyException second) {
            // There is nobody left to tell.
        }
    }

    /** The argument of {@code sys.unraisablehook}. */
    public static PyObject arguments(PyException e, String message, PyObject object) {
        return StructSequence.UNRAISABLE_HOOK_ARGS.of(
                e.value.type(),
                e.value,
                e.value.traceback == null ? PySingleton.NONE : e.value.traceback,
                message == null ? PySingleton.NONE : PyStr.of(message),
                object == null ? PySingleton.NONE : object);
    }
}
