package org.picklejar.core;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Python's dict: entries in insertion order in parallel arrays, found through an open-addressed table of entry numbers. Methods
 * without an {@link Execution} take str keys only and never call Python.
 */
public final class PyDict extends PyInstance {
    public static final PyType TYPE = PyType.builtin("dict", PyDict.class, PyType.OBJECT);
    private static final int FREE = -1;
    private static final int DELETED = -2;
    private static final int[] NO_TABLE = new int[0];

    private PyObject[] keys = NO_FIELDS;
    private PyObject[] values = NO_FIELDS;
    private int[] hashes = NO_TABLE;
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

    public boolean isExact() {
        return shape == TYPE.rootShape;
    }

    public int size() {
        return size;
    }

    // ---- str keys

    public PyObject get(PyStr key) {
        int i = find(key, Keys.strHash(key));
        return i < 0 ? null : values[i];
    }

    public PyObject get(String key) {
        return get(PyStr.of(key));
    }

    public void put(PyStr key, PyObject value) {
        int h = Keys.strHash(key);
        int i = find(key, h);
        if (i >= 0) {
            values[i] = value;
        } else {
            add(key, h, value);
        }
    }

    public void put(String key, PyObject value) {
        put(PyStr.of(key), value);
    }

    /** @return the value, or null when it was not there */
    public PyObject remove(PyStr key) {
        int h = Keys.strHash(key);
        int i = find(key, h);
        return i < 0 ? null : removeEntry(i);
    }

    private int find(PyStr key, int hash) {
        if (size == 0) {
            return -1;
        }
        int mask = table.length - 1;
        for (int p = hash & mask; ; p = p + 1 & mask) {
            int i = table[p];
            if (i == FREE) {
                return -1;
            }
            if (i >= 0 && hashes[i] == hash) {
                PyObject k = keys[i];
                if (k == key
                        || k instanceof PyStr s && s.equals(key)
                        || k instanceof PyValueInstance v && v.payload.equals(key)) {
                    return i;
                }
            }
        }
    }

    // ---- any keys

    public PyObject get(Execution x, PyObject key) {
        if (key instanceof PyStr s) {
            return get(s);
        }
        int i = find(x, key, Keys.tableHash(x, key));
        return i < 0 ? null : values[i];
    }

    public void put(Execution x, PyObject key, PyObject value) {
        if (key instanceof PyStr s) {
            put(s, value);
            return;
        }
        int h = Keys.tableHash(x, key);
        int i = find(x, key, h);
        if (i >= 0) {
            values[i] = value;
        } else {
            add(key, h, value);
        }
    }

    /** The value of the key; {@code value} is stored when there was none, and returned. */
    public PyObject setDefault(Execution x, PyObject key, PyObject value) {
        int h = Keys.tableHash(x, key);
        int i = find(x, key, h);
        if (i >= 0) {
            return values[i];
        }
        add(key, h, value);
        return value;
    }

    public PyObject remove(Execution x, PyObject key) {
        int i = find(x, key, Keys.tableHash(x, key));
        return i < 0 ? null : removeEntry(i);
    }

    public boolean contains(Execution x, PyObject key) {
        return get(x, key) != null;
    }

    /** The stored key equal to {@code key}, or null. */
    public PyObject storedKey(Execution x, PyObject key) {
        int i = find(x, key, Keys.tableHash(x, key));
        return i < 0 ? null : keys[i];
    }

    private int find(Execution x, PyObject key, int hash) {
        if (key instanceof PyStr s) {
            return find(s, hash);
        }
        retry:
        for (; ; ) {
            if (size == 0) {
                return -1;
            }
            int[] t = table;
            int mask = t.length - 1;
            for (int p = hash & mask; ; p = p + 1 & mask) {
                int i = t[p];
                if (i == FREE) {
                    return -1;
                }
                if (i >= 0 && hashes[i] == hash) {
                    PyObject k = keys[i];
                    if (k == key) {
                        return i;
                    }
                    int before = keysVersion;
                    if (Keys.same(x, k, key)) {
                        if (before == keysVersion) {
                            return i;
                        }
                        // __eq__ changed the dict: look again, as CPython does.
                        continue retry;
                    }
                    if (before != keysVersion) {
                        continue retry;
                    }
                }
            }
        }
    }

    // ---- entries by number, for iteration and inline caches

    /** The number of a str key's entry, or -1. Valid while the entry's key is the same object. */
    public int entryOf(PyStr key) {
        return find(key, Keys.strHash(key));
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
    public PyObject keyAt(int entry) {
        return keys[entry];
    }

    public PyObject valueAt(int entry) {
        return values[entry];
    }

    public boolean hasKeyAt(int entry, PyObject key) {
        return entry < used && keys[entry] == key;
    }

    // ---- whole

    public void putAll(PyDict other) {
        if (size == 0 && other.size > 0 && used == 0) {
            keys = Arrays.copyOf(other.keys, other.keys.length);
            values = Arrays.copyOf(other.values, other.values.length);
            hashes = Arrays.copyOf(other.hashes, other.hashes.length);
            table = other.table.clone();
            taken = other.taken;
            used = other.used;
            size = other.size;
            first = other.first;
            keysVersion++;
            return;
        }
        for (int i = 0; i < other.used; i++) {
            PyObject k = other.keys[i];
            if (k instanceof PyStr s) {
                put(s, other.values[i]);
            } else if (k != null) {
                throw new IllegalArgumentException("not a str key");
            }
        }
    }

    public void putAll(Execution x, PyDict other) {
        if (used == 0 && other != this) {
            putAll(other);
            return;
        }
        for (int i = 0; i < other.used; i++) {
            PyObject k = other.keys[i];
            if (k != null) {
                put(x, k, other.values[i]);
            }
        }
    }

    public void clear() {
        keys = NO_FIELDS;
        values = NO_FIELDS;
        hashes = NO_TABLE;
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
        int p = hashes[i] & mask;
        while (table[p] != i) {
            p = p + 1 & mask;
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

    private void add(PyObject key, int hash, PyObject value) {
        if (used == keys.length || taken >= table.length - (table.length >> 2)) {
            grow();
        }
        int mask = table.length - 1;
        int p = hash & mask;
        while (table[p] >= 0) {
            p = p + 1 & mask;
        }
        taken += table[p] == FREE ? 1 : 0;
        table[p] = used;
        keys[used] = key;
        values[used] = value;
        hashes[used] = hash;
        used++;
        size++;
        keysVersion++;
    }

    private void grow() {
        int room = used < keys.length || size < used / 2 ? Math.max(keys.length, 5) : Math.max(5, keys.length * 2);
        PyObject[] k = new PyObject[room];
        PyObject[] v = new PyObject[room];
        int[] h = new int[room];
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
            int p = h[i] & capacity - 1;
            while (t[p] >= 0) {
                p = p + 1 & capacity - 1;
            }
            t[p] = i;
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
