package org.picklejar.pickle;

import java.util.Arrays;
import java.util.BitSet;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.RegisterKind;
import org.picklejar.core.Errors;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySet;
import org.picklejar.core.PyTuple;
import org.picklejar.interp.PythonFrame;

/**
 * The registers of a suspended frame in pickles. Variables and cells all count; a temporary counts only when some instruction can
 * still read it. What it held for a computation that is done would make pickles larger, or impossible.
 */
final class FrameRegisters {
    private FrameRegisters() {}

    /** What a pickle holds of the registers, up to the last that is needed; null where the value is not needed. */
    static PyObject[] of(PythonFrame f) {
        PyObject[] out = needed(f);
        int n = out.length;
        while (n > 0 && out[n - 1] == null) {
            n--;
        }
        return n == out.length ? out : Arrays.copyOf(out, n);
    }

    private static PyObject[] needed(PythonFrame f) {
        if (f.registers == null) {
            throw Errors.typeError("cannot pickle a frame that runs further down the Java stack");
        }
        PyObject[] out = f.registers.clone();
        int temporaries = firstTemporary(f.code.code);
        boolean any = false;
        for (int i = temporaries; i < out.length; i++) {
            any |= out[i] != null;
        }
        if (!any || f.code.invalid) {
            return out;
        }
        BitSet live = live(f);
        for (int i = temporaries; i < out.length; i++) {
            if (!live.get(i) && !isSeen(f, i)) {
                out[i] = null;
            }
        }
        return out;
    }

    /** Whether it is a variable of a comprehension in progress, which debuggers see. */
    private static boolean isSeen(PythonFrame f, int register) {
        for (CodeObject.InlinedVariable v : f.code.code.inlined) {
            if (v.register() == register && v.isSeenAt(f.currentPc())) {
                return true;
            }
        }
        return false;
    }

    private static int firstTemporary(CodeObject c) {
        return c.firstFree() + c.freeNames.length;
    }

    private static BitSet live(PythonFrame f) {
        int at = f.currentPc();
        return at == f.pc
                ? CodeFacts.liveRegisters(f.code).before(at)
                : CodeFacts.liveRegisters(f.code).during(at);
    }

    /** Whether the code can go on with the registers: nothing that it still needs is missing or of another kind. */
    static boolean fit(PythonFrame f) {
        int at = f.currentPc();
        if (at >= f.code.instructions.length) {
            return false;
        }
        RegisterKind[] kinds = CodeFacts.registerKinds(f.code).before(at);
        if (kinds == null) {
            return false;
        }
        int[] c = f.code.instructions;
        boolean waits = at != f.pc;
        if (waits && c[at + 1] < 0 || f.code.code.isGeneratorLike() != (f.generator != null)) {
            return false;
        }
        BitSet live = live(f);
        for (int i = live.nextSetBit(0); i >= 0; i = live.nextSetBit(i + 1)) {
            boolean replaced = waits && (i == c[at + 1] || c[at] == Op.LOAD_METHOD && i == c[at + 1] + 1);
            if (!replaced && !fits(kinds[i], f.registers[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(RegisterKind kind, PyObject o) {
        return switch (kind) {
            case UNKNOWN -> true;
            case UNBOUND -> o == null;
            case OBJECT -> o != null;
            case CELL -> o instanceof PyCell;
            case LIST -> o instanceof PyList;
            case SET -> o instanceof PySet;
            case DICT -> o instanceof PyDict;
            case TUPLE -> o instanceof PyTuple;
            case CELLS -> o instanceof PyTuple t && areCells(t);
        };
    }

    private static boolean areCells(PyTuple t) {
        for (PyObject o : t.items) {
            if (!(o instanceof PyCell)) {
                return false;
            }
        }
        return true;
    }
}
