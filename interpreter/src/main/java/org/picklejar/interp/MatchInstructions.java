package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.PatternKind;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.ops.Items;

/** What patterns ask of a subject. */
public final class MatchInstructions {
    private MatchInstructions() {}

    public static PyObject matchSequence(PyObject o) {
        return PyBool.of(o.type().patternKind() == PatternKind.SEQUENCE);
    }

    public static PyObject matchMapping(PyObject o) {
        return PyBool.of(o.type().patternKind() == PatternKind.MAPPING);
    }

    public static PyObject getLen(Execution x, PyObject o) {
        return Items.len(x, o);
    }
}
