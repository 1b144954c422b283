package org.picklejar.modules.posix;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Values;

/** Checks what {@code __fspath__} gave to {@code os.fspath}. */
public final class CheckFspathFrame extends NativeFrame {
    private PyObject path;

    /** For unpickling. */
    public CheckFspathFrame() {}

    CheckFspathFrame(PyObject path) {
        this.path = path;
    }

    static PyObject checked(PyObject result, PyObject path) {
        PyObject v = Values.payload(result);
        if (v instanceof PyStr || v instanceof PyBytes) {
            return result;
        }
        throw result == path
                ? Errors.typeError(
                        "expected str, bytes or os.PathLike object, not %s",
                        path.type().name())
                : Errors.typeError(
                        "expected %s.__fspath__() to return str or bytes, not %s",
                        path.type().name(), result.type().name());
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        return checked(value, path);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {path};
    }

    @Override
    public void restore(PyObject[] state) {
        path = state[0];
    }
}
