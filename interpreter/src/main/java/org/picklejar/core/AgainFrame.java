package org.picklejar.core;

/** Waits for what something has asked Python for, and lets it begin again with that (see {@link Replay}). */
abstract class AgainFrame extends NativeFrame {
    /** What it has been given. */
    Replay replay;

    @Override
    public final PyObject step(Execution x, PyObject value) {
        if (value != Replay.NOTHING) {
            replay.add(value);
        }
        return again(x, replay.rewind());
    }

    @Override
    public final PyObject raise(Execution x, PyException e) {
        replay.add(e);
        return again(x, replay.rewind());
    }

    /** Returns like {@link NativeFrame#step}. */
    abstract PyObject again(Execution x, Replay given);
}
