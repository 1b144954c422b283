package org.picklejar.pickle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/** Python's {@code _pickle.Pickler}: where a pickle goes, and how objects are to be treated. */
class Pickler extends PyInstance {
    static final PyType TYPE =
            PyType.builtin("Pickler", Pickler.class, PyType.OBJECT).inModule("_pickle");

    int protocol = PickleOp.DEFAULT_PROTOCOL;
    boolean fixImports = true;
    boolean fast;
    Memo memo = new Memo();
    /** Module and global names written so far. */
    final Map<PyStr, PyStr> names = new HashMap<>();
    /** {@code file.write}; null before {@code __init__} and for {@code dumps}. */
    PyObject write;

    boolean initialised;
    /** Null when there is none. */
    PyObject bufferCallback;
    /** Null for copyreg's. */
    PyObject dispatchTable;
    /** A {@code persistent_id} assigned to the object; null for the method. */
    PyObject persistentId;

    /** How objects of a saved state are taken; null for other pickles. */
    StructuralReduction structure;
    /** Of a saved state: what each object is that goes by its place in a module, as a reduce value. */
    Map<PyObject, PyTuple> places = Map.of();
    /** Of a saved state: names of modules of which nothing goes by name: {@code __main__}, and those whose code is still running. */
    Set<String> byValue = Set.of();
    /** Of a saved state: what said that it is found by a name in one of these, since it was last asked for. */
    PyList named = new PyList();
    /** The identities in a saved state; null for other pickles. */
    Identities identities;
    /** Of a saved state: gives a list of what code that was written may need and is not written yet. */
    PyObject needs;
    /** Whether there may be something in that list: {@code reducerOverride} notes what code needs. */
    boolean noted;
    /** What {@code begin} gave, until more is noted. */
    PyObject before;
    /** Of a saved state: gives what {@code undo} takes, before an {@link AttemptTask} writes something. */
    PyObject begin;
    /** Of a saved state: told of what was not written after all, and why. */
    PyObject undo;

    Pickler(PyType type) {
        super(type);
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        memo.forEach((o, number) -> visitor.accept(o));
        for (PyObject o : new PyObject[] {write, bufferCallback, dispatchTable, persistentId}) {
            visit(o, visitor);
        }
    }
}
