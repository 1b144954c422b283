package org.picklejar.interp;

import org.picklejar.core.EntryFrame;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Machine;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;

/** Steps the top frame until a given entry is done. The only loop that runs frames. */
public final class TrampolineLoop implements Machine.Trampoline {
    @Override
    public void run(Execution x, EntryFrame entry, PyException failure) {
        PyObject value = null;
        PyException error = failure;
        while (!entry.done) {
            NativeFrame stepping = null;
            try {
                if (x.switchRequest != null) {
                    value = performSwitch(x);
                    continue;
                }
                Frame top = x.top;
                PyObject r;
                if (top instanceof PythonFrame f) {
                    PyException e = error;
                    error = null;
                    if (value != null) {
                        f.deliver(value);
                    }
                    r = InterpreterLoop.run(x, f, e);
                } else {
                    stepping = (NativeFrame) top;
                    PyException e = error;
                    error = null;
                    r = e == null ? stepping.step(x, value) : stepping.raise(x, e);
                    if (r != Pending.PENDING) {
                        x.top = stepping.back;
                        if (r == null) {
                            // The end of an iteration reaches the frame below as CPython's does.
                            throw Errors.stopIteration(null);
                        }
                    }
                }
                value = r == Pending.PENDING ? null : r;
            } catch (Throwable t) {
                error = Unwinder.toPython(t);
                value = null;
                x.switchRequest = null;
                if (stepping != null && x.top == stepping) {
                    x.top = stepping.back;
                }
            }
        }
    }

    private static PyObject performSwitch(Execution x) {
        Execution.SwitchRequest request = x.switchRequest;
        x.switchRequest = null;
        if (x.nesting > 1) {
            // The program itself is the first level.
            throw Errors.runtimeError("a tasklet cannot be switched away from inside a blocking builtin (see docs: blocking builtins)");
        }
        return request.perform(x);
    }
}
