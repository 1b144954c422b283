package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyByteArray;
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
public final class MatchInstructions {
    private static final PyStr ABC = PyStr.of("_collections_abc");

    private MatchInstructions() {}

    public static PyObject matchSequence(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (v instanceof PyList
                || v instanceof PyTuple
                || v instanceof PyRange
                || v instanceof PyMemoryView
                || o.type().fullName().equals("array.array")) {
            return PyBool.TRUE;
        }
        return v instanceof PyStr || v instanceof PyBytes || v instanceof PyByteArray
                ? PyBool.FALSE
                : isAbstract(x, o, "Sequence");
    }

    public static PyObject matchMapping(Execution x, PyObject o) {
        return o instanceof PyDict
                ? PyBool.TRUE
                : o.type() == PyType.OBJECT ? PyBool.FALSE : isAbstract(x, o, "Mapping");
    }

    public static PyObject getLen(Execution x, PyObject o) {
        return Items.len(x, o);
    }

    /** Whether an object is of a class of collections.abc, or counts as one. Nothing does before that is loaded. */
    private static PyObject isAbstract(Execution x, PyObject o, String name) {
        PyObject cls =
                x.machine.modules.get(ABC) instanceof PyModule m ? m.namespace().get(name) : null;
        return cls == null ? PyBool.FALSE : Classes.isInstance(x, o, cls);
    }
}
