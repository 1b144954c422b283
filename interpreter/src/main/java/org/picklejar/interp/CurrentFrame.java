package org.picklejar.interp;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;

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

    /** File, line and name of the innermost Python frames, from inside out, as {@code cr_origin} shows them. */
    static PyTuple origin(Execution x, int depth) {
        List<PyObject> places = new ArrayList<>();
        for (PythonFrame f = of(x); f != null && places.size() < depth; f = FrameType.back(f)) {
            if (!f.code.hidden) {
                CodeObject c = f.code.code;
                places.add(PyTuple.of(PyStr.of(c.fileName), PyInt.of(f.line()), PyStr.of(c.name)));
            }
        }
        return PyTuple.of(places.toArray(PyObject[]::new));
    }

    /** {@code __name__} of the caller's globals, or null. */
    public static PyObject globalName(Execution x) {
        PythonFrame f = of(x);
        return f == null ? null : f.globals.get(Names.NAME);
    }
}
