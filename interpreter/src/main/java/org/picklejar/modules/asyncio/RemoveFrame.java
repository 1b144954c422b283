package org.picklejar.modules.asyncio;

import org.picklejar.core.Execution;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Comparisons;
import org.picklejar.ops.StepFrame;
import org.picklejar.ops.Truth;

/** {@code Future.remove_done_callback}: the functions are compared one after the other. */
public final class RemoveFrame extends StepFrame {
    private PyFuture future;
    private PyObject function;
    /** The pairs that there were, and how many were looked at. */
    private PyList pairs;

    private int next;
    private PyList kept = new PyList();
    /** Whether the answer of a comparison is awaited, not yet its truth. */
    private boolean comparing;

    /** For unpickling. */
    public RemoveFrame() {}

    RemoveFrame(PyFuture future, PyObject function) {
        this.future = future;
        this.function = function;
        pairs = future.callbacks() == null
                ? new PyList()
                : PyList.of(future.callbacks().toArray());
    }

    @Override
    protected PyObject advance(Execution x, PyObject value) {
        PyObject v = value;
        for (; ; ) {
            if (v != null && comparing) {
                comparing = false;
                v = Truth.of(x, v);
            } else {
                if (v != null) {
                    if (v != PyBool.TRUE) {
                        kept.append(pairs.get(next));
                    }
                    next++;
                }
                if (next == pairs.size) {
                    return finish();
                }
                comparing = true;
                v = Comparisons.equal(x, ((PyTuple) pairs.get(next)).get(0), function);
            }
            if (v == Pending.PENDING) {
                return v;
            }
        }
    }

    /** What was added meanwhile stays. */
    private PyObject finish() {
        PyList now = future.callbacks();
        int removed = pairs.size - kept.size;
        if (removed > 0) {
            for (int i = pairs.size; now != null && i < now.size; i++) {
                kept.append(now.get(i));
            }
            future.setCallbacks(kept);
        }
        return PyInt.of(removed);
    }

    @Override
    protected PyObject[] fields() {
        return new PyObject[] {future, function, pairs, PyInt.of(next), kept, PyBool.of(comparing)};
    }

    @Override
    protected void setFields(PyObject[] fields) {
        future = (PyFuture) fields[0];
        function = fields[1];
        pairs = (PyList) fields[2];
        next = (int) ((PyInt) fields[3]).value;
        kept = (PyList) fields[4];
        comparing = fields[5] == PyBool.TRUE;
    }
}
