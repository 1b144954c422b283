package org.picklejar.pickle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/**
 * The objects that a pickle being read has numbered. Picklers count from 0; a number far beyond takes no room for those between, so
 * what a damaged pickle says costs no more than its bytes.
 */
final class LoadMemo {
    private static final int SLACK = 1024;

    private PyObject[] near = new PyObject[16];
    private final Map<Long, PyObject> far = new HashMap<>();
    private int nearSize;

    /** How many numbers have an object: the number that {@code MEMOIZE} gives. */
    int size() {
        return nearSize + far.size();
    }

    /** Null when the number has no object. */
    PyObject get(long number) {
        PyObject o = number >= 0 && number < near.length ? near[(int) number] : null;
        return o != null ? o : far.get(number);
    }

    /** @param number not negative */
    void put(long number, PyObject o) {
        if (number >= near.length && number > 2L * nearSize + SLACK) {
            far.put(number, o);
            return;
        }
        int n = (int) number;
        if (n >= near.length) {
            near = Arrays.copyOf(near, Math.max(n + 1, near.length * 2));
        }
        if (near[n] == null) {
            nearSize++;
            far.remove(number);
        }
        near[n] = o;
    }

    LoadMemo copy() {
        LoadMemo m = new LoadMemo();
        forEach(m::put);
        return m;
    }

    /** The numbers in order, and their objects. */
    PyTuple parts() {
        PyObject[] numbers = new PyObject[size()];
        PyObject[] objects = new PyObject[size()];
        int[] at = {0};
        forEach((n, o) -> {
            numbers[at[0]] = PyInt.of(n);
            objects[at[0]++] = o;
        });
        return PyTuple.of(PyTuple.of(numbers), PyTuple.of(objects));
    }

    static LoadMemo ofParts(StateTuple parts) {
        LoadMemo m = new LoadMemo();
        PyTuple numbers = parts.get(0, PyTuple.class);
        PyTuple objects = parts.get(1, PyTuple.class);
        for (int i = 0; i < numbers.size(); i++) {
            m.put(((PyInt) numbers.get(i)).value, objects.get(i));
        }
        return m;
    }

    /** What takes a number and its object. */
    interface Visitor {
        void visit(long number, PyObject o);
    }

    /** Visits all in the order of their numbers. */
    void forEach(Visitor v) {
        for (int i = 0; i < near.length; i++) {
            if (near[i] != null) {
                v.visit(i, near[i]);
            }
        }
        new TreeMap<>(far).forEach(v::visit);
    }
}
