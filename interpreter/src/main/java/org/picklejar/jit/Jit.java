package org.picklejar.jit;

import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.core.CompiledCode;
import org.picklejar.core.Machine;
import org.picklejar.core.OperandKinds;
import org.picklejar.core.PyCode;

/**
 * Decides what is compiled, and when: early, since an interpreter that runs in the JVM's own is the slowest there is, but not so early that
 * what a program does once as it begins is compiled.
 */
public final class Jit implements Machine.CodeCompiler {
    /** Calls of a function, and arrivals at a loop or after a yield, before it is compiled. */
    public record Thresholds(int calls, int turns) {
        /** Those of the system properties {@code picklejar.jit.calls} and {@code picklejar.jit.turns}. */
        public static final Thresholds USUAL = new Thresholds(
                Integer.getInteger("picklejar.jit.calls", 60), Integer.getInteger("picklejar.jit.turns", 500));
    }

    /** So many guesses about the numbers in a function may be wrong before it is compiled anew without them. */
    private static final int MOST_WRONG = 20;

    private final Thresholds thresholds;

    public Jit(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public void arrived(PyCode code, int pc, int times) {
        if (times != (pc == 0 ? thresholds.calls : thresholds.turns) || code.invalid) {
            return;
        }
        int at = pc == 0 ? Opcode.WIDTH : pc;
        CompiledCode e = compile(code, at);
        if (e == null) {
            return;
        }
        if (code.entries == null) {
            code.entries = new CompiledCode[code.instructions.length >> 2];
        }
        code.entries[at >> 2] = e;
        if (pc == 0 && !code.code.isGeneratorLike()) {
            code.entry = e;
        }
    }

    @Override
    public void wrong(PyCode code, int pc) {
        code.operands[pc >> 2] |= OperandKinds.OTHERS;
        if (++code.wrongGuesses % MOST_WRONG == 0) {
            code.forgetCompiled();
        }
    }

    private static CompiledCode compile(PyCode code, int at) {
        try {
            CompiledCode e = compile(code, Region.all(code.code, at));
            if (e == null && isHeader(code, at)) {
                e = compile(code, Region.loop(code.code, at));
            }
            return e;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.ERROR, "cannot compile " + code.code.qualname, e);
            return null;
        }
    }

    private static CompiledCode compile(PyCode code, Region region) throws ReflectiveOperationException {
        CompiledCode e = UnitWriter.compile(code, region, new Numbers(code));
        return e != null ? e : UnitWriter.compile(code, region, null);
    }

    private static boolean isHeader(PyCode code, int at) {
        int[] c = code.instructions;
        for (int pc = 0; pc < c.length; pc += Opcode.WIDTH) {
            if (c[pc] == Op.JUMP_BACK && c[pc + 3] == at) {
                return true;
            }
        }
        return false;
    }
}
