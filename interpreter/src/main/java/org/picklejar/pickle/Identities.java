package org.picklejar.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Execution;
import org.picklejar.core.Identity;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBuiltinFunction;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;

/**
 * The identities in a saved state: numbers that {@code id()} or {@code hash()} gave, in the memo of {@code copy.deepcopy} or of a pickler in
 * Python, say. Like addresses in a program that is linked they are relocated. What goes by name is asked for its number there; of
 * the others a state tells the old number as soon as they are made, and whoever reads it gives them new ones. So they are right however
 * often a state is read, and whatever is there already.
 */
final class Identities {
    private final Pickler pickler;
    /** Old serial numbers to new ones while a state is read; in the state it is empty. */
    private final PyDict table = new PyDict();
    /** The function that tells whose a number is, as states name it. */
    private PyObject give;

    /** Those of objects that a state has by name; null until one is needed. */
    private Map<Integer, PyObject> named;

    Identities(Pickler pickler) {
        this.pickler = pickler;
    }

    /** The reduce value of an identity. */
    PyTuple reduce(Execution x, PyInt identity) {
        int serial = Identity.serialIn(identity.value);
        if (named == null) {
            named = named(x);
        }
        PyObject owner = named.get(serial);
        if (owner != null) {
            String asked = Identity.id(owner) == identity.value ? "id" : "hash";
            return PyTuple.of(x.machine.builtins.get(asked), PyTuple.of(owner));
        }
        return PyTuple.of(WrapModule.of(x).get("relocated"), PyTuple.of(table, PyInt.of(identity.value)));
    }

    private Map<Integer, PyObject> named(Execution x) {
        Map<Integer, PyObject> found = new HashMap<>();
        for (PyObject o : pickler.places.keySet()) {
            add(found, o);
        }
        for (PyObject key : x.machine.modules.keyArray()) {
            if (key instanceof PyStr name
                    && x.machine.modules.get(name) instanceof PyModule m
                    && isImportable(m, name.toString())) {
                add(found, m);
                addMembers(found, m.namespace(), name.toString(), "");
            }
        }
        return found;
    }

    private boolean isImportable(PyModule m, String name) {
        PyObject spec = m.namespace().get(Names.SPEC);
        return spec != null && spec != PySingleton.NONE && !pickler.byValue.contains(name);
    }

    /**
     * Adds the functions and classes that are at their own names, and constants.
     *
     * @param prefix the name of the class whose namespace it is, with a dot
     */
    private static void addMembers(Map<Integer, PyObject> found, PyDict namespace, String module, String prefix) {
        for (PyObject key : namespace.keyArray()) {
            PyObject o = key instanceof PyStr s ? namespace.get(s) : null;
            String name = prefix + key;
            if (o instanceof PyFunction f && isNamed(f.module, module) && isNamed(f.qualname, name)
                    || o instanceof PyBuiltinFunction
                    || o instanceof PySingleton
                    || o instanceof PyBool) {
                add(found, o);
            } else if (o instanceof PyType t && t.module().equals(module) && isNamed(t.qualname(), name)) {
                add(found, t);
                addMembers(found, t.namespace(), module, name + ".");
            }
        }
    }

    private static boolean isNamed(PyObject name, String expected) {
        return name instanceof PyStr s && s.toString().equals(expected);
    }

    private static void add(Map<Integer, PyObject> found, PyObject o) {
        if (o.hasSerial()) {
            found.put(o.serial(), o);
        }
    }

    /** The task that makes ready for {@link #writeOwner}, the first of a state, and then writes its content. */
    SaveTask opening(Execution x, Object... content) {
        give = WrapModule.of(x).get("give_identity");
        List<Object> script = new ArrayList<>(List.of(give, PickleOp.POP, table, PickleOp.POP));
        Collections.addAll(script, content);
        return new ScriptTask(null, script.toArray());
    }

    /**
     * Writes whose a number is, when somebody has asked an object for one. It stands directly behind the object: when that becomes a key it is hashed.
     *
     * @param memoized the number that the object has just got in the memo
     */
    void writeOwner(PyObject o, int memoized, PickleWriter out) {
        int known = o.hasSerial() ? pickler.memo.get(table) : -1;
        if (known >= 0) {
            out.memoGet(pickler.memo.get(give));
            out.memoGet(memoized);
            out.memoGet(known);
            out.integer(o.hashSerial());
            out.op(PickleOp.TUPLE3);
            out.op(PickleOp.REDUCE);
            out.op(PickleOp.POP);
        }
    }

    /** The number that stands for an old one. */
    static PyObject relocated(PyDict table, PyInt number) {
        PyInt old = PyInt.of(Identity.serialIn(number.value));
        PyObject known = table.getPlain(old);
        if (known == null) {
            known = PyInt.of(Identity.newSerial());
            table.putPlain(old, known);
        }
        return PyInt.identity(Identity.like(number.value, (int) ((PyInt) known).value));
    }

    /** Tells whose an old number is: the object gets the new one that stands for it, or has one that does from now on. */
    static void give(PyObject owner, PyDict table, PyObject old) {
        if (table.getPlain(old) instanceof PyInt serial) {
            owner.adoptSerial((int) serial.value);
        } else {
            table.putPlain(old, PyInt.of(owner.hashSerial()));
        }
    }
}
