package org.picklejar.ops;

import java.util.Arrays;
import org.picklejar.core.KeyTable;
import org.picklejar.core.Keys;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyTuple;

/** The elements of a set, or the keys of a dict, as they are at one time, with the hashes that are known of them; gone through once. */
final class HashedKeys {
    private final PyObject[] keys;
    private final long[] hashes;
    private int next;

    private HashedKeys(PyObject[] keys, long[] hashes) {
        this.keys = keys;
        this.hashes = hashes;
    }

    /** Those of a set or an exact dict; null for anything else. */
    static HashedKeys of(PyObject source) {
        if (source instanceof PySet s) {
            return of(s, s.size(), s.places());
        }
        return source instanceof PyDict d && d.isExact() ? of(d, d.size(), d.entries()) : null;
    }

    private static HashedKeys of(KeyTable table, int size, int entries) {
        HashedKeys k = new HashedKeys(new PyObject[size], new long[size]);
        int n = 0;
        for (int i = 0; i < entries; i++) {
            PyObject key = table.keyAt(i);
            if (key != null) {
                k.keys[n] = key;
                k.hashes[n++] = table.hashAt(i);
            }
        }
        return k;
    }

    /** The next key, or null. */
    PyObject next() {
        return next < keys.length ? keys[next++] : null;
    }

    /** The hash of the key that {@link #next} gave; UNKNOWN when it came from a pickle and the key has it by itself. */
    long hash() {
        return hashes[next - 1];
    }

    /** What is left, for {@link #restore}; null of null. */
    static PyTuple save(HashedKeys k) {
        if (k == null) {
            return null;
        }
        PyObject[] left = Arrays.copyOfRange(k.keys, k.next, k.keys.length);
        PyObject[] known = new PyObject[left.length];
        Arrays.setAll(known, i -> Keys.saved(left[i], k.hashes[k.next + i]));
        return PyTuple.of(PyTuple.of(left), PyTuple.of(known));
    }

    static HashedKeys restore(PyObject saved) {
        if (saved == null) {
            return null;
        }
        PyObject[] known = ((PyTuple) ((PyTuple) saved).get(1)).items;
        return new HashedKeys(
                ((PyTuple) ((PyTuple) saved).get(0)).items,
                Arrays.stream(known).mapToLong(Keys::restored).toArray());
    }
}
