package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/** A step of pickling that is under way: an entry of the pickler's own stack. */
abstract class SaveTask {
    /** The task that goes on when this one is done. */
    SaveTask below;
    /** In how many reductions that code of the program has made this lies. */
    int reductions;

    /**
     * Goes on. Called with this task on top; it has taken itself off when it is done.
     *
     * @param value what a call returned that this task waited for; null otherwise
     * @return null to let the top task go on, PENDING after one call into Python
     */
    abstract PyObject run(Execution x, DumpFrame d, PyObject value);

    /** The call that this task waited for raised. Returns like {@link #run}, or throws. */
    PyObject failed(Execution x, DumpFrame d, PyException e) {
        throw e;
    }

    abstract TaskKind kind();

    /** The fields, for pickling, as the restoring method of the {@link #kind} takes them; null allowed. */
    abstract PyObject[] fields();

    /** The object whose parts this task writes; null when it writes none of its own. */
    PyObject subject() {
        return null;
    }

    /** Which part of the subject is being written, for messages: an index, a key; null when that says nothing. */
    Object part() {
        return null;
    }
}
