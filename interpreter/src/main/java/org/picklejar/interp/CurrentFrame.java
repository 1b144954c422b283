package org.picklejar.interp;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
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

    /**
     * Does what looks at the variables of a frame in an operation that is no builtin, and so cannot begin again: see {@link #needVariables}.
     *
     * @param f null: of none
     * @return the result, or PENDING
     */
    public static PyObject withVariables(Execution x, PythonFrame f, Execution.Operation op) {
        if (f == null || f.registers != null) {
            return op.run();
        }
        return x.doLater(() -> {
            checkVariables(f);
            return op.run();
        });
    }

    /**
     * For a builtin that looks at the variables of a frame: when compiled code has them, the builtin is left and begins again when they are given back.
     *
     * @param f null: of none
     */
    public static void needVariables(Execution x, PythonFrame f) {
        if (f != null && f.registers == null) {
            x.leaveCompiledCode();
            checkVariables(f);
        }
    }

    /** As {@link #needVariables} for all running frames. */
    public static void needAllVariables(Execution x) {
        if (x.compiledDepth > 0) {
            x.leaveCompiledCode();
        }
    }

    private static void checkVariables(PythonFrame f) {
        if (f.registers == null) {
            throw Errors.runtimeError("the variables of a frame cannot be seen from inside a blocking builtin");
        }
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
