package org.picklejar.modules.weakref;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Machine;
import org.picklejar.core.Names;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyComplex;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInstance;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Unreachable;

/** The weak references of a runtime, by their objects, and those whose object is gone. */
public final class WeakReferences {
    /** How many callbacks may run inside each other. */
    private static final int MOST_NESTED = 10;

    private final Map<Key, List<WeakReference<PyWeakReference>>> byObject = new HashMap<>();
    private final ReferenceQueue<PyObject> keys = new ReferenceQueue<>();
    final ReferenceQueue<PyObject> dead = new ReferenceQueue<>();

    private WeakReferences() {}

    static WeakReferences of(Machine m) {
        return m.state(WeakReferences.class, k -> new WeakReferences());
    }

    /** An object by identity, held weakly. */
    private static final class Key extends WeakReference<PyObject> {
        private final int hash;

        Key(PyObject o, ReferenceQueue<PyObject> queue) {
            super(o, queue);
            hash = System.identityHashCode(o);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Key k && get() != null && get() == k.get();
        }
    }

    /** What a weak reference holds on to: says which reference it belongs to when the object is gone. */
    static final class Link extends WeakReference<PyObject> {
        final WeakReference<PyWeakReference> owner;

        Link(PyObject o, ReferenceQueue<PyObject> queue, PyWeakReference owner) {
            super(o, queue);
            this.owner = new WeakReference<>(owner);
        }
    }

    private boolean expecting;

    /** Runs callbacks at safe points after collections from now on. */
    synchronized void expectCollections(Machine m) {
        if (!expecting) {
            expecting = true;
            CollectionNotice.install(Unreachable.of(m));
        }
    }

    private void purge() {
        for (Reference<?> k = keys.poll(); k != null; k = keys.poll()) {
            byObject.remove(k);
        }
    }

    synchronized void add(PyObject o, PyWeakReference r) {
        purge();
        byObject.computeIfAbsent(new Key(o, keys), k -> new ArrayList<>(1)).add(new WeakReference<>(r));
    }

    /** Live references to an object, oldest first. */
    synchronized List<PyWeakReference> to(PyObject o) {
        List<PyWeakReference> out = new ArrayList<>();
        List<WeakReference<PyWeakReference>> all = byObject.get(new Key(o, null));
        if (all != null) {
            for (Iterator<WeakReference<PyWeakReference>> i = all.iterator(); i.hasNext(); ) {
                PyWeakReference r = i.next().get();
                if (r == null) {
                    i.remove();
                } else if (r.referent() != null) {
                    out.add(r);
                }
            }
        }
        return out;
    }

    private PyWeakReference waiting;

    /** The next reference with a callback whose object is gone; stays until {@link #taken}. */
    synchronized PyWeakReference next() {
        while (waiting == null) {
            Reference<?> r = dead.poll();
            if (r == null) {
                return null;
            }
            PyWeakReference owner = ((Link) r).owner.get();
            waiting = owner != null && owner.callback != null ? owner : null;
        }
        return waiting;
    }

    synchronized void taken() {
        waiting = null;
    }

    /** Runs the callbacks of references whose objects are gone, and the {@code __del__} of objects nobody refers to, as the last act of the caller. */
    public static PyObject drain(Execution x) {
        return hasNone(x) ? PySingleton.NONE : x.push(new CallbackFrame());
    }

    /** As {@link #drain}, at safe points. Those inside of several such callbacks leave the others, of which there may be thousands, to who has called these. */
    public static PyObject drainAtSafePoint(Execution x) {
        return hasNone(x) || isDeep(x.top) ? PySingleton.NONE : x.push(new CallbackFrame());
    }

    private static boolean hasNone(Execution x) {
        return of(x.machine).next() == null && Unreachable.of(x.machine).isEmpty();
    }

    private static boolean isDeep(Frame top) {
        int callbacks = 0;
        for (Frame f = top; f != null && callbacks < MOST_NESTED; f = f.back) {
            callbacks += f instanceof CallbackFrame ? 1 : 0;
        }
        return callbacks == MOST_NESTED;
    }

    /** @throws org.picklejar.core.PyException TypeError when the object cannot be referred to weakly */
    static void check(PyObject o) {
        PyType t = o.type();
        boolean value = !t.hasWeakref
                || o instanceof PyInteger
                || o instanceof PyFloat
                || o instanceof PyStr
                || o instanceof PyBytes
                || o instanceof PyTuple
                || o instanceof PyComplex
                || o instanceof PySingleton
                || o instanceof PyList l && l.isExact()
                || o instanceof PyDict d && d.isExact()
                || o.getClass() == PyInstance.class && t == PyType.OBJECT;
        boolean slots = !t.isBuiltin() && t.solidBase() == PyType.OBJECT && t.lookup(Names.WEAKREF) == null;
        if (value || slots) {
            throw Errors.typeError("cannot create weak reference to '%s' object", t.nameWithModule());
        }
    }
}
