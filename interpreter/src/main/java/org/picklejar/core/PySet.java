package org.picklejar.core;

import java.util.function.Consumer;

/**
 * Python's set and frozenset. The order of iteration is visible to programs, so the table is laid out, filled and grown exactly
 * as CPython's is (Objects/setobject.c): short runs of linear probing, then jumps made from the rest of the hash.
 */
public final class PySet extends PyInstance {
    public static final PyType TYPE = PyType.builtin("set", PySet.class, PyType.OBJECT);
    public static final PyType FROZEN_TYPE = PyType.builtin("frozenset", PySet.class, PyType.OBJECT);
    private static final int SMALLEST = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;
    private static final int LARGE = 50000;
    private static final int CHANGED = Integer.MIN_VALUE;
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

    private int version;
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

    // ---- one element

    public void add(Execution x, PyObject o) {
        add(x, o, Keys.hash(x, o));
    }

    /** Adds a str: needs no Python. */
    public void add(PyStr s) {
        add(null, s, s.hashCode());
    }

    private void add(Execution x, PyObject o, long h) {
        for (; ; ) {
            int i = search(x, o, h);
            if (i >= 0) {
                return;
            }
            if (i != CHANGED) {
                int place = ~i;
                boolean free = keys[place] == null;
                keys[place] = o;
                hashes[place] = h;
                used++;
                version++;
                fill += free ? 1 : 0;
                if (free && fill * 5L >= mask * 3L) {
                    resize(used > LARGE ? used * 2 : used * 4);
                }
                return;
            }
        }
    }

    public boolean contains(Execution x, PyObject o) {
        return find(x, o, Keys.hash(x, o)) >= 0;
    }

    /** @return whether it was there */
    public boolean discard(Execution x, PyObject o) {
        int i = find(x, o, Keys.hash(x, o));
        if (i < 0) {
            return false;
        }
        remove(i);
        return true;
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

    private void remove(int i) {
        keys[i] = REMOVED;
        hashes[i] = -1;
        used--;
        version++;
    }

    private int find(Execution x, PyObject o, long h) {
        int i;
        do {
            i = search(x, o, h);
        } while (i == CHANGED);
        return i;
    }

    /** @return the place of the element; or the complement of the place that it would take; or CHANGED when an __eq__ changed the set */
    private int search(Execution x, PyObject o, long h) {
        int i = (int) h & mask;
        int vacated = -1;
        long perturb = h;
        for (; ; ) {
            int last = i + LINEAR_PROBES <= mask ? i + LINEAR_PROBES : i;
            for (int p = i; p <= last; p++) {
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
                    int before = version;
                    boolean same = k instanceof PyStr s && o instanceof PyStr t ? s.equals(t) : Keys.same(x, k, o);
                    if (before != version) {
                        return CHANGED;
                    }
                    if (same) {
                        return p;
                    }
                }
            }
            perturb >>>= PERTURB_SHIFT;
            i = (int) (i * 5L + 1 + perturb) & mask;
        }
    }

    // ---- places, for iteration

    /** How many places the table has. */
    public int places() {
        return mask + 1;
    }

    /** The element in a place, or null. */
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

    // ---- whole

    /** Adds all elements of another set. */
    public void addAll(Execution x, PySet other) {
        if (other == this || other.used == 0) {
            return;
        }
        reserve(other.used);
        if (fill == 0 && mask == other.mask && other.fill == other.used) {
            keys = other.keys.clone();
            hashes = other.hashes.clone();
            fill = other.fill;
            used = other.used;
            version++;
            return;
        }
        boolean empty = fill == 0;
        PyObject[] theirs = other.keys;
        long[] theirHashes = other.hashes;
        for (int i = 0; i < theirs.length; i++) {
            PyObject k = theirs[i];
            if (k != null && k != REMOVED) {
                if (empty) {
                    place(keys, hashes, k, theirHashes[i]);
                } else {
                    add(x, k, theirHashes[i]);
                }
            }
        }
        if (empty) {
            fill = other.used;
            used = other.used;
            version++;
        }
    }

    /** Adds the keys of a dict. */
    public void addKeys(Execution x, PyDict dict) {
        reserve(dict.size());
        for (PyObject k : dict.keyArray()) {
            add(x, k);
        }
    }

    private void reserve(int more) {
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
        version++;
    }

    /** Takes the elements of another set, which is given up. */
    public void become(PySet other) {
        keys = other.keys;
        hashes = other.hashes;
        mask = other.mask;
        fill = other.fill;
        used = other.used;
        version++;
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
        version++;
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
