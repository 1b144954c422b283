package org.picklejar.core;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Python's dict: entries in insertion order in parallel arrays, found through an open-addressed table of entry numbers. It never
 * calls Python: what a program does with keys of any kind are the {@link KeyOperation}s.
 */
public final class PyDict extends PyInstance implements KeyTable {
    public static final PyType TYPE =
            PyType.builtin("dict", PyDict.class, PyType.OBJECT).matchedAs(PatternKind.MAPPING);
    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final int PERTURB_SHIFT = 5;
    private static final int[] NO_TABLE = new int[0];
    private static final long[] NO_HASHES = new long[0];

    private PyObject[] keys = NO_FIELDS;
    private PyObject[] values = NO_FIELDS;
    private long[] hashes = NO_HASHES;
    private int[] table = NO_TABLE;
    /** Places of the table that are not free, those of deleted entries included: a search ends at a free one. */
    private int taken;
    /** Entries in use, deleted ones included. */
    private int used;

    private int size;
    /** No entry before this one is in use. */
    private int first;
    /** Changes when a key comes or goes; not when a value changes. */
    public int keysVersion;

    public PyDict() {
        this(TYPE);
    }

    public PyDict(PyType type) {
        super(type);
    }

    /** The keywords of a call: their names, and their values at the end of the arguments. */
    public static PyDict ofKeywords(PyTuple names, PyObject[] args) {
        PyDict d = new PyDict();
        int from = args.length - names.size();
        for (int i = 0; i < names.size(); i++) {
            PyObject name = names.get(i);
            PyObject text = name instanceof PyValueInstance v ? v.payload : name;
            // Each name is there once, and one of a subclass of str counts as its text.
            d.add(name, Keys.hashStr((PyStr) text), args[from + i]);
        }
        return d;
    }

    public boolean isExact() {
        return shape == TYPE.rootShape;
    }

    public int size() {
        return size;
    }

    // ---- str keys, for namespaces: a key of another kind is not asked whether it is equal

    public PyObject get(PyStr key) {
        int i = find(key, Keys.hashStr(key), null);
        return i < 0 ? null : values[i];
    }

    public PyObject get(String key) {
        return get(PyStr.of(key));
    }

    public void put(PyStr key, PyObject value) {
        long h = Keys.hashStr(key);
        int i = find(key, h, null);
        set(i, key, h, value);
    }

    public void put(String key, PyObject value) {
        put(Interned.of(key), value);
    }

    /** @return the value, or null when it was not there */
    public PyObject remove(PyStr key) {
        int i = find(key, Keys.hashStr(key), null);
        return i < 0 ? null : removeEntry(i);
    }

    // ---- any keys

    @Override
    public int find(PyObject key, long hash, Probe probe) {
        if (size == 0) {
            return ABSENT;
        }
        int[] t = table;
        int mask = t.length - 1;
        int p = Keys.fold(hash) & mask;
        long perturb = hash;
        if (probe != null && probe.place >= 0) {
            perturb = probe.perturb >>> PERTURB_SHIFT;
            p = jump(probe.place, perturb, mask);
        }
        for (; ; perturb >>>= PERTURB_SHIFT, p = jump(p, perturb, mask)) {
            int i = t[p];
            if (i == FREE) {
                return ABSENT;
            }
            if (i >= 0 && hashes[i] == hash) {
                PyObject k = keys[i];
                if (k == key) {
                    return i;
                }
                if (k instanceof PyStr s && key instanceof PyStr o) {
                    if (s.equals(o)) {
                        return i;
                    }
                    continue;
                }
                Boolean same = SimpleValues.same(k, key);
                if (same == null) {
                    if (probe == null) {
                        return ASK;
                    }
                    if (!probe.hasPassed(k)) {
                        probe.stop(this, k, i, p, perturb);
                        return ASK;
                    }
                } else if (same) {
                    return i;
                }
            }
        }
    }

    @Override
    public Object layout() {
        return keys;
    }

    @Override
    public int entryOf(PyObject key) {
        for (int i = 0; i < used; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return ABSENT;
    }

    @Override
    public long hashAt(int entry) {
        return hashes[entry];
    }

    /** Gives the key, whose entry {@code at} is (negative: none), a value. */
    void set(int at, PyObject key, long hash, PyObject value) {
        if (at >= 0) {
            values[at] = value;
        } else {
            add(key, hash, value);
        }
    }

    /** What {@code d[key]} is for a key that is not there: what {@code __missing__} of a subclass gives, or KeyError. May be PENDING. */
    PyObject missing(Execution x, PyObject key) {
        PyObject method = isExact() ? null : type().lookup(Names.MISSING);
        if (method == null) {
            throw Errors.keyError(key);
        }
        return x.callSpecial(this, method, new PyObject[] {this, key}, null);
    }

    /** Makes an entry the last or the first one. */
    public void move(int entry, boolean toEnd) {
        PyObject key = keys[entry];
        long hash = hashes[entry];
        PyObject value = removeEntry(entry);
        if (toEnd) {
            add(key, hash, value);
            return;
        }
        PyDict rest = new PyDict();
        rest.copyFrom(this);
        clear();
        add(key, hash, value);
        for (int i = 0; i < rest.used; i++) {
            if (rest.keys[i] != null) {
                add(rest.keys[i], rest.hashes[i], rest.values[i]);
            }
        }
    }

    /** The value of a key whose hash needs no Python, or null; stored keys that would have to be asked are passed over. */
    public PyObject getPlain(PyObject key) {
        int i = find(key, Keys.plainHash(key), null);
        return i < 0 ? null : values[i];
    }

    /** Stores for a key whose hash needs no Python, in a dict that has no others. */
    public void putPlain(PyObject key, PyObject value) {
        long h = Keys.plainHash(key);
        set(find(key, h, null), key, h, value);
    }

    // ---- for Java code that cannot go on later: Python code for a key runs nested (blocking)

    /** The value, or null. */
    public PyObject get(Execution x, PyObject key) {
        PyObject entry = KeyOperation.ENTRY.now(x, this, key, null);
        return entry == PySingleton.NONE ? null : ((PyTuple) entry).get(1);
    }

    public void put(Execution x, PyObject key, PyObject value) {
        KeyOperation.SET_ITEM.now(x, this, key, value);
    }

    // ---- entries by number, for iteration and inline caches

    /** The number of a str key's entry, or -1. Valid while the entry's key is the same object. */
    public int entryOf(PyStr key) {
        return find(key, Keys.hashStr(key), null);
    }

    /** How many entry numbers there are, deleted ones included. */
    public int entries() {
        return used;
    }

    /** Where the first entry in use may lie: what takes from the front need not pass what was deleted there again. */
    public int firstEntry() {
        return first;
    }

    /** Null when the entry was deleted. */
    @Override
    public PyObject keyAt(int entry) {
        return entry < used ? keys[entry] : null;
    }

    /** How many entries in use lie before one: its number in a copy, where none is deleted. */
    public int entriesBefore(int entry) {
        int n = 0;
        for (int i = first; i < entry && i < used; i++) {
            n += keys[i] == null ? 0 : 1;
        }
        return n;
    }

    public PyObject valueAt(int entry) {
        return values[entry];
    }

    public boolean hasKeyAt(int entry, PyObject key) {
        return entry < used && keys[entry] == key;
    }

    // ---- whole

    /** Takes over the entries of another dict, if there are none here: no key need be asked. */
    public boolean copyFrom(PyDict other) {
        if (used != 0 || other == this) {
            return used == 0;
        }
        keys = other.keys.clone();
        values = other.values.clone();
        hashes = other.hashes.clone();
        table = other.table.clone();
        taken = other.taken;
        used = other.used;
        size = other.size;
        first = other.first;
        keysVersion++;
        return true;
    }

    /** Takes the entries of a namespace. */
    public void putAll(PyDict other) {
        if (copyFrom(other)) {
            return;
        }
        for (int i = 0; i < other.used; i++) {
            PyObject k = other.keys[i];
            if (k != null) {
                set(find(k, other.hashes[i], null), k, other.hashes[i], other.values[i]);
            }
        }
    }

    public void clear() {
        keys = NO_FIELDS;
        values = NO_FIELDS;
        hashes = NO_HASHES;
        table = NO_TABLE;
        first = 0;
        used = 0;
        size = 0;
        keysVersion++;
    }

    public PyObject[] keyArray() {
        PyObject[] out = new PyObject[size];
        int n = 0;
        for (int i = 0; i < used; i++) {
            if (keys[i] != null) {
                out[n++] = keys[i];
            }
        }
        return out;
    }

    public PyObject[] valueArray() {
        PyObject[] out = new PyObject[size];
        int n = 0;
        for (int i = 0; i < used; i++) {
            if (keys[i] != null) {
                out[n++] = values[i];
            }
        }
        return out;
    }

    /** Removes the entry and returns its value. */
    public PyObject removeEntry(int i) {
        int mask = table.length - 1;
        int p = Keys.fold(hashes[i]) & mask;
        for (long perturb = hashes[i]; table[p] != i; p = jump(p, perturb, mask)) {
            perturb >>>= PERTURB_SHIFT;
        }
        table[p] = DELETED;
        PyObject old = values[i];
        keys[i] = null;
        values[i] = null;
        size--;
        while (first < used && keys[first] == null) {
            first++;
        }
        keysVersion++;
        if (i == used - 1) {
            while (used > 0 && keys[used - 1] == null) {
                used--;
            }
        }
        if (size == 0) {
            used = 0;
            first = 0;
            Arrays.fill(table, FREE);
            taken = 0;
        }
        return old;
    }

    /** Adds an entry for a key that is not there. */
    void add(PyObject key, long hash, PyObject value) {
        if (used == keys.length || taken >= table.length - (table.length >> 2)) {
            grow();
        }
        int p = vacancy(table, hash);
        taken += table[p] == FREE ? 1 : 0;
        table[p] = used;
        keys[used] = key;
        values[used] = value;
        hashes[used] = hash;
        used++;
        size++;
        keysVersion++;
    }

    /** The place for an entry that is not there. */
    private static int vacancy(int[] table, long hash) {
        int mask = table.length - 1;
        int p = Keys.fold(hash) & mask;
        for (long perturb = hash; table[p] >= 0; p = jump(p, perturb, mask)) {
            perturb >>>= PERTURB_SHIFT;
        }
        return p;
    }

    /** The place to look at next: the bits of the hash come in one after the other, then all places are passed (CPython: perturb). */
    private static int jump(int place, long perturb, int mask) {
        return place * 5 + 1 + (int) perturb & mask;
    }

    private void grow() {
        int room = used < keys.length || size < used / 2 ? Math.max(keys.length, 5) : Math.max(5, keys.length * 2);
        PyObject[] k = new PyObject[room];
        PyObject[] v = new PyObject[room];
        long[] h = new long[room];
        int n = 0;
        for (int i = 0; i < used; i++) {
            if (keys[i] != null) {
                k[n] = keys[i];
                v[n] = values[i];
                h[n++] = hashes[i];
            }
        }
        int capacity = Integer.highestOneBit(room * 3 / 2) << 1;
        int[] t = new int[capacity];
        Arrays.fill(t, FREE);
        for (int i = 0; i < n; i++) {
            t[vacancy(t, h[i])] = i;
        }
        keys = k;
        values = v;
        hashes = h;
        table = t;
        taken = n;
        first = 0;
        used = n;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        super.traverse(visitor);
        for (PyObject o : keyArray()) {
            visitor.accept(o);
        }
        for (PyObject o : valueArray()) {
            visitor.accept(o);
        }
    }
}
