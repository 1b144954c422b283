package org.picklejar.interp;

import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyException;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PySingleton;
import org.picklejar.ops.Iteration;

/** Adds all items of an iterable to a list or set; the result is None, or the collection when asked for. */
public final class CollectFrame extends NativeFrame {
    private PyObject target;
    private PyObject source;
    private boolean iterating;
    private boolean returnTarget;

    /** For unpickling. */
    public CollectFrame() {}

    public CollectFrame(PyObject target, PyObject iterable) {
        this(target, iterable, false);
    }

    /** @param returnTarget whether the result is the collection */
    public CollectFrame(PyObject target, PyObject iterable, boolean returnTarget) {
        this.target = target;
        this.source = iterable;
        this.returnTarget = returnTarget;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (v != null) {
            if (iterating) {
                add(x, v);
            } else {
                source = v;
                iterating = true;
            }
        } else if (!iterating) {
            v = Iteration.iter(x, source);
            if (v == Pending.PENDING) {
                return v;
            }
            source = v;
            iterating = true;
        }
        for (; ; ) {
            v = Iteration.next(x, source);
            if (v == Pending.PENDING) {
                return v;
            }
            if (v == null) {
                return end();
            }
            add(x, v);
        }
    }

    private void add(Execution x, PyObject v) {
        if (target instanceof PyList l) {
            l.append(v);
        } else {
            ((PySet) target).add(x, v);
        }
    }

    private PyObject end() {
        return returnTarget ? target : PySingleton.NONE;
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        if (iterating && e.is(ExceptionTypes.STOP_ITERATION)) {
            return end();
        }
        throw e;
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {target, source, PyBool.of(iterating), PyBool.of(returnTarget)};
    }

    @Override
    public void restore(PyObject[] state) {
        target = state[0];
        source = state[1];
        iterating = state[2] == PyBool.TRUE;
        returnTarget = state[3] == PyBool.TRUE;
    }
}
