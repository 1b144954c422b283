package org.picklejar.core;

import java.util.Arrays;

/** Waits for the conversion of an argument that a builtin's signature asks for; it is gone before the builtin begins. */
public final class ArgumentsFrame extends NativeFrame {
    private NativeCode code;
    /** By parameter; null is unset. */
    private PyObject[] args;
    /** The argument that is awaited. */
    private int at;

    /** For unpickling. */
    public ArgumentsFrame() {}

    ArgumentsFrame(NativeCode code, PyObject[] args, int at) {
        this.code = code;
        this.args = args;
        this.at = at;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        x.top = back;
        args[at] = value;
        return code.convertAndApply(x, args, at + 1);
    }

    /** The function, the index of the argument, then each argument in a tuple, which is empty when it is unset. */
    @Override
    public PyObject[] save() {
        PyObject[] out = new PyObject[args.length + 2];
        out[0] = code.function;
        out[1] = PyInt.of(at);
        for (int i = 0; i < args.length; i++) {
            out[i + 2] = wrap(args[i]);
        }
        return out;
    }

    @Override
    public void restore(PyObject[] state) {
        code = NativeCode.of(state[0]);
        at = (int) ((PyInt) state[1]).value;
        args = Arrays.stream(state, 2, state.length).map(ArgumentsFrame::unwrap).toArray(PyObject[]::new);
    }

    /** A tuple of the object; an empty one for null. */
    static PyObject wrap(PyObject o) {
        return o == null ? PyTuple.EMPTY : PyTuple.of(o);
    }

    static PyObject unwrap(PyObject o) {
        PyTuple t = (PyTuple) o;
        return t.size() == 0 ? null : t.get(0);
    }
}
