package org.picklejar.interp;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.picklejar.core.Machine;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyStr;

/**
 * Which globals functions have assigned: what a library module made lazily, its counters and caches. A fresh process has other values
 * for these, so saved states take them along where they matter.
 */
public final class ReboundGlobals {
    private final Map<PyDict, Set<String>> names = new IdentityHashMap<>();

    public static ReboundGlobals of(Machine m) {
        return m.state(ReboundGlobals.class, k -> new ReboundGlobals());
    }

    synchronized void add(PyDict namespace, PyStr name) {
        names.computeIfAbsent(namespace, k -> new TreeSet<>()).add(name.toString());
    }

    /** The names of a module's namespace, in order. */
    public synchronized Set<String> in(PyDict namespace) {
        return Set.copyOf(names.getOrDefault(namespace, Collections.emptySet()));
    }
}
