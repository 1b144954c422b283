package org.picklejar.pickle;

import java.util.BitSet;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Opcode;
import org.picklejar.code.RegisterUse;
import org.picklejar.core.PyObject;
import org.picklejar.interp.PythonFrame;

/**
 * The registers that a frame still needs. Variables and cells all count; a temporary counts only when some instruction can still
 * read it. What it held for a computation that is done would make pickles larger, or impossible.
 */
final class LiveRegisters {
    private final CodeObject code;
    private final BitSet[] before;

    /** Solves the dataflow equations for all instructions. */
    private LiveRegisters(CodeObject code) {
        this.code = code;
        int[] c = code.code;
        int n = c.length / Opcode.WIDTH;
        before = new BitSet[n];
        for (int i = 0; i < n; i++) {
            before[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = n - 1; i >= 0; i--) {
                BitSet live = behind(i * Opcode.WIDTH);
                RegisterUse.before(c, i * Opcode.WIDTH, live);
                addHandler(i * Opcode.WIDTH, live);
                if (!live.equals(before[i])) {
                    before[i] = live;
                    changed = true;
                }
            }
        }
    }

    private BitSet at(int pc) {
        int i = pc / Opcode.WIDTH;
        return i < before.length ? before[i] : new BitSet();
    }

    /** What is live when the instruction at pc has been executed. */
    private BitSet behind(int pc) {
        BitSet live = new BitSet();
        if (RegisterUse.fallsThrough(code.code[pc])) {
            live.or(at(pc + Opcode.WIDTH));
        }
        int target = RegisterUse.target(code.code, pc);
        if (target >= 0) {
            live.or(at(target));
        }
        return live;
    }

    /** What the handler of an exception at pc needs. */
    private void addHandler(int pc, BitSet live) {
        for (CodeObject.Handler h : code.handlers) {
            if (pc >= h.from() && pc < h.to()) {
                boolean own = live.get(h.register());
                live.or(at(h.handler()));
                live.set(h.register(), own);
                return;
            }
        }
    }

    /** The registers of a suspended frame; null where the value is not needed. */
    static PyObject[] of(PythonFrame f) {
        PyObject[] out = f.registers.clone();
        CodeObject c = f.code.code;
        int temporaries = c.firstFree() + c.freeNames.length;
        boolean any = false;
        for (int i = temporaries; i < out.length; i++) {
            any |= out[i] != null;
        }
        if (!any || f.code.invalid) {
            return out;
        }
        CodeFacts facts = CodeFacts.of(f.code);
        if (facts.live == null) {
            facts.live = new LiveRegisters(c);
        }
        BitSet live = facts.live.inFrame(f);
        for (int i = temporaries; i < out.length; i++) {
            if (!live.get(i)) {
                out[i] = null;
            }
        }
        return out;
    }

    private BitSet inFrame(PythonFrame f) {
        if (f.pc == 0 || f.interrupted) {
            return at(f.pc);
        }
        int pc = f.pc - Opcode.WIDTH;
        BitSet live = behind(pc);
        // The value that comes goes there.
        int dst = code.code[pc + 1];
        if (dst >= 0) {
            live.clear(dst);
        }
        addHandler(pc, live);
        int[] c = code.code;
        if (c[pc] == Opcode.YIELD.ordinal() && c[pc + 3] >= 0) {
            live.set(c[pc + 3]);
        }
        return live;
    }
}
