package org.picklejar.modules.abc;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyType;

/** What an abstract base class knows of its subclasses: those registered, and answers given before. */
final class AbcData extends PyInstance {
    static final PyType TYPE = PyType.builtin("_abc_data", AbcData.class, PyType.OBJECT)
            .inModule("_abc")
            .notSubclassable();
    static final PyStr KEY = PyStr.of("_abc_impl");

    /** The registrations in a runtime. */
    static final class Registrations {
        /** The abstract classes by the classes that were registered with them. */
        private final Map<PyType, Set<PyType>> bases = new WeakHashMap<>();

        private long count;

        static Registrations of(Execution x) {
            return x.machine.state(Registrations.class, m -> new Registrations());
        }

        /** Negative answers hold while it stays. */
        long count() {
            return count;
        }

        void add(PyType cls, PyType subclass) {
            count++;
            bases.computeIfAbsent(subclass, t -> Collections.newSetFromMap(new WeakHashMap<>()))
                    .add(cls);
        }

        Set<PyType> basesOf(PyType subclass) {
            return bases.getOrDefault(subclass, Set.of());
        }
    }

    final List<WeakReference<PyType>> registry = new ArrayList<>(0);
    final Set<PyObject> cache = Collections.newSetFromMap(new WeakHashMap<>());
    final Set<PyObject> negative = Collections.newSetFromMap(new WeakHashMap<>());
    long negativeVersion;

    AbcData(long version) {
        super(TYPE);
        negativeVersion = version;
    }

    static AbcData of(PyObject cls) {
        PyObject d = cls instanceof PyType t ? t.lookup(KEY) : null;
        if (d instanceof AbcData a) {
            return a;
        }
        throw Errors.typeError("_abc_impl is set to a wrong type");
    }

    List<PyType> registered() {
        List<PyType> out = new ArrayList<>(registry.size());
        registry.removeIf(r -> r.get() == null);
        for (WeakReference<PyType> r : registry) {
            PyType t = r.get();
            if (t != null) {
                out.add(t);
            }
        }
        return out;
    }
}
