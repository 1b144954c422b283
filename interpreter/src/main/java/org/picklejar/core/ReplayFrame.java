package org.picklejar.core;

import java.util.Arrays;

/** Begins a builtin again. */
public final class ReplayFrame extends AgainFrame {
    /** What begins again: a builtin function, a method or a slot of a builtin type. */
    private PyObject function;
    /** By parameter; null is unset. */
    private PyObject[] args;

    /** For unpickling. */
    public ReplayFrame() {}

    ReplayFrame(PyObject function, PyObject[] args, Replay replay) {
        this.function = function;
        this.args = args;
        this.replay = replay;
    }

    @Override
    PyObject again(Execution x, Replay given) {
        x.top = back;
        return isSlot()
                ? ((PySlotWrapper) function).begin(x, args, given)
                : NativeCode.of(function).begin(x, args, given);
    }

    private boolean isSlot() {
        return function instanceof PySlotWrapper w && !(w.function instanceof NativeCode);
    }

    /** The function, the number of arguments, the arguments each in a tuple, which is empty when it is unset, then the values. */
    @Override
    public PyObject[] save() {
        PyObject[] out = new PyObject[2 + args.length + replay.size()];
        out[0] = function;
        out[1] = PyInt.of(args.length);
        for (int i = 0; i < args.length; i++) {
            out[2 + i] = ArgumentsFrame.wrap(args[i]);
        }
        replay.save(out, 2 + args.length);
        return out;
    }

    @Override
    public void restore(PyObject[] state) {
        function = state[0];
        if (!isSlot()) {
            // Fails for what is no builtin.
            NativeCode unused = NativeCode.of(function);
        }
        int n = (int) ((PyInt) state[1]).value;
        args = Arrays.stream(state, 2, 2 + n).map(ArgumentsFrame::unwrap).toArray(PyObject[]::new);
        replay = Replay.restored(Arrays.copyOfRange(state, 2 + n, state.length));
    }
}
