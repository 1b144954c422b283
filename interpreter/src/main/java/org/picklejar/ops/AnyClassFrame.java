package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** {@code isinstance} or {@code issubclass} with a tuple of classes of which one checks in Python. */
public final class AnyClassFrame extends NativeFrame {
    private PyObject object;
    private PyTuple classes;
    private boolean instance;
    private int next;

    /** For unpickling. */
    public AnyClassFrame() {}

    AnyClassFrame(PyObject object, PyTuple classes, boolean instance) {
        this.object = object;
        this.classes = classes;
        this.instance = instance;
    }

    /** Goes through the classes; PENDING when one is asked in Python. */
    PyObject tryFrom(Execution x) {
        while (next < classes.size()) {
            PyObject c = classes.get(next++);
            PyObject r = instance ? Classes.isInstance(x, object, c) : Classes.isSubclass(x, object, c);
            if (r == PyBool.TRUE || r == Pending.PENDING) {
                return r;
            }
        }
        return PyBool.FALSE;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        return value == PyBool.TRUE ? value : tryFrom(x);
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {object, classes, PyBool.of(instance), PyInt.of(next)};
    }

    @Override
    public void restore(PyObject[] state) {
        object = state[0];
        classes = (PyTuple) state[1];
        instance = state[2] == PyBool.TRUE;
        next = (int) ((PyInt) state[3]).value;
    }
}
