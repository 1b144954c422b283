package org.picklejar.pickle;

import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** Writes an object whose reduce value is known. */
final class ValueTask extends SaveTask {
    private final PyObject object;
    private final PyTuple value;

    ValueTask(PyObject object, PyTuple value) {
        this.object = object;
        this.value = value;
    }

    static ValueTask restore(PyObject[] fields) {
        return new ValueTask(fields[0], (PyTuple) fields[1]);
    }

    @Override
    TaskKind kind() {
        return TaskKind.VALUE;
    }

    @Override
    PyObject[] fields() {
        return new PyObject[] {object, value};
    }

    @Override
    PyObject run(Execution x, DumpFrame d, PyObject ignored) {
        d.replace(ReduceTask.script(x, d, object, value));
        return null;
    }

    @Override
    PyObject subject() {
        return object;
    }
}
