package org.picklejar.pickle;

import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;

/** A frame as part of a tasklet, generator or traceback, where it may be pickled; on its own it may not. One for each frame. */
final class FrameReference extends PyObject {
    static final PyType TYPE = PyType.builtin("frame_reference", FrameReference.class, PyType.OBJECT).inModule("stackless._wrap")
        .notSubclassable();
    final Frame frame;

    FrameReference(Frame frame) {
        this.frame = frame;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** The object to be pickled: itself. */
    static PyObject target(PyObject o) {
        return o;
    }
}
