package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.StepAgainFrame;

/** Starts builtins that work in steps. */
public final class Steps {
    private Steps() {}

    /** Runs a frame at once, as the last act of the caller; it becomes part of the chain only when it has to wait. */
    public static PyObject run(Execution x, NativeFrame f) {
        Frame caller = x.top;
        if (!f.beginsAgain()) {
            PyObject r = StepAgainFrame.take(x, f, null, null);
            return r == Pending.PENDING ? x.interpose(caller, f) : r;
        }
        x.push(f);
        PyObject r;
        try {
            r = StepAgainFrame.take(x, f, null, null);
        } catch (PyException e) {
            if (x.top == f) {
                x.top = caller;
            }
            throw e;
        }
        if (r != Pending.PENDING) {
            x.top = caller;
        }
        return r;
    }
}
