package org.picklejar.modules.posix;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.NativeFrame;
import org.picklejar.core.Pending;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Values;

/** Replaces path-like arguments of a function of {@code posix} by what their {@code __fspath__} gives, then calls it. */
public final class FspathFrame extends NativeFrame {
    static final PyStr FSPATH = PyStr.of("__fspath__");

    private String function;
    private PyObject[] args;
    private int at;
    private boolean asked;

    /** For unpickling. */
    public FspathFrame() {}

    FspathFrame(String function, PyObject[] args) {
        this.function = function;
        this.args = args.clone();
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        PosixFunction f = PosixFunctions.byName(function);
        PyObject v = value;
        while (at < f.paths()) {
            if (!asked) {
                asked = true;
                v = fspath(x, args[at]);
                if (v == Pending.PENDING) {
                    return v;
                }
            }
            args[at] = check(v, args[at]);
            at++;
            asked = false;
        }
        return f.body().call(x, args);
    }

    /** {@code o.__fspath__()} of a path-like object, any other object as it is. */
    static PyObject fspath(Execution x, PyObject o) {
        PyObject v = Values.payload(o);
        if (o == null || v instanceof PyStr || v instanceof PyBytes) {
            return o == null ? PySingleton.NONE : o;
        }
        PyObject m = o.type().lookup(FSPATH);
        return m == null || m == PySingleton.NONE ? o : x.callSpecial(o, m, new PyObject[] {o}, null);
    }

    static PyObject check(PyObject result, PyObject of) {
        PyObject v = Values.payload(result);
        if (result != of && !(v instanceof PyStr) && !(v instanceof PyBytes) && of != null) {
            throw Errors.typeError(
                    "expected %s.__fspath__() to return str or bytes, not %s",
                    of.type().name(), result.type().name());
        }
        return of == null ? null : result;
    }

    @Override
    public boolean beginsAgain() {
        return true;
    }

    @Override
    public PyObject[] save() {
        PyObject[] saved = args.clone();
        for (int i = 0; i < saved.length; i++) {
            saved[i] = saved[i] == null ? PyTuple.EMPTY : PyTuple.of(saved[i]);
        }
        return new PyObject[] {PyStr.of(function), PyTuple.of(saved), PyInt.of(at), PyInt.of(asked ? 1 : 0)};
    }

    @Override
    public void restore(PyObject[] state) {
        function = state[0].toString();
        args = ((PyTuple) state[1]).items.clone();
        for (int i = 0; i < args.length; i++) {
            args[i] = ((PyTuple) args[i]).size() == 0 ? null : ((PyTuple) args[i]).get(0);
        }
        at = (int) ((PyInt) state[2]).value;
        asked = state[3] == PyInt.ONE;
    }
}
