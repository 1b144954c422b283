package org.picklejar.core;

import java.util.Arrays;

/** Waits for what a builtin has asked Python for, and begins the builtin again with it (see {@link Replay}). */
public final class ReplayFrame extends NativeFrame {
    /** What begins again: a builtin function, a method or a slot of a builtin type. */
    private PyObject function;
    /** By parameter; null is unset. */
    private PyObject[] args;

    private Replay replay;

    /** For unpickling. */
    public ReplayFrame() {}

    ReplayFrame(PyObject function, PyObject[] args, Replay replay) {
        this.function = function;
        this.args = args;
        this.replay = replay;
    }

    @Override
    public PyObject step(Execution x, PyObject value) {
        return again(x, value);
    }

    @Override
    public PyObject raise(Execution x, PyException e) {
        return again(x, e);
    }

    private PyObject again(Execution x, Object given) {
        x.top = back;
        replay.add(given);
        return function instanceof PySlotWrapper w && !(w.function instanceof NativeCode)
                ? w.begin(x, args, replay.rewind())
                : NativeCode.of(function).begin(x, args, replay.rewind());
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
        int n = (int) ((PyInt) state[1]).value;
        args = Arrays.stream(state, 2, 2 + n).map(ArgumentsFrame::unwrap).toArray(PyObject[]::new);
        replay = Replay.restored(Arrays.copyOfRange(state, 2 + n, state.length));
    }
}
