package org.picklejar.core;

import java.util.function.Consumer;

/**
 * Python's set and frozenset. The order of iteration is visible to programs, so the table is laid out, filled and grown exactly
 * as CPython's is (Objects/setobject.c): short runs of linear probing, then jumps made from the rest of the hash.
 */
public final class PySet extends PyInstance implements KeyTable {
    public static final PyType TYPE = PyType.builtin("set", PySet.class, PyType.OBJECT);
    public static final PyType FROZEN_TYPE = PyType.builtin("frozenset", PySet.class, PyType.OBJECT);
    private static final int SMALLEST = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final int LARGE = 50000;
    /** Stands where an element was removed. */
    private static final PyObject REMOVED = new PyCell(null);

    private PyObject[] keys = new PyObject[SMALLEST];
    private long[] hashes = new long[SMALLEST];
    private int mask = SMALLEST - 1;
    /** Places that are not free, those of removed elements included. */
    private int fill;

    private int used;
    /** Where {@link #pop} goes on. */
    private int finger;

    /** Of a frozenset, once computed; 0 otherwise. */
    public long hash;

    public PySet() {
        this(TYPE);
    }

    public PySet(PyType type) {
        super(type);
    }

    public boolean isFrozen() {
        return type().isSubtypeOf(FROZEN_TYPE);
    }

    public int size() {
        return used;
    }

    // ---- one element: no Python is called; what a program does with elements of any kind are the KeyOperations

    /** Adds a value whose hash and equality need no Python. */
    public void addPlain(PyObject o) {
        long h = Keys.plainHash(o);
        int at = find(o, h, null);
        if (at < 0) {
            add(at, o, h);
        }
    }

    /** Adds an element that is not there; {@code absent} is what {@link #find} gave for it. */
    void add(int absent, PyObject o, long h) {
        int place = ~absent;
        boolean free = keys[place] == null;
        keys[place] = o;
        hashes[place] = h;
        used++;
        fill += free ? 1 : 0;
        if (free && fill * 5L >= mask * 3L) {
            resize(used > LARGE ? used * 2 : used * 4);
        }
    }

    /** Removes and returns some element; null when there is none. */
    public PyObject pop() {
        if (used == 0) {
            return null;
        }
        int i = finger & mask;
        while (keyAt(i) == null) {
            i = i + 1 & mask;
        }
        PyObject o = keys[i];
        remove(i);
        finger = i + 1;
        return o;
    }

    void remove(int i) {
        keys[i] = REMOVED;
        hashes[i] = -1;
        used--;
    }

    /** When the element is not there, the complement of the place that it would take. */
    @Override
    public int find(PyObject o, long h, Probe probe) {
        boolean goingOn = probe != null && probe.place >= 0;
        // Python code that ran meanwhile may have filled the place.
        int vacated = goingOn && probe.vacated >= 0 && keys[probe.vacated] == REMOVED ? probe.vacated : -1;
        int base = goingOn ? probe.base : (int) h & mask;
        long perturb = goingOn ? probe.perturb : h;
        int p = goingOn ? probe.place + 1 : base;
        for (; ; ) {
            int last = base + LINEAR_PROBES <= mask ? base + LINEAR_PROBES : base;
            for (; p <= last; p++) {
                PyObject k = keys[p];
                if (k == null) {
                    return vacated >= 0 ? ~vacated : ~p;
                }
                if (k == REMOVED) {
                    vacated = p;
                } else if (hashes[p] == h) {
                    if (k == o) {
                        return p;
                    }
                    Boolean same = k instanceof PyStr s && o instanceof PyStr t
                            ? (Boolean) s.equals(t)
                            : SimpleValues.same(k, o);
                    if (same == null) {
                        if (probe == null) {
                            return ASK;
                        }
                        if (!probe.hasPassed(k)) {
                            probe.stop(this, k, p, p, perturb);
                            probe.base = base;
                            probe.vacated = vacated;
                            return ASK;
                        }
                    } else if (same) {
                        return p;
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            base = (int) (base * 5L + 1 + perturb) & mask;
            p = base;
        }
    }

    @Override
    public Object layout() {
        return keys;
    }

    @Override
    public int entryOf(PyObject key) {
        for (int i = 0; i <= mask; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return ABSENT;
    }

    @Override
    public long hashAt(int place) {
        return hashes[place];
    }

    /** Adds now, for Java code that cannot go on later: Python code for it runs nested (blocking). */
    public void add(Execution x, PyObject o) {
        KeyOperation.ADD.now(x, this, o, null);
    }

    // ---- places, for iteration

    /** How many places the table has. */
    public int places() {
        return mask + 1;
    }

    /** The element in a place, or null. */
    @Override
    public PyObject keyAt(int place) {
        PyObject k = keys[place];
        return k == REMOVED ? null : k;
    }

    public PyObject[] toArray() {
        PyObject[] out = new PyObject[used];
        int n = 0;
        for (PyObject k : keys) {
            if (k != null && k != REMOVED) {
                out[n++] = k;
            }
        }
        return out;
    }

    /** The hashes of the elements. */
    public long[] elementHashes() {
        long[] out = new long[used];
        int n = 0;
        for (int i = 0; i <= mask; i++) {
            if (keyAt(i) != null) {
                out[n++] = hashes[i];
            }
        }
        return out;
    }

    // ---- whole

    /** Takes over the elements of another set, if there are none here: no element need be asked. */
    public boolean copyFrom(PySet other) {
        if (other == this) {
            return true;
        }
        reserve(other.used);
        if (fill != 0) {
            return other.used == 0;
        }
        if (mask == other.mask && other.fill == other.used) {
            keys = other.keys.clone();
            hashes = other.hashes.clone();
        } else {
            for (int i = 0; i < other.keys.length; i++) {
                if (other.keyAt(i) != null) {
                    place(keys, hashes, other.keys[i], other.hashes[i]);
                }
            }
        }
        fill = other.used;
        used = other.used;
        return true;
    }

    /** Makes room for more elements at once. */
    public void reserve(int more) {
        if ((fill + (long) more) * 5 >= mask * 3L) {
            resize((used + more) * 2);
        }
    }

    public void clear() {
        keys = new PyObject[SMALLEST];
        hashes = new long[SMALLEST];
        mask = SMALLEST - 1;
        fill = 0;
        used = 0;
        finger = 0;
    }

    /** Takes the elements of another set, which is given up. */
    public void become(PySet other) {
        keys = other.keys;
        hashes = other.hashes;
        mask = other.mask;
        fill = other.fill;
        used = other.used;
    }

    /** Gives up the places of removed elements when they are many. */
    public void compact() {
        if (fill - used > mask / 4) {
            resize(used > LARGE ? used * 2 : used * 4);
        }
    }

    private void resize(int least) {
        int size = SMALLEST;
        while (size <= least) {
            size <<= 1;
        }
        PyObject[] newKeys = new PyObject[size];
        long[] newHashes = new long[size];
        for (int i = 0; i <= mask; i++) {
            PyObject k = keys[i];
            if (k != null && k != REMOVED) {
                place(newKeys, newHashes, k, hashes[i]);
            }
        }
        keys = newKeys;
        hashes = newHashes;
        mask = size - 1;
        fill = used;
    }

    /** Puts an element that is not there into a table without removed ones. */
    private static void place(PyObject[] keys, long[] hashes, PyObject key, long h) {
        int mask = keys.length - 1;
        int i = (int) h & mask;
        long perturb = h;
        for (; ; ) {
            int last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
            for (int p = i; p <= last; p++) {
                if (keys[p] == null) {
                    keys[p] = key;
                    hashes[p] = h;
                    return;
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        for (PyObject o : toArray()) {
            visitor.accept(o);
        }
    }
}
