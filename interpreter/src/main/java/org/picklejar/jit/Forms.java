package org.picklejar.jit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.picklejar.code.CodeObject;
import org.picklejar.code.LiveRegisters;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.code.RegisterUse;

/**
 * In which forms each register has its value before each instruction of a region: as an object, as a long, as a double, or as several. By
 * dataflow over the region: what is computed as a number stays one until somebody needs the object. Where paths meet, a form that all of
 * them have is kept. Else the object is made; but what a loop gives back to its beginning as a number is made one before the loop.
 */
final class Forms {
    static final int BOXED = 1;
    static final int LONG = 2;
    static final int DOUBLE = 4;
    /** An object, or a number: the object says which. Only of variables that no instruction reads before they get another value. */
    static final int TAGGED = 8;

    /** How often the form of a register at an instruction may change before it is settled. */
    private static final int PATIENCE = 4;

    private final CodeObject code;
    private final Region region;
    private final LiveRegisters live;
    private final BitSet variables;
    private final Numbers numbers;
    /** By number of the instruction; null where nothing leads. */
    private final byte[][] before;
    /** What each way into an instruction brings, by the instruction that it comes from. */
    private final Map<Integer, Map<Integer, byte[]>> ways = new HashMap<>();

    private final byte[][] changes;
    private final Deque<Integer> work = new ArrayDeque<>();

    /**
     * @param variables the registers that programs can see at any time
     * @param numbers what is done on numbers; null: everything is an object
     */
    Forms(CodeObject code, Region region, LiveRegisters live, BitSet variables, Numbers numbers) {
        this.code = code;
        this.region = region;
        this.live = live;
        this.variables = variables;
        this.numbers = numbers;
        int n = code.code.length / Opcode.WIDTH;
        before = new byte[n][];
        changes = new byte[n][];
        if (numbers != null) {
            arrive(-1, region.entry, allBoxed());
            while (!work.isEmpty()) {
                visit(work.remove());
            }
        }
    }

    byte[] allBoxed() {
        byte[] out = new byte[code.registers];
        Arrays.fill(out, (byte) BOXED);
        return out;
    }

    /** A copy of the forms before an instruction; 0 for registers without a value that matters. */
    byte[] before(int pc) {
        byte[] b = before[pc >> 2];
        return b == null ? allBoxed() : b.clone();
    }

    private void visit(int pc) {
        byte[] state = before[pc >> 2].clone();
        boolean onNumbers = step(pc, state);
        int[] c = code.code;
        CodeObject.Handler h = code.handlerAt(pc);
        if (h != null && !onNumbers) {
            arrive(pc, h.handler(), allBoxed());
        }
        int target = RegisterUse.target(c, pc);
        if (target >= 0) {
            byte[] jumped = state;
            if (c[pc] == Op.FOR_ITER || c[pc] == Op.SEND) {
                // An exception may be the end, too.
                jumped = onNumbers ? before[pc >> 2].clone() : allBoxed();
                jumped[c[pc + 2]] |= BOXED;
            }
            arrive(pc, target, jumped);
        }
        if (Region.goesOn(c[pc])) {
            arrive(pc, pc + Opcode.WIDTH, state);
        }
    }

    /**
     * Turns the forms before an instruction into those behind it.
     *
     * @return whether the instruction is done on numbers: it calls nothing, and throws nothing
     */
    boolean step(int pc, byte[] state) {
        if (numbers == null) {
            return false;
        }
        int[] c = code.code;
        int op = c[pc];
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (op) {
            case Op.NOP, Op.JUMP -> {
                return true;
            }
            case Op.MOVE -> {
                state[dst] = state[a];
                return true;
            }
            case Op.LOAD_CONST -> {
                Object k = code.constants[a];
                state[dst] = (byte) (BOXED | (k instanceof Long ? LONG : k instanceof Double ? DOUBLE : 0));
                return true;
            }
            case Op.CHECK_LOCAL, Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE -> {
                if (numbers.isNumber(a, state)) {
                    return true;
                }
            }
            case Op.FOR_ITER -> {
                state[a] |= BOXED;
                boolean counts = numbers.countsInts(pc);
                state[dst] = (byte) (counts ? LONG : BOXED);
                return counts;
            }
            case Op.SUBSCRIPT -> {
                if (numbers.known(b, state) == LONG) {
                    state[a] |= BOXED;
                    state[dst] = BOXED;
                    return false;
                }
            }
            case Op.STORE_SUBSCRIPT -> {
                if (numbers.known(b, state) == LONG) {
                    state[a] |= BOXED;
                    state[dst] |= BOXED;
                    return false;
                }
            }
            default -> {
                Numbers.Form form = numbers.form(pc, state);
                if (form != Numbers.Form.OBJECTS) {
                    takeOperands(pc, state);
                    state[dst] = (byte) Numbers.result(op, form);
                    return true;
                }
            }
        }
        RegisterUse.visit(c, pc, new Boxing(state));
        if (op == Op.SEND) {
            state[dst] = BOXED;
        }
        return false;
    }

    /**
     * The forms of the registers in the midst of an instruction: it has its operands in the forms that it takes, and no result yet, which may
     * come into the register of an operand.
     */
    byte[] within(int pc) {
        byte[] state = before(pc);
        if (numbers != null && numbers.form(pc, state) != Numbers.Form.OBJECTS) {
            takeOperands(pc, state);
        }
        return state;
    }

    private void takeOperands(int pc, byte[] state) {
        int[] c = code.code;
        take(pc, c[pc + 2], c[pc + 3], state);
        if (!Numbers.isUnary(c[pc])) {
            take(pc, c[pc + 3], c[pc + 2], state);
        }
    }

    private void take(int pc, int operand, int other, byte[] state) {
        if (!Numbers.isConstant(operand)) {
            state[operand] |= (byte) numbers.taken(pc, operand, other, state);
        }
    }

    /** Needs what is read as objects, and sets objects. */
    private static final class Boxing implements RegisterUse.Visitor {
        private final byte[] state;

        Boxing(byte[] state) {
            this.state = state;
        }

        @Override
        public void set(int from, int count) {
            Arrays.fill(state, from, from + count, (byte) BOXED);
        }

        @Override
        public void read(int from, int count) {
            for (int r = from; r < from + count; r++) {
                state[r] |= BOXED;
            }
        }
    }

    // ---- where paths meet

    private void arrive(int from, int to, byte[] state) {
        if (!region.contains(to)) {
            return;
        }
        ways.computeIfAbsent(to, k -> new LinkedHashMap<>()).put(from, state);
        byte[] met = meet(to);
        if (!Arrays.equals(met, before[to >> 2])) {
            before[to >> 2] = met;
            work.add(to);
        }
    }

    private byte[] meet(int to) {
        byte[] common = new byte[code.registers];
        byte[] back = new byte[code.registers];
        Arrays.fill(common, (byte) (BOXED | LONG | DOUBLE));
        boolean loops = false;
        for (Map.Entry<Integer, byte[]> e : ways.get(to).entrySet()) {
            restrict(common, e.getValue());
            if (e.getKey() >= 0 && code.code[e.getKey()] == Op.JUMP_BACK) {
                if (!loops) {
                    Arrays.fill(back, (byte) (LONG | DOUBLE));
                }
                restrict(back, e.getValue());
                loops = true;
            }
        }
        boolean guesses = loops && !numbers.isUnsteady(to);
        BitSet needed = live.before(to);
        byte[] out = new byte[code.registers];
        byte[] old = before[to >> 2];
        for (int r = 0; r < out.length; r++) {
            boolean isRead = needed.get(r);
            if (isRead || variables.get(r)) {
                int form = common[r] != 0 ? common[r] : !isRead ? TAGGED : guesses && back[r] != 0 ? back[r] : BOXED;
                boolean keeps = old == null || old[r] == form || !patienceIsLost(to, r);
                out[r] = (byte) (keeps ? form : isRead ? BOXED : TAGGED);
            }
        }
        return out;
    }

    private static void restrict(byte[] forms, byte[] to) {
        for (int r = 0; r < forms.length; r++) {
            forms[r] &= to[r];
        }
    }

    private boolean patienceIsLost(int pc, int r) {
        if (changes[pc >> 2] == null) {
            changes[pc >> 2] = new byte[code.registers];
        }
        byte[] n = changes[pc >> 2];
        n[r] = (byte) Math.min(n[r] + 1, PATIENCE);
        return n[r] == PATIENCE;
    }
}
