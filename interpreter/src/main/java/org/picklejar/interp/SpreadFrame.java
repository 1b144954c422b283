package org.picklejar.interp;

import java.util.Arrays;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Iteration;

/** Takes an iterable apart for an unpacking assignment. */
public final class SpreadFrame extends NativeFrame {
    private PyObject source;
    private int before;
    /** Items after the starred one; -1 when there is none. */
    private int after;

    private PyList items = new PyList();
    private boolean iterating;

    /** For unpickling. */
    public SpreadFrame() {}

    SpreadFrame(PyObject source, int before, int after) {
        this.source = source;
        this.before = before;
        this.after = after;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        if (!iterating) {
            PyObject it = value != null ? value : Iteration.iter(x, source);
            if (it == Pending.PENDING) {
                return it;
            }
            source = it;
            iterating = true;
        } else if (value != null) {
            items.append(value);
        }
        for (; ; ) {
            if (after < 0 && items.size > before) {
                throw Errors.valueError("too many values to unpack (expected %d)", before);
            }
            PyObject v = Iteration.nextOrEnd(x, source);
            if (v == Pending.PENDING) {
                return v;
            }
            if (v == null) {
                return result(items.toArray(), before, after, false);
            }
            items.append(v);
        }
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (iterating && e.is(ExceptionTypes.STOP_ITERATION)) {
            return result(items.toArray(), before, after, false);
        }
        throw e;
    }

    /** The items as the UNPACK that follows takes them.
     * @param sized whether messages tell how many there were */
    static PyObject result(PyObject[] items, int before, int after, boolean sized) {
        int n = items.length;
        if (after < 0) {
            if (n > before) {
                throw Errors.valueError("too many values to unpack (expected %d)", before);
            }
            if (n < before) {
                throw Errors.valueError("not enough values to unpack (expected %d, got %d)", before, n);
            }
            return PyTuple.of(items);
        }
        if (n < before + after) {
            throw Errors.valueError("not enough values to unpack (expected at least %d, got %d)", before + after, n);
        }
        PyObject[] out = new PyObject[before + 1 + after];
        System.arraycopy(items, 0, out, 0, before);
        PyObject[] rest = Arrays.copyOfRange(items, before, n - after);
        out[before] = new PyList(rest, rest.length);
        System.arraycopy(items, n - after, out, before + 1, after);
        return PyTuple.of(out);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {source, PyInt.of(before), PyInt.of(after), items, PyInt.of(iterating ? 1 : 0)};
    }

    @Override
    public void restore(PyObject[] state) {
        source = state[0];
        before = (int) ((PyInt) state[1]).value;
        after = (int) ((PyInt) state[2]).value;
        items = (PyList) state[3];
        iterating = state[4] != PyInt.ZERO;
    }
}
