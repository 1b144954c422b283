package org.picklejar.interp;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.code.RegisterUse;
import org.picklejar.core.Errors;
import org.picklejar.core.Event;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;

/**
 * Assignment to {@code frame.f_lineno}: a debugger's jump. (CPython: frame_setlineno)
 *
 * <p>What CPython keeps on its stack for the blocks around a line (the iterators of loops, the exits of with statements, the
 * exceptions that are handled) is here in those temporaries that are live there. So a jump is possible where the temporaries that
 * the target needs are live already.
 */
final class LineJump {
    /** What a temporary that is live at the beginning of a line is for. */
    private enum Kind {
        ITERATOR("can't jump into the body of a for loop"),
        HANDLED("can't jump into an 'except' block as there's no exception"),
        RAISED("can't jump into a re-raising block as there's no location"),
        /** How a with statement is left. */
        EXIT("incompatible stacks"),
        /** Returned when the finally clauses have run. */
        RESULT("incompatible stacks"),
        /** Of an expression that is half computed. */
        OPERAND("incompatible stacks");

        private final String refusal;

        Kind(String refusal) {
            this.refusal = refusal;
        }
    }

    private final PythonFrame frame;
    private final CodeObject code;
    private final LiveRegisters live;
    private final int firstTemporary;
    private final BitSet reachable = new BitSet();

    private LineJump(PythonFrame frame) {
        this.frame = frame;
        this.code = frame.code.code;
        this.live = new LiveRegisters(code);
        this.firstTemporary = code.firstFree() + code.freeNames.length;
        Deque<Integer> next = new ArrayDeque<>();
        next.add(0);
        while (!next.isEmpty()) {
            int pc = next.poll();
            if (pc < code.code.length && !reachable.get(pc)) {
                reachable.set(pc);
                addSuccessors(pc, next);
                CodeObject.Handler h = code.handlerAt(pc);
                if (h != null) {
                    next.add(h.handler());
                }
            }
        }
    }

    /**
     * Makes a frame go on at a line when the trace function returns.
     *
     * @throws PyException ValueError when that is not possible
     */
    static void to(Execution x, PythonFrame f, PyObject value) {
        if (value == null) {
            throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "cannot delete attribute");
        }
        if (!(value instanceof PyInt line)) {
            throw Errors.valueError("lineno must be an integer");
        }
        if (x.tracing == null || x.tracing.telling == null) {
            throw Errors.valueError("f_lineno can only be set in a trace function");
        }
        Event e = x.tracing.telling;
        if (e == Event.PY_START) {
            throw Errors.valueError("can't jump from the 'call' trace event of a new frame");
        }
        if (e == Event.CALL || e == Event.C_RETURN) {
            throw Errors.valueError("can't jump during a call");
        }
        boolean possible = e == Event.LINE || e == Event.INSTRUCTION || e == Event.PY_RESUME || e == Event.PY_YIELD;
        if (!possible || f.steps == null || f.steps.shown < 0) {
            throw Errors.valueError("can only jump from a 'line' trace event");
        }
        new LineJump(f).jump(x, line.value);
    }

    private void jump(Execution x, long wanted) {
        if (wanted < code.firstLine) {
            throw Errors.valueError("line %d comes before the current code block", wanted);
        }
        int line = lineFrom(wanted);
        if (line < 0) {
            throw Errors.valueError("line %d comes after the current code block", wanted);
        }
        BitSet here = temporaries(frame.pc);
        int best = -1;
        int most = -1;
        String refusal = null;
        for (int pc = 0; pc < code.code.length; pc += Opcode.WIDTH) {
            if (!reachable.get(pc)
                    || code.ownLineAt(pc) != line
                    || pc > 0 && code.ownLineAt(pc - Opcode.WIDTH) == line) {
                continue;
            }
            BitSet there = temporaries(pc);
            String trouble = refusal(here, there, pc);
            if (trouble != null) {
                refusal = refusal == null ? trouble : refusal;
            } else if (there.cardinality() > most) {
                best = Math.max(pc, Opcode.WIDTH);
                most = there.cardinality();
            }
        }
        if (best < 0) {
            throw Errors.valueError("%s", refusal);
        }
        bindVariables(x);
        leaveBlocks(here, temporaries(best));
        frame.pc = best;
    }

    /** The first line from {@code wanted} on that has code; -1 when there is none. */
    private int lineFrom(long wanted) {
        int found = -1;
        for (int pc = 0; pc < code.code.length; pc += Opcode.WIDTH) {
            int line = code.ownLineAt(pc);
            if (reachable.get(pc) && line > 0 && line >= wanted && (found < 0 || line < found)) {
                found = line;
            }
        }
        return found;
    }

    private BitSet temporaries(int pc) {
        BitSet out = (BitSet) live.before(pc).clone();
        out.clear(0, firstTemporary);
        return out;
    }

    /** Why it cannot go on at {@code pc}; null when it can. */
    private String refusal(BitSet here, BitSet there, int pc) {
        for (int r = there.length() - 1; r >= 0; r = there.previousSetBit(r - 1)) {
            Kind needed = kind(pc, r);
            if (!here.get(r) || needed == Kind.OPERAND || needed != kind(frame.pc, r)) {
                return needed.refusal;
            }
        }
        return null;
    }

    /** What a live register is for: how the next instruction uses it that reads it. */
    private Kind kind(int from, int register) {
        Deque<Integer> next = new ArrayDeque<>();
        BitSet seen = new BitSet();
        next.add(from);
        while (!next.isEmpty()) {
            int pc = next.poll();
            if (pc >= code.code.length || seen.get(pc)) {
                continue;
            }
            seen.set(pc);
            boolean[] use = new boolean[2];
            RegisterUse.visit(code.code, pc, new RegisterUse.Visitor() {
                @Override
                public void set(int first, int count) {
                    use[0] |= register >= first && register < first + count;
                }

                @Override
                public void read(int first, int count) {
                    use[1] |= register >= first && register < first + count;
                }
            });
            if (use[1]) {
                return kindOfReader(code.code[pc]);
            }
            CodeObject.Handler h = code.handlerAt(pc);
            if (h != null && h.register() != register) {
                next.add(h.handler());
            }
            if (use[0]) {
                continue;
            }
            addSuccessors(pc, next);
        }
        return Kind.OPERAND;
    }

    private void addSuccessors(int pc, Deque<Integer> to) {
        if (RegisterUse.fallsThrough(code.code[pc])) {
            to.add(pc + Opcode.WIDTH);
        }
        int target = RegisterUse.target(code.code, pc);
        if (target >= 0) {
            to.add(target);
        }
    }

    private static Kind kindOfReader(int op) {
        return switch (op) {
            case Op.FOR_ITER, Op.GET_ANEXT -> Kind.ITERATOR;
            case Op.POP_HANDLED, Op.PUSH_HANDLED, Op.MATCH_EXCEPTION -> Kind.HANDLED;
            case Op.RERAISE -> Kind.RAISED;
            case Op.MOVE -> Kind.EXIT;
            case Op.RETURN, Op.RETURN_GENERATOR -> Kind.RESULT;
            default -> Kind.OPERAND;
        };
    }

    /** As CPython: what is unbound becomes None, since the code at the target may rely on it. */
    private void bindVariables(Execution x) {
        int unbound = 0;
        for (int i = 0; i < firstTemporary; i++) {
            unbound += frame.registers[i] == null ? 1 : 0;
        }
        if (unbound == 0) {
            return;
        }
        x.callAndWaitNested(x.machine.helpers.get("warn_of_unbound_locals"), PyInt.of(unbound));
        for (int i = 0; i < firstTemporary; i++) {
            if (frame.registers[i] == null) {
                frame.registers[i] = PySingleton.NONE;
            }
        }
    }

    private void leaveBlocks(BitSet here, BitSet there) {
        BitSet left = (BitSet) here.clone();
        left.andNot(there);
        for (int r = left.length() - 1; r >= 0; r = left.previousSetBit(r - 1)) {
            if (isSaved(r)) {
                ExceptionInstructions.popHandled(frame, frame.registers[r]);
            }
            frame.registers[r] = null;
        }
    }

    /** Whether the register keeps what was handled before the block. */
    private boolean isSaved(int register) {
        for (int pc = 0; pc < code.code.length; pc += Opcode.WIDTH) {
            if (code.code[pc] == Op.POP_HANDLED && code.code[pc + 2] == register) {
                return kind(frame.pc, register) == Kind.HANDLED;
            }
        }
        return false;
    }
}
