package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyMemoryView;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyRange;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.ops.Classes;
import org.picklejar.ops.Items;
import org.picklejar.ops.Values;

/** What patterns ask of a subject. Sequences and mappings are builtin ones, and what is registered with collections.abc. */
final class MatchInstructions {
    private static final PyStr ABC = PyStr.of("_collections_abc");

    private MatchInstructions() {}

    static PyBool matchSequence(Execution x, PyObject o) {
        return PyBool.of(isSequence(x, o));
    }

    static PyBool matchMapping(Execution x, PyObject o) {
        return PyBool.of(isMapping(x, o));
    }

    static PyObject getLen(Execution x, PyObject o) {
        return Items.len(x, o);
    }

    private static boolean isSequence(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyList
                || v instanceof PyTuple
                || v instanceof PyRange
                || v instanceof PyMemoryView
                || o.type().fullName().equals("array.array")) {
            return true;
        }
        return !(v instanceof PyStr || v instanceof PyBytes)
                && !o.type().name().equals("bytearray")
                && isAbstract(x, o, "Sequence");
    }

    private static boolean isMapping(Execution x, PyObject o) {
        return o instanceof PyDict || o.type() != PyType.OBJECT && isAbstract(x, o, "Mapping");
    }

    private static boolean isAbstract(Execution x, PyObject o, String name) {
        if (!(x.machine.modules.get(ABC) instanceof PyModule m)) {
            return false;
        }
        PyObject cls = m.namespace().get(name);
        return cls != null && x.await(() -> Classes.isInstance(x, o, cls)) == PyBool.TRUE;
    }
}
