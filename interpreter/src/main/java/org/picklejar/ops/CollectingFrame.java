package org.picklejar.ops;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;

/** Takes all items of an iterable, then makes the result of them at once. Start it by {@link #collect}. */
public abstract class CollectingFrame extends NativeFrame {
    private PyObject source;
    private boolean iterating;
    private PyList items = new PyList();
    /** What {@link #finish} needs besides the items; may be null. */
    protected PyObject a;

    protected PyObject b;

    /** For unpickling. */
    protected CollectingFrame() {}

    protected CollectingFrame(PyObject iterable, PyObject a, PyObject b) {
        this.source = iterable;
        this.a = a;
        this.b = b;
    }

    /** The result; may end in one call into Python. The array may be longer than {@code count}. */
    protected abstract PyObject finish(Execution x, PyObject[] items, int count);

    /** Runs at once when iterating calls no Python. */
    public static PyObject collect(Execution x, CollectingFrame f) {
        PyObject[] all = Iteration.itemsOrNull(f.source);
        return all != null ? f.finish(x, all, all.length) : Steps.run(x, f);
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (v != null && source == PySingleton.NONE) {
            return v;
        }
        if (v != null && iterating) {
            items.append(v);
        } else if (!iterating) {
            if (v == null) {
                v = Iteration.iter(x, source);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
            source = v;
            iterating = true;
        }
        for (; ; ) {
            try {
                v = Iteration.next(x, source);
            } catch (PyException e) {
                return raise(x, e);
            }
            if (v == Pending.PENDING) {
                return v;
            }
            if (v == null) {
                return end(x);
            }
            items.append(v);
        }
    }

    private PyObject end(Execution x) {
        source = PySingleton.NONE;
        return finish(x, items.items, items.size);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (iterating && source != PySingleton.NONE && e.is(ExceptionTypes.STOP_ITERATION)) {
            return end(x);
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            source, PyBool.of(iterating), items, a == null ? PySingleton.NONE : a, b == null ? PySingleton.NONE : b
        };
    }

    @Override
    public void restore(PyObject[] state) {
        source = state[0];
        iterating = state[1] == PyBool.TRUE;
        items = (PyList) state[2];
        a = state[3];
        b = state[4];
    }
}
