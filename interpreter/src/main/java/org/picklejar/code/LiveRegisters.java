package org.picklejar.code;

import java.util.BitSet;

/** The registers whose values some instruction may still read, at each place of the code. */
public final class LiveRegisters {
    private final CodeObject code;
    private final BitSet[] before;

    /** Solves the dataflow equations for all instructions. */
    public LiveRegisters(CodeObject code) {
        this.code = code;
        int n = code.code.length / Opcode.WIDTH;
        before = new BitSet[n];
        for (int i = 0; i < n; i++) {
            before[i] = new BitSet();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = n - 1; i >= 0; i--) {
                int pc = i * Opcode.WIDTH;
                BitSet live = behind(pc);
                RegisterUse.visit(code.code, pc, new Backwards(live));
                addHandler(pc, live);
                if (!live.equals(before[i])) {
                    before[i] = live;
                    changed = true;
                }
            }
        }
    }

    /** Turns what is live behind an instruction into what is live before it. */
    private record Backwards(BitSet live) implements RegisterUse.Visitor {
        @Override
        public void set(int from, int count) {
            live.clear(from, from + count);
        }

        @Override
        public void read(int from, int count) {
            live.set(from, from + count);
        }
    }

    /** What is live before the instruction at pc. Not to be changed. */
    public BitSet before(int pc) {
        int i = pc / Opcode.WIDTH;
        return i < before.length ? before[i] : new BitSet();
    }

    /** What is live while the instruction at pc waits for its result. */
    public BitSet during(int pc) {
        BitSet live = behind(pc);
        int[] c = code.code;
        if (c[pc + 1] >= 0) {
            live.clear(c[pc + 1]);
        }
        addHandler(pc, live);
        if (c[pc] == Op.YIELD && c[pc + 3] >= 0) {
            // What it delegates to is asked when something is thrown in.
            live.set(c[pc + 3]);
        }
        return live;
    }

    /** What is live when the instruction at pc has been executed. */
    private BitSet behind(int pc) {
        BitSet live = new BitSet();
        if (RegisterUse.fallsThrough(code.code[pc])) {
            live.or(before(pc + Opcode.WIDTH));
        }
        int target = RegisterUse.target(code.code, pc);
        if (target >= 0) {
            live.or(before(target));
        }
        return live;
    }

    /** What the handler of an exception at pc needs. */
    private void addHandler(int pc, BitSet live) {
        CodeObject.Handler h = code.handlerAt(pc);
        if (h != null) {
            boolean own = live.get(h.register());
            live.or(before(h.handler()));
            live.set(h.register(), own);
        }
    }
}
