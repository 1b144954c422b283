package org.picklejar.ops;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;

/** Does the last, pure step of an operation on the result of a call. */
public final class FinishFrame extends NativeFrame {
    private Finish finish;
    private PyObject a;
    private PyObject b;

    /** For unpickling. */
    public FinishFrame() {}

    public FinishFrame(Finish finish, PyObject a, PyObject b) {
        this.finish = finish;
        this.a = a;
        this.b = b;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        // It is done: what the last step may call gives its result to the frame below.
        x.top = back;
        return finish.apply(x, value, a, b);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        x.top = back;
        return finish.recover(x, e, a, b);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {
            PyStr.of(finish.name()), a == null ? PySingleton.NONE : a, b == null ? PySingleton.NONE : b
        };
    }

    @Override
    public void restore(PyObject[] state) {
        finish = Finish.valueOf(state[0].toString());
        a = state[1];
        b = state[2];
    }
}
