package org.picklejar.interp;

import java.util.Arrays;
import org.picklejar.code.CodeObject;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.Slot;
import org.picklejar.core.TypeBuilder;
import org.picklejar.ops.Text;

/** {@code frame}. */
public final class FrameType {
    private FrameType() {}

    static void define(TypeBuilder<?> builder) {
        TypeBuilder<PythonFrame> b = builder.of(PythonFrame.class);
        b.unary(
                        Slot.REPR,
                        f -> PyStr.of("<frame at " + Text.address(f) + ", file '" + f.code.code.fileName + "', line "
                                + f.line() + ", code " + f.code.code.name + ">"))
                .getter("f_back", f -> expose(back(f)))
                .getter("f_code", f -> f.code)
                .getter("f_globals", f -> f.globals)
                .getter("f_builtins", f -> f.builtins)
                .getSet("f_locals", (x, o) -> variables(x, (PythonFrame) o), null)
                .getter("f_lasti", f -> PyInt.of(f.currentPc()))
                .getSet(
                        "f_lineno",
                        (x, o) -> PyInt.of(((PythonFrame) o).line()),
                        (x, o, v) -> LineJump.to(x, (PythonFrame) o, v))
                .getSet(
                        "f_trace",
                        (x, o) -> InterpreterTypes.orNone(((PythonFrame) o).trace),
                        (x, o, v) ->
                                CurrentFrame.withVariables(x, (PythonFrame) o, () -> setTrace(x, (PythonFrame) o, v)))
                .property("f_trace_lines", f -> PyBool.of(f.traceLines), (f, v) -> f.traceLines = flag(v))
                .property("f_trace_opcodes", f -> PyBool.of(f.traceOpcodes), (f, v) -> f.traceOpcodes = flag(v))
                .tail("clear(self, /)", (Execution x, PythonFrame f) -> clear(x, f));
    }

    private static PyObject setTrace(Execution x, PythonFrame f, PyObject v) {
        f.trace = v == PySingleton.NONE ? null : v;
        if (f.trace != null && x.tracing != null && x.tracing.traceFunction != null) {
            FrameSteps.observe(f);
        }
        return PySingleton.NONE;
    }

    private static boolean flag(PyObject v) {
        if (v instanceof PyBool b) {
            return b == PyBool.TRUE;
        }
        throw Errors.typeError(v == null ? "can't delete numeric/char attribute" : "attribute value type must be bool");
    }

    private static PyObject clear(Execution x, PythonFrame f) {
        for (Frame t = x.top; t != null; t = t.back) {
            if (t == f) {
                throw Errors.runtimeError("cannot clear an executing frame");
            }
        }
        if (f.generator != null && f.generator.frame == f) {
            if (f.generator.state != PyGenerator.State.CREATED) {
                throw Errors.runtimeError("cannot clear a suspended frame");
            }
            f.generator.finish();
        }
        if (f.registers != null) {
            Arrays.fill(f.registers, null);
        }
        return PySingleton.NONE;
    }

    /** The next Python frame out, or null. */
    public static PythonFrame back(PythonFrame f) {
        return CurrentFrame.from(f.back);
    }

    /** A frame, for a program. */
    public static PyObject expose(PythonFrame f) {
        if (f == null) {
            return PySingleton.NONE;
        }
        f.exposed = true;
        return f;
    }

    /** {@code f_locals}: the namespace of a class body or module, of a function or comprehension a view of its variables; or PENDING. */
    private static PyObject variables(Execution x, PythonFrame f) {
        return CurrentFrame.withVariables(x, f, () -> {
            if (!hasVariables(f)) {
                return f.namespace();
            }
            f.shown = true;
            return new FrameLocalsProxy(f);
        });
    }

    /** {@code locals()}: the namespace of a class body or module, of a function or comprehension its variables as they are now in a new dict. */
    public static PyObject locals(PythonFrame f) {
        return hasVariables(f) ? FrameVariables.of(f.code).copy(f) : f.namespace();
    }

    /** Whether the frame has variables of its own: that of a function, or one with a comprehension in progress. */
    private static boolean hasVariables(PythonFrame f) {
        return f.locals == null && (f.code.flags & CodeObject.OPTIMIZED) != 0
                || f.code.code.inlined.length > 0 && FrameVariables.of(f.code).inComprehension(f);
    }
}
