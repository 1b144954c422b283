package org.picklejar.core;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/**
 * Which globals of modules, attributes of their classes, and code and defaults of their functions were assigned after the module's own code had set them: by functions, and from outside.
 * A fresh process has other values for these, so saved states take them along where they matter.
 */
public final class ReboundNames {
    /** Its classes go by value, so what is assigned to them need not be noted. */
    private static final PyStr MAIN = PyStr.of("__main__");

    private static final PyStr INITIALIZING = PyStr.of("_initializing");

    /** By namespace or function, which are compared by identity. */
    private final Map<PyObject, Set<String>> names = new WeakHashMap<>();

    public static ReboundNames of(Machine m) {
        return m.state(ReboundNames.class, k -> new ReboundNames());
    }

    /** @return whether it is noted: what is assigned while the module is imported is assigned by each import of it */
    public boolean global(PyDict namespace, PyStr name) {
        if (isBeingMade(namespace)) {
            return false;
        }
        add(namespace, name);
        return true;
    }

    /** An attribute of a module, class or function. */
    public static void attribute(Machine m, PyObject o, PyStr name) {
        if (o instanceof PyModule module) {
            of(m).global(module.namespace(), name);
        } else if (o instanceof PyType c
                && c.namespace().get(Names.MODULE) instanceof PyStr of
                && !of.equals(MAIN)
                && m.modules.get(of) instanceof PyModule home
                && !isBeingMade(home.namespace())) {
            of(m).add(c.namespace(), name);
        } else if (o instanceof PyFunction f && !isBeingMade(f.globals)) {
            of(m).add(f, name);
        }
    }

    private synchronized void add(PyObject owner, PyStr name) {
        names.computeIfAbsent(owner, k -> new TreeSet<>()).add(name.toString());
    }

    private static boolean isBeingMade(PyDict namespace) {
        return namespace.get(Names.SPEC) instanceof PyInstance spec && spec.getField(INITIALIZING) == PyBool.TRUE;
    }

    /** The names of a module's or class's namespace, or of a function, in order. */
    public synchronized Set<String> in(PyObject owner) {
        return Collections.unmodifiableSet(new TreeSet<>(names.getOrDefault(owner, Collections.emptySet())));
    }
}
