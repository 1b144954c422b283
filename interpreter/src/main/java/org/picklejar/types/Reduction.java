package org.picklejar.types;

import org.picklejar.core.Execution;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;

/** What {@code __reduce__} of iterators returns. */
public final class Reduction {
    private Reduction() {}

    public static PyObject builtin(Execution x, String name) {
        return x.machine.builtins.get(name);
    }

    /** {@code (iter, (o,))}. */
    public static PyObject iterOf(Execution x, PyObject o) {
        return PyTuple.of(builtin(x, "iter"), PyTuple.of(o));
    }

    /** {@code (iter, ([...],))}. */
    static PyObject iterOf(Execution x, PyObject[] rest) {
        return iterOf(x, new PyList(rest, rest.length));
    }

    /** {@code (f, args, state)} with a builtin function. */
    public static PyObject of(Execution x, String function, PyObject state, PyObject... args) {
        return PyTuple.of(builtin(x, function), PyTuple.of(args), state);
    }
}
