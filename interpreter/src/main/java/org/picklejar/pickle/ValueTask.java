package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Writes an object whose reduce value is known. */
final class ValueTask extends SaveTask {
    private final PyObject object;
    private final PyTuple value;
    /** Whether arguments and state in it were made for this pickle. */
    private final boolean isFresh;

    ValueTask(PyObject object, PyTuple value) {
        this(object, value, false);
    }

    ValueTask(PyObject object, PyTuple value, boolean isFresh) {
        this.object = object;
        this.value = value;
        this.isFresh = isFresh;
    }

    static ValueTask restore(PyObject[] fields) {
        return new ValueTask(fields[0], (PyTuple) fields[1], fields[2] == PyBool.TRUE);
    }

    @Override
    TaskKind kind() {
        return TaskKind.VALUE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {object, value, PyBool.of(isFresh)};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject ignored) {
        d.replace(ReduceTask.script(x, d, object, value, isFresh));
        return null;
    }

    @Override
    PyObject subject() {
        return object;
    }
}
