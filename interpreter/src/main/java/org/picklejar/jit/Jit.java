package org.picklejar.jit;

import org.picklejar.code.CacheFolder;
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
    /** Calls of a function, and arrivals at a loop, after a yield or behind a wait, before it is compiled. */
    public record Thresholds(int calls, int turns) {
        /** Those of the system properties {@code picklejar.jit.calls} and {@code picklejar.jit.turns}. */
        public static final Thresholds USUAL = new Thresholds(
                Integer.getInteger("picklejar.jit.calls", 60), Integer.getInteger("picklejar.jit.turns", 500));
    }

    /** So many guesses about the numbers in a function may be wrong before it is compiled anew without them. */
    private static final int MOST_WRONG = 20;

    private final Thresholds thresholds;
    private final UnitStore store;

    /** @param kept the folder of compiled classes of earlier runs; null: the usual one */
    public Jit(Thresholds thresholds, CacheFolder kept) {
        this.thresholds = thresholds;
        this.store = kept != null ? new UnitStore(kept) : UnitStore.ofBuild();
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

    private CompiledCode compile(PyCode code, int at) {
        try {
            return unit(code, at).link(code);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.getLogger("org.picklejar").log(System.Logger.Level.ERROR, "cannot compile " + code.code.qualname, e);
            // Interpreted code is as right, so that without this no test would find it.
            assert false : "cannot compile " + code.code.qualname;
            return null;
        }
    }

    private Unit unit(PyCode code, int at) {
        if (store == null) {
            return write(code, at);
        }
        String name = UnitStore.name(code, at);
        Unit unit = store.get(name);
        if (unit == null) {
            unit = write(code, at);
            store.put(name, unit);
        }
        return unit;
    }

    private static Unit write(PyCode code, int at) {
        Unit unit = write(code, Region.all(code.code, at));
        if (unit == null && isHeader(code, at)) {
            unit = write(code, Region.loop(code.code, at));
        }
        return unit == null ? Unit.NONE : unit;
    }

    private static Unit write(PyCode code, Region region) {
        Unit unit = UnitWriter.write(code, region, new Numbers(code));
        return unit != null ? unit : UnitWriter.write(code, region, null);
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
