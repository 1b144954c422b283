package org.picklejar.core;

import java.util.ArrayList;
import java.util.List;

/** Where a search in a {@link KeyTable} stands: at a key that has the right hash and is asked whether it is equal. */
public final class Probe {
    /** The key that is asked; null at the start. */
    PyObject asked;
    /** Its entry; unknown (-1) after the search came from a pickle. */
    private int entry = -1;

    private Object layout;
    /** The place of the table where the entry was found; -1 when the search begins at the start. */
    int place = -1;
    /** What is left of the hash for jumps to further places. */
    long perturb;
    /** Of a set: where the run of places began, and the last place that was passed where an element had been removed. */
    int base;

    int vacated = -1;
    /**
     * What was asked before and is not asked again, when the search came from a pickle: there the table is another one, in which
     * places mean nothing. Otherwise empty, the place tells it.
     */
    private final List<PyObject> passed = new ArrayList<>(0);

    Probe() {}

    /** A search that was at {@code asked} and had passed other keys. */
    Probe(PyObject asked, PyObject[] passed) {
        this.asked = asked;
        this.passed.addAll(List.of(passed));
    }

    /** Whether it comes from a pickle and was not used since. */
    boolean isRestored() {
        return layout == null;
    }

    void stop(KeyTable table, PyObject key, int entry, int place, long perturb) {
        asked = key;
        this.entry = entry;
        this.place = place;
        this.perturb = perturb;
        layout = table.layout();
    }

    boolean hasPassed(PyObject key) {
        for (PyObject p : passed) {
            if (p == key) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what is asked still has its entry, in a table that was not rebuilt. Otherwise the answer means nothing, and the
     * search starts again (as CPython's; other changes of the table do not matter).
     */
    boolean stands(KeyTable table) {
        if (isRestored() && asked != null) {
            entry = table.entryOf(asked);
            layout = table.layout();
        }
        return entry >= 0 && layout == table.layout() && table.keyAt(entry) == asked;
    }

    /** The entry of what is asked, while it {@link #stands}. */
    int entry() {
        return entry;
    }

    /** What is asked is not equal: the search goes on behind it. */
    void pass() {
        if (place < 0) {
            passed.add(asked);
        }
    }

    void restart() {
        place = -1;
        passed.clear();
    }

    /** The keys of the same hash that were asked before and are still there. */
    PyObject[] passed(KeyTable table, PyObject key, long hash) {
        if (place < 0) {
            return passed.toArray(PyObject[]::new);
        }
        List<PyObject> found = new ArrayList<>();
        Probe again = new Probe();
        while (table.find(key, hash, again) == KeyTable.ASK && again.asked != asked) {
            found.add(again.asked);
        }
        return found.toArray(PyObject[]::new);
    }
}
