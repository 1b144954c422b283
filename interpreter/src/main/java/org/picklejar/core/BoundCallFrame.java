package org.picklejar.core;

/** Waits for the {@code __get__} of a special method that is no function, and calls what it gives. */
public final class BoundCallFrame extends NativeFrame {
    private PyTuple args;
    private PyTuple names;

    /** For unpickling. */
    public BoundCallFrame() {}

    BoundCallFrame(PyObject[] args, PyTuple names) {
        this.args = PyTuple.of(args);
        this.names = names;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        x.top = back;
        return x.call(value, args.items, names);
    }

    @Override
    public PyObject[] save() {
        return new PyObject[] {args, names == null ? PySingleton.NONE : names};
    }

    @Override
    public void restore(PyObject[] state) {
        args = (PyTuple) state[0];
        names = state[1] instanceof PyTuple t ? t : null;
    }
}
