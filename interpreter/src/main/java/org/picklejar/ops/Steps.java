package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyObject;

/** Starts builtins that work in steps. */
public final class Steps {
    private Steps() {}

    /** Runs a frame at once, as the last act of the caller; it becomes part of the chain only when it has to wait. */
    public static PyObject run(Execution x, NativeFrame f) {
        Frame caller = x.top;
        PyObject r = f.step(x, null);
        return r == Pending.PENDING ? x.interpose(caller, f) : r;
    }
}
