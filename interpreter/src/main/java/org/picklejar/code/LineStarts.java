package org.picklejar.code;

import java.util.BitSet;

/** The instructions at which a line begins: where a debugger stops (CPython: {@code initialize_lines}). */
public final class LineStarts {
    private final BitSet starts = new BitSet();

    public LineStarts(CodeObject code) {
        int current = 0;
        for (int pc = Opcode.WIDTH; pc < code.code.length; pc += Opcode.WIDTH) {
            int line = code.ownLineAt(pc);
            starts.set(pc, line > 0 && line != current);
            current = line;
        }
        for (int pc = 0; pc < code.code.length; pc += Opcode.WIDTH) {
            int target = RegisterUse.target(code.code, pc);
            if (target >= 0 && code.ownLineAt(target) > 0 && code.ownLineAt(target) != code.lineAt(pc)) {
                starts.set(target);
            }
        }
        for (CodeObject.Handler h : code.handlers) {
            if (code.ownLineAt(h.handler()) > 0) {
                starts.set(h.handler());
            }
        }
    }

    public boolean at(int pc) {
        return starts.get(pc);
    }
}
