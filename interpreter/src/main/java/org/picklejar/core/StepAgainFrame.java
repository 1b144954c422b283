package org.picklejar.core;

import java.util.Arrays;

/**
 * Stands on a builtin in progress whose step has asked Python for something ({@link NativeFrame#beginsAgain}), and takes
 * the step again, from the state before it.
 */
public final class StepAgainFrame extends AgainFrame {
    /** What the step got, or null. */
    private PyObject value;
    /** What the step got instead, or null. */
    private PyException failure;

    /** For unpickling. */
    public StepAgainFrame() {}

    private StepAgainFrame(PyObject value, PyException failure, Replay replay) {
        this.value = value;
        this.failure = failure;
        this.replay = replay;
    }

    /**
     * Takes a step of the frame on top.
     *
     * @param value what its child returned; null at the start
     * @param failure what its child raised instead, or null
     * @return as {@link NativeFrame#step}
     */
    public static PyObject take(Execution x, NativeFrame frame, PyObject value, PyException failure) {
        return take(x, frame, value, failure, Replay.NONE);
    }

    private static PyObject take(Execution x, NativeFrame frame, PyObject value, PyException failure, Replay replay) {
        Replay outer = x.replay;
        boolean beginsAgain = frame.beginsAgain();
        PyObject[] before = beginsAgain ? frame.save() : null;
        Frame back = frame.back;
        x.replay = beginsAgain ? replay : null;
        try {
            return failure == null ? frame.step(x, value) : frame.raise(x, failure);
        } catch (Replay.Left left) {
            NativeFrame again = frame.fresh();
            again.restore(before);
            again.back = back;
            again.depth = frame.depth;
            again.inherited = frame.inherited;
            return left.resumeIn(x, again, new StepAgainFrame(value, failure, left.replay()));
        } finally {
            x.replay = outer;
        }
    }

    @Override
    PyObject again(Execution x, Replay given) {
        if (!(back instanceof NativeFrame frame) || !frame.beginsAgain()) {
            throw Errors.systemError("a step of what has none is to be taken again");
        }
        // This and the frame end together.
        back = frame.back;
        x.top = frame;
        try {
            return take(x, frame, value, failure, given);
        } catch (PyException e) {
            if (x.top == frame) {
                x.top = back;
            }
            throw e;
        }
    }

    /** What the step got, then what it has been given. */
    @Override
    public PyObject[] save() {
        PyObject[] out = new PyObject[1 + replay.size()];
        out[0] = failure == null ? ArgumentsFrame.wrap(value) : failure.value;
        replay.save(out, 1);
        return out;
    }

    @Override
    public void restore(PyObject[] state) {
        if (state[0] instanceof PyBaseException e) {
            failure = new PyException(e);
        } else {
            value = ArgumentsFrame.unwrap(state[0]);
        }
        replay = Replay.restored(Arrays.copyOfRange(state, 1, state.length));
    }
}
