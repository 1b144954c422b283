package org.picklejar.core;

import java.util.function.Consumer;

/** A traceback entry: where a frame stood when an exception passed. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("traceback", PyTraceback.class, PyType.OBJECT).notSubclassable();
    public PyTraceback next;
    public Frame frame;
    /** Index of the instruction, in {@code f_lasti} units. */
    public int lasti;

    public int line;

    public PyTraceback(PyTraceback next, Frame frame, int lasti, int line) {
        this.next = next;
        this.frame = frame;
        this.lasti = lasti;
        this.line = line;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        visitor.accept(frame);
        if (next != null) {
            visitor.accept(next);
        }
    }
}
