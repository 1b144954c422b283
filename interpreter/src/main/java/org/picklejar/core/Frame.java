package org.picklejar.core;

import java.util.function.Consumer;

/**
 * An activation on the heap. Frames are linked from the running one to the outermost. What a child returns is given to
 * the frame under it: Python frames store it in a register, native frames get it in {@link NativeFrame#step}.
 */
public abstract class Frame extends PyObject {
    /** The frame that gets the result; null at the bottom of a suspended chain. */
    public Frame back;
    /** How many frames lie under this one. */
    public int depth;
    /** The exception that was being handled where this frame was called, or null. */
    public PyBaseException inherited;

    /** The exception being handled here or further out, or null: {@code sys.exception()}. */
    public PyBaseException handledException() {
        return inherited;
    }

    @Override
    public void traverse(Consumer<PyObject> visitor) {
        if (back != null) {
            visitor.accept(back);
        }
    }
}
