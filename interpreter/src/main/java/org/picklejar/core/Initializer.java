package org.picklejar.core;

/** {@code __init__} of a builtin type, with its arguments bound by a signature. */
final class Initializer extends NativeCode implements Slot.Call {
    private final Body body;

    Initializer(String owner, String signature, Body body) {
        super(signature, owner, true);
        this.body = body;
    }

    @Override
    protected PyObject apply(Execution x, PyObject[] args) {
        return body.call(x, args);
    }

    @Override
    public PyObject call(Execution x, PyObject self, PyObject[] args, PyTuple names) {
        return call(x, PythonSlot.prepend(self, args), names);
    }
}
