package org.picklejar.interp;

import static org.picklejar.core.Pending.PENDING;

import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/** Where running code looks whether something else is due: entries of functions and backward jumps. */
final class SafePoints {
    private SafePoints() {}

    /**
     * At the entry of a function.
     *
     * @return whether a switch is due
     */
    static boolean enter(Execution x, PythonFrame f) {
        if (f.invalid != null) {
            throw Unwinder.invalidFrame(f);
        }
        if (poll(x, f)) {
            return true;
        }
        if (x.isWatched()) {
            FrameSteps.enter(f);
        }
        return false;
    }

    /** @return whether a switch is due; the frame then goes on at f.pc without a value */
    static boolean poll(Execution x, PythonFrame f) {
        if (!x.isDue()) {
            return false;
        }
        f.interrupted = true;
        PyObject r;
        try {
            r = x.machine.safePoint.poll(x);
        } catch (PyException e) {
            f.interrupted = false;
            throw e;
        }
        if (r == PENDING) {
            return true;
        }
        f.interrupted = false;
        return false;
    }
}
