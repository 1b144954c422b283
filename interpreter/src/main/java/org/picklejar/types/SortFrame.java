package org.picklejar.types;

import java.util.Arrays;
import java.util.Comparator;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.SimpleValues;
import org.picklejar.core.Slot;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.ExtendFrame;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;
import org.picklejar.ops.Values;

/**
 * {@code list.sort} and {@code sorted}: a stable merge of the runs that the list has already, written as a state machine because
 * keys and comparisons may be Python code. While it works the list is empty, so that a change of it is noticed.
 */
public final class SortFrame extends StepFrame {
    private enum State {
        START,
        COLLECTED,
        KEY,
        KEYED,
        RUN,
        RUN_TRUTH,
        PASS,
        MERGE,
        MERGE_TRUTH
    }

    private State state = State.START;
    private PyList list;
    private PyObject keyFunction;
    private boolean reverse;
    /** For {@code sorted}: what the new list is filled from. */
    private PyObject source;

    private boolean returnList;
    /** Keys, and the values they belong to; the same array when there is no key function. */
    private PyObject[] keys;

    private PyObject[] values;
    /** Where the merge writes. */
    private PyObject[] keysOut;

    private PyObject[] valuesOut;
    /** Ends of the ascending runs. */
    private int[] runs = new int[8];

    private int runCount;
    /** In the KEY and RUN states the position; in the MERGE states left, right and output positions and the number of the left run. */
    private int i;

    private int j;
    private int k;
    private int run;
    private boolean descending;

    /** For unpickling. */
    public SortFrame() {}

    static PyObject sort(Execution x, PyList list, PyObject key, PyObject reverse) {
        SortFrame f = new SortFrame();
        f.list = list;
        f.keyFunction = key == PySingleton.NONE ? null : key;
        f.reverse = Values.isTrue(reverse);
        if (f.keyFunction == null && f.sortSimple(list.items, null, list.size)) {
            return PySingleton.NONE;
        }
        return f.run(x);
    }

    /** {@code sorted(iterable, key, reverse)}. */
    public static PyObject sorted(Execution x, PyObject iterable, PyObject key, PyObject reverse) {
        SortFrame f = new SortFrame();
        f.list = new PyList();
        f.keyFunction = key == PySingleton.NONE ? null : key;
        f.reverse = Values.isTrue(reverse);
        f.source = iterable;
        f.returnList = true;
        return f.run(x);
    }

    // ---- without Python

    /** Sorts when the keys compare without Python.
     * @param values null when they are the keys */
    private boolean sortSimple(PyObject[] keys, PyObject[] values, int n) {
        if (n < 2) {
            return true;
        }
        PyObject first = keys[0];
        if (!SimpleValues.isScalar(first) && !(first instanceof PyTuple) && !(first instanceof PyList)) {
            return false;
        }
        try {
            if (values == null) {
                PyObject[] copy = Arrays.copyOf(keys, n);
                orderedSort(copy, null);
                System.arraycopy(copy, 0, keys, 0, n);
            } else {
                Integer[] order = new Integer[n];
                Arrays.setAll(order, p -> p);
                orderedSort(order, keys);
                PyObject[] old = values.clone();
                for (int p = 0; p < n; p++) {
                    values[p] = old[order[p]];
                }
            }
        } catch (SimpleValues.NoOrder e) {
            return false;
        }
        return true;
    }

    /** Stable also when reversed: equal items keep their order, as with a reversal before and after. */
    private void orderedSort(Object[] items, PyObject[] keys) {
        Comparator<Object> order = keys == null
                ? (a, b) -> SimpleValues.order((PyObject) a, (PyObject) b)
                : (a, b) -> SimpleValues.order(keys[(Integer) a], keys[(Integer) b]);
        Arrays.sort(items, reverse ? order.reversed() : order);
    }

    // ---- the machine

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        try {
            return proceed(x, value);
        } catch (PyException e) {
            giveBack();
            throw e;
        }
    }

    private PyObject proceed(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            switch (state) {
                case START -> {
                    state = State.COLLECTED;
                    v = source == null ? list : ExtendFrame.extend(x, list, source, list);
                }
                case COLLECTED -> {
                    source = null;
                    values = list.toArray();
                    list.clear();
                    if (keyFunction == null) {
                        keys = values;
                        state = State.KEYED;
                        continue;
                    }
                    keys = new PyObject[values.length];
                    i = 0;
                    state = State.KEY;
                    if (values.length > 0) {
                        v = x.call(keyFunction, values[0]);
                    }
                }
                case KEY -> {
                    if (i < values.length) {
                        keys[i++] = v;
                    }
                    if (i == values.length) {
                        state = State.KEYED;
                        continue;
                    }
                    v = x.call(keyFunction, values[i]);
                }
                case KEYED -> {
                    if (values.length < 2 || sortSimple(keys, keys == values ? null : values, values.length)) {
                        return finish();
                    }
                    if (reverse) {
                        reverseAll();
                    }
                    i = 1;
                    state = State.RUN;
                    v = lessThan(x, keys[1], keys[0]);
                }
                // The position i starts a new run, or goes on with the one before.
                case RUN -> {
                    state = State.RUN_TRUTH;
                    v = Truth.of(x, v);
                }
                case RUN_TRUTH -> {
                    noteOrder(v == PyBool.TRUE);
                    if (++i < values.length) {
                        state = State.RUN;
                        v = lessThan(x, keys[i], keys[i - 1]);
                    } else {
                        endRun(values.length);
                        state = State.PASS;
                        continue;
                    }
                }
                case PASS -> {
                    if (runCount == 1) {
                        if (reverse) {
                            reverseAll();
                        }
                        return finish();
                    }
                    keysOut = new PyObject[keys.length];
                    valuesOut = keys == values ? keysOut : new PyObject[keys.length];
                    run = 0;
                    k = 0;
                    v = beginMerge(x);
                    if (v == null) {
                        continue;
                    }
                }
                case MERGE -> {
                    state = State.MERGE_TRUTH;
                    v = Truth.of(x, v);
                }
                case MERGE_TRUTH -> {
                    v = mergeOne(x, v == PyBool.TRUE);
                    if (v == null) {
                        continue;
                    }
                }
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    private static PyObject lessThan(Execution x, PyObject a, PyObject b) {
        return Comparisons.compare(x, Slot.LT, a, b);
    }

    private int runStart() {
        return runCount == 0 ? 0 : runs[runCount - 1];
    }

    /** Item i is less than the one before it, or not. */
    private void noteOrder(boolean less) {
        int length = i - runStart();
        if (length == 1) {
            descending = less;
        } else if (less != descending) {
            endRun(i);
            descending = false;
        }
    }

    private void endRun(int end) {
        int start = runStart();
        if (descending && end - start > 1) {
            // Strictly descending, so turning it round keeps the sort stable.
            reverse(keys, start, end);
            if (keys != values) {
                reverse(values, start, end);
            }
        }
        if (runCount == runs.length) {
            runs = Arrays.copyOf(runs, runCount * 2);
        }
        runs[runCount++] = end;
        descending = false;
    }

    private static void reverse(PyObject[] a, int from, int to) {
        for (int p = from, q = to - 1; p < q; p++, q--) {
            PyObject t = a[p];
            a[p] = a[q];
            a[q] = t;
        }
    }

    private void reverseAll() {
        reverse(keys, 0, keys.length);
        if (keys != values) {
            reverse(values, 0, values.length);
        }
    }

    /** Starts to merge runs {@code run} and {@code run + 1}: their first comparison. Null when the pass is over. */
    private PyObject beginMerge(Execution x) {
        if (run >= runCount || run == runCount - 1) {
            if (run == runCount - 1) {
                copy(run == 0 ? 0 : runs[run - 1], runs[run]);
            }
            endPass();
            state = State.PASS;
            return null;
        }
        i = run == 0 ? 0 : runs[run - 1];
        j = runs[run];
        state = State.MERGE;
        return lessThan(x, keys[j], keys[i]);
    }

    /** Takes the right item when it is less, else the left one. */
    private PyObject mergeOne(Execution x, boolean right) {
        int from = right ? j++ : i++;
        copy(from, from + 1);
        if (i < runs[run] && j < runs[run + 1]) {
            state = State.MERGE;
            return lessThan(x, keys[j], keys[i]);
        }
        copy(i, runs[run]);
        copy(j, runs[run + 1]);
        run += 2;
        return beginMerge(x);
    }

    private void copy(int from, int to) {
        System.arraycopy(keys, from, keysOut, k, to - from);
        if (keysOut != valuesOut) {
            System.arraycopy(values, from, valuesOut, k, to - from);
        }
        k += to - from;
    }

    private void endPass() {
        int n = 0;
        for (int r = 1; r < runCount; r += 2) {
            runs[n++] = runs[r];
        }
        if (runCount % 2 == 1) {
            runs[n++] = runs[runCount - 1];
        }
        runCount = n;
        keys = keysOut;
        values = valuesOut;
        keysOut = null;
        valuesOut = null;
    }

    private PyObject finish() {
        boolean modified = list.items.length > 0 || list.size > 0;
        list.items = values;
        list.size = values.length;
        if (modified) {
            throw Errors.valueError("list modified during sort");
        }
        return returnList ? list : PySingleton.NONE;
    }

    @Override
    protected PyObject failed(Execution x, PyException e) {
        giveBack();
        throw e;
    }

    /** Puts the items back in whatever order they are. */
    private void giveBack() {
        if (values == null) {
            return;
        }
        PyObject[] all = values.clone();
        if (valuesOut != null && k > 0) {
            // What was merged, then what was not.
            System.arraycopy(valuesOut, 0, all, 0, k);
            int at = k;
            if (state == State.MERGE || state == State.MERGE_TRUTH) {
                System.arraycopy(values, i, all, at, runs[run] - i);
                at += runs[run] - i;
                System.arraycopy(values, j, all, at, values.length - j);
            }
        }
        list.items = all;
        list.size = all.length;
    }

    @Override
    protected PyObject[] fields() {
        PyObject[] ends = new PyObject[runCount];
        for (int r = 0; r < runCount; r++) {
            ends[r] = PyInt.of(runs[r]);
        }
        boolean same = keys == values;
        return new PyObject[] {
            PyStr.of(state.name()),
            list,
            keyFunction,
            PyBool.of(reverse),
            source,
            PyBool.of(returnList),
            array(values),
            same ? null : array(keys),
            array(valuesOut),
            same ? null : array(keysOut),
            PyTuple.of(ends),
            PyInt.of(i),
            PyInt.of(j),
            PyInt.of(k),
            PyInt.of(run),
            PyBool.of(descending)
        };
    }

    /** With None where nothing was stored yet. */
    private static PyObject array(PyObject[] a) {
        if (a == null) {
            return null;
        }
        PyObject[] out = a.clone();
        for (int p = 0; p < out.length; p++) {
            if (out[p] == null) {
                out[p] = PySingleton.NONE;
            }
        }
        return PyTuple.of(out);
    }

    private static PyObject[] array(PyObject saved) {
        return saved == null ? null : ((PyTuple) saved).items.clone();
    }

    @Override
    protected void setFields(PyObject[] f) {
        state = State.valueOf(f[0].toString());
        list = (PyList) f[1];
        keyFunction = f[2];
        reverse = f[3] == PyBool.TRUE;
        source = f[4];
        returnList = f[5] == PyBool.TRUE;
        values = array(f[6]);
        keys = f[7] == null ? values : array(f[7]);
        valuesOut = array(f[8]);
        keysOut = f[9] == null ? valuesOut : array(f[9]);
        PyTuple ends = (PyTuple) f[10];
        runCount = ends.size();
        runs = new int[Math.max(8, runCount)];
        for (int r = 0; r < runCount; r++) {
            runs[r] = (int) ((PyInt) ends.get(r)).value;
        }
        i = (int) ((PyInt) f[11]).value;
        j = (int) ((PyInt) f[12]).value;
        k = (int) ((PyInt) f[13]).value;
        run = (int) ((PyInt) f[14]).value;
        descending = f[15] == PyBool.TRUE;
    }
}
