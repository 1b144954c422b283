package org.picklejar.interp;

import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyObject;

/** The Python frame that a builtin was called from. */
public final class CurrentFrame {
    private CurrentFrame() {}

    /** The innermost Python frame, or null. */
    public static PythonFrame of(Execution x) {
        return from(x.top);
    }

    /** The innermost Python frame at or under a frame. */
    public static PythonFrame from(Frame f) {
        while (f != null && !(f instanceof PythonFrame)) {
            f = f.back;
        }
        return (PythonFrame) f;
    }

    /** {@code __name__} of the caller's globals, or null. */
    public static PyObject globalName(Execution x) {
        PythonFrame f = of(x);
        return f == null ? null : f.globals.get(Names.NAME);
    }
}
