package org.picklejar.jit;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.picklejar.code.CodeObject;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.code.RegisterUse;

/** The instructions that are compiled together: what can be reached from the one where it is entered. */
final class Region {
    private final CodeObject code;
    final int entry;
    /** By number. */
    private final BitSet members = new BitSet();
    /** Those to which a jump leads, or an exception. By number. */
    private final BitSet targets = new BitSet();

    private Region(CodeObject code, int entry) {
        this.code = code;
        this.entry = entry;
    }

    /** Everything that can be reached. */
    static Region all(CodeObject code, int entry) {
        Region r = new Region(code, entry);
        r.grow();
        r.findTargets();
        return r;
    }

    /** The innermost loop with that header, and the loops in it; empty when it is no header. */
    static Region loop(CodeObject code, int header) {
        Region all = all(code, header);
        Region r = new Region(code, header);
        BitSet[] before = all.predecessors();
        Deque<Integer> work = new ArrayDeque<>();
        for (int pc = 0; pc < code.code.length; pc += Opcode.WIDTH) {
            if (all.contains(pc) && code.code[pc] == Op.JUMP_BACK && code.code[pc + 3] == header) {
                work.add(pc);
            }
        }
        if (!work.isEmpty()) {
            r.members.set(header >> 2);
        }
        while (!work.isEmpty()) {
            int i = work.remove() >> 2;
            if (!r.members.get(i)) {
                r.members.set(i);
                before[i].stream().forEach(p -> work.add(p << 2));
            }
        }
        r.findTargets();
        return r;
    }

    /** Whether compiled code goes on at the next instruction. Behind a YIELD a frame is entered anew. */
    static boolean goesOn(int op) {
        return RegisterUse.fallsThrough(op) && op != Op.YIELD;
    }

    boolean contains(int pc) {
        return members.get(pc >> 2);
    }

    boolean isTarget(int pc) {
        return targets.get(pc >> 2);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    int size() {
        return members.cardinality();
    }

    /** The instructions in order. */
    int[] instructions() {
        return members.stream().map(i -> i * Opcode.WIDTH).toArray();
    }

    private void grow() {
        Deque<Integer> work = new ArrayDeque<>();
        work.add(entry);
        while (!work.isEmpty()) {
            int pc = work.remove();
            if (members.get(pc >> 2)) {
                continue;
            }
            members.set(pc >> 2);
            successors(pc, work);
        }
    }

    private void successors(int pc, Deque<Integer> out) {
        int[] c = code.code;
        if (goesOn(c[pc])) {
            out.add(pc + Opcode.WIDTH);
        }
        int target = RegisterUse.target(c, pc);
        if (target >= 0) {
            out.add(target);
        }
        CodeObject.Handler h = code.handlerAt(pc);
        if (h != null) {
            out.add(h.handler());
        }
    }

    private BitSet[] predecessors() {
        BitSet[] before = new BitSet[code.code.length >> 2];
        for (int i = 0; i < before.length; i++) {
            before[i] = new BitSet();
        }
        Deque<Integer> next = new ArrayDeque<>();
        for (int pc : instructions()) {
            successors(pc, next);
            while (!next.isEmpty()) {
                before[next.remove() >> 2].set(pc >> 2);
            }
        }
        return before;
    }

    private void findTargets() {
        targets.set(entry >> 2);
        for (int pc : instructions()) {
            int target = RegisterUse.target(code.code, pc);
            if (target >= 0) {
                targets.set(target >> 2);
            }
            CodeObject.Handler h = code.handlerAt(pc);
            if (h != null) {
                targets.set(h.handler() >> 2);
            }
        }
    }
}
