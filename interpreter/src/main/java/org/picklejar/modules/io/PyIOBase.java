package org.picklejar.modules.io;

import org.picklejar.core.PyInstance;
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
}
