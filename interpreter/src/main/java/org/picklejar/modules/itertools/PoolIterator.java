package org.picklejar.modules.itertools;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyIterator;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** An iterator that gives tuples chosen from pools of items, by an array of indices. It never calls Python. */
abstract class PoolIterator extends PyIterator {
    /** Null before the first tuple. */
    int[] indices;

    boolean stopped;

    /** Finds the next indices.
     * @return whether there are any */
    abstract boolean step();

    /** The tuple at the indices. */
    abstract PyTuple current();

    @Override
    public PyObject next() {
        if (stopped || !step()) {
            stopped = true;
            return null;
        }
        return current();
    }

    static PyTuple choose(PyObject[] pool, int[] indices, int count) {
        PyObject[] out = new PyObject[count];
        for (int i = 0; i < count; i++) {
            out[i] = pool[indices[i]];
        }
        return PyTuple.of(out);
    }

    // ---- state for pickling: an empty tuple when stopped, None before the first

    static PyTuple toTuple(int[] a) {
        return PyTuple.of(Arrays.stream(a).mapToObj(PyInt::of).toArray(PyObject[]::new));
    }

    /**
     * What __setstate__ was given.
     *
     * @param size how many items it has to have
     */
    static PyTuple state(PyObject state, int size) {
        if (Values.payload(state) instanceof PyTuple t && t.size() == size) {
            return t;
        }
        throw Errors.valueError("invalid arguments");
    }

    /** What __setstate__ of an iterator was given whose state is unpacked as arguments are. */
    static PyTuple arguments(PyObject state, int size) {
        if (!(Values.payload(state) instanceof PyTuple t)) {
            throw Errors.typeError("state is not a tuple");
        }
        if (t.size() != size) {
            throw Errors.typeError(
                    "function takes exactly %d argument%s (%d given)", size, size == 1 ? "" : "s", t.size());
        }
        return t;
    }

    /**
     * Numbers of a state.
     *
     * @param most the largest that one of them can be
     */
    static int[] toInts(PyObject state, int size, int most) {
        PyTuple t = state(state, size);
        int[] out = new int[t.size()];
        for (int i = 0; i < out.length; i++) {
            long v = t.get(i) instanceof PyInt n ? n.value : 0;
            out[i] = (int) Math.max(0, Math.min(v, most));
        }
        return out;
    }
}
