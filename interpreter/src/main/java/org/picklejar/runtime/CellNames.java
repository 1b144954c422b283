package org.picklejar.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.picklejar.core.Machine;

/** The names of cells by their origins, which tasklets keep. */
final class CellNames {
    private final Map<Object, String> names = Collections.synchronizedMap(new WeakHashMap<>());

    private CellNames() {}

    static CellNames of(Machine m) {
        return m.state(CellNames.class, k -> new CellNames());
    }

    void add(Object origin, String name) {
        if (origin != null) {
            names.put(origin, name);
        }
    }

    /** Null when the origin is no cell. */
    String of(Object origin) {
        return origin == null ? null : names.get(origin);
    }
}
