package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** {@code repr(exception)}: the class name and the reprs of the arguments. */
public final class ExceptionReprFrame extends NativeFrame {
    private PyBaseException exception;
    private boolean asked;

    /** For unpickling. */
    public ExceptionReprFrame() {}

    ExceptionReprFrame(PyBaseException exception) {
        this.exception = exception;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PyObject v = value;
        if (!asked) {
            asked = true;
            v = exception.args.size() == 1 ? Text.repr(x, exception.args.get(0)) : Text.repr(x, exception.args);
            if (v == Pending.PENDING) {
                return v;
            }
        }
        String text = Values.payload(v).toString();
        return PyStr.of(exception.type().name() + (exception.args.size() == 1 ? "(" + text + ")" : text));
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {exception, PyBool.of(asked)};
    }

    @Override
    public void restore(PyObject[] state) {
        exception = (PyBaseException) state[0];
        asked = state[1] == PyBool.TRUE;
    }
}
