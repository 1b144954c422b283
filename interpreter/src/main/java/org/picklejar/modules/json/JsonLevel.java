package org.picklejar.modules.json;

import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** An array, an object, or a value that {@code default} has replaced, in the midst of being written. */
final class JsonLevel {
    final PyObject owner;
    /** Null when it is no object. */
    final PyObject[] keys;
    /** Null for a list, which may change meanwhile, and for what {@code default} has replaced. */
    final PyObject[] values;

    int next;
    /** Whether something of it has been written. */
    boolean hasBegun;

    JsonLevel(PyObject owner, PyObject[] keys, PyObject[] values) {
        this.owner = owner;
        this.keys = keys;
        this.values = values;
    }

    PyObject value(int i) {
        return values == null ? ((PyList) owner).items[i] : values[i];
    }

    boolean hasEnded() {
        return values != null ? next >= values.length : !(owner instanceof PyList l) || next >= l.size;
    }

    boolean isContainer() {
        return values != null || owner instanceof PyList;
    }

    PyTuple save() {
        return PyTuple.of(owner, saved(keys), saved(values), PyInt.of(next), PyBool.of(hasBegun));
    }

    private static PyObject saved(PyObject[] objects) {
        return objects == null ? PySingleton.NONE : PyTuple.of(objects);
    }

    static JsonLevel restored(PyTuple saved) {
        JsonLevel l = new JsonLevel(saved.get(0), restored(saved.get(1)), restored(saved.get(2)));
        l.next = Values.toInt(saved.get(3));
        l.hasBegun = saved.get(4) == PyBool.TRUE;
        return l;
    }

    private static PyObject[] restored(PyObject saved) {
        return saved instanceof PyTuple t ? t.items : null;
    }
}
