package org.picklejar.modules.io;

import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** An instance of {@code _io._IOBase} or of a class under it. */
public class PyIOBase extends PyInstance {
    public static final PyType TYPE = PyType.builtin("_IOBase", PyIOBase.class, PyType.OBJECT)
            .inModule("_io")
            .withDict();
    public static final PyType RAW =
            PyType.builtin("_RawIOBase", PyIOBase.class, TYPE).inModule("_io").withDict();
    public static final PyType BUFFERED = PyType.builtin("_BufferedIOBase", PyIOBase.class, TYPE)
            .inModule("_io")
            .withDict();
    public static final PyType TEXT =
            PyType.builtin("_TextIOBase", PyIOBase.class, TYPE).inModule("_io").withDict();

    boolean closed;

    public PyIOBase(PyType type) {
        super(type);
    }

    /** The state apart from attributes, for saved states; null when it has no form there, as that of an open file. */
    public PyTuple parts() {
        return PyTuple.of(PyBool.of(closed));
    }

    static PyObject orNone(PyObject o) {
        return o == null ? PySingleton.NONE : o;
    }

    static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }

    /** Takes what {@link #parts} gave. The objects in it need not be whole yet. */
    public void fill(Execution x, PyTuple parts) {
        closed = parts.get(0) == PyBool.TRUE;
    }
}
