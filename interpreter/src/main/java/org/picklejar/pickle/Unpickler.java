package org.picklejar.pickle;

import java.util.Arrays;
import java.util.function.Consumer;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyType;

/** Python's {@code _pickle.Unpickler}: where pickles come from, and how they are to be read. */
class Unpickler extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("Unpickler", Unpickler.class, PyType.OBJECT).inModule("_pickle");

    /** {@code file.read} and {@code file.readline}; null for {@code loads}. */
    PyObject read;

    PyObject readLine;
    boolean initialised;
    boolean fixImports = true;
    String encoding = "ASCII";
    String errors = "strict";
    /** An iterator over out-of-band buffers; null when none were given. */
    PyObject buffers;
    /** A {@code persistent_load} assigned to the object; null for the method. */
    PyObject persistentLoad;

    /** How objects of a saved state are made and filled; null for other pickles. */
    StructuralLoading structure;

    LoadMemo memo = new LoadMemo();
    /** Bytes that were read and not yet used. */
    byte[] input = new byte[0];

    int position;
    int end;

    Unpickler(PyType type) {
        super(type);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        memo.forEach((number, o) -> visitor.accept(o));
        for (PyObject o : new PyObject[] {read, readLine, buffers, persistentLoad}) {
            visit(o, visitor);
        }
    }

    /** A copy of the bytes that were read and not yet used. */
    byte[] unread() {
        return Arrays.copyOfRange(input, position, end);
    }

    /** What a global is, when it is not what its name says; null for the usual way. */
    PyObject special(String module, String name) {
        return null;
    }

    static PyObject orNull(PyObject o) {
        return o == PySingleton.NONE ? null : o;
    }
}
