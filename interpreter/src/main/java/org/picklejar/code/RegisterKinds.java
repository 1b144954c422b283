package org.picklejar.code;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What registers hold at each place of the code: a dataflow analysis from the start on. It fails where an instruction could read
 * a register that is not bound or, of those that take a cell, list, set, dict or tuple, something else.
 *
 * <p>The structure of the code has been checked (see {@link CodeVerifier}).
 */
public final class RegisterKinds {
    private static final Set<RegisterKind> TUPLES = EnumSet.of(RegisterKind.TUPLE, RegisterKind.CELLS);

    private final CodeObject code;
    private final int[] c;
    private final RegisterKind[][] before;
    private final BitSet todo = new BitSet();

    RegisterKinds(CodeObject code) {
        this.code = code;
        this.c = code.code;
        before = new RegisterKind[c.length / Opcode.WIDTH][];
        flow(0, entry());
        for (int i = todo.nextSetBit(0); i >= 0; i = todo.nextSetBit(0)) {
            todo.clear(i);
            execute(i * Opcode.WIDTH);
        }
    }

    /**
     * What the registers hold before the instruction at pc.
     *
     * @return null when the instruction is never reached
     */
    public RegisterKind[] before(int pc) {
        return before[pc / Opcode.WIDTH];
    }

    private RegisterKind[] entry() {
        RegisterKind[] r = new RegisterKind[code.registers];
        Arrays.fill(r, RegisterKind.UNBOUND);
        Arrays.fill(r, 0, code.parameterCount(), RegisterKind.OBJECT);
        Arrays.fill(r, code.firstFree(), code.firstFree() + code.freeNames.length, RegisterKind.CELL);
        return r;
    }

    private void flow(int pc, RegisterKind[] state) {
        int i = pc / Opcode.WIDTH;
        RegisterKind[] old = before[i];
        if (old == null) {
            before[i] = state.clone();
            todo.set(i);
            return;
        }
        for (int r = 0; r < old.length; r++) {
            RegisterKind k = old[r].meet(state[r]);
            if (k != old[r]) {
                old[r] = k;
                todo.set(i);
            }
        }
    }

    private void execute(int pc) {
        RegisterKind[] r = before(pc).clone();
        CodeObject.Handler h = code.handlerAt(pc);
        if (h != null) {
            RegisterKind[] raised = r.clone();
            if (c[pc] == Op.LOAD_METHOD) {
                // Its second result may be there already.
                raised[c[pc + 1] + 1] = RegisterKind.UNKNOWN;
            }
            raised[h.register()] = RegisterKind.OBJECT;
            flow(h.handler(), raised);
        }
        int target = RegisterUse.target(c, pc);
        if (c[pc] == Op.FOR_ITER) {
            // At the end of the iteration there is no result.
            flow(target, r);
        }
        check(pc, r);
        RegisterKind[] results = results(pc, r);
        RegisterUse.visit(c, pc, new RegisterUse.Visitor() {
            @Override
            public void set(int from, int count) {
                for (int i = 0; i < count; i++) {
                    r[from + i] = results[Math.min(i, results.length - 1)];
                }
            }

            @Override
            public void read(int from, int count) {}
        });
        if (c[pc] == Op.CHECK_LOCAL && !r[c[pc + 2]].isBound()) {
            r[c[pc + 2]] = RegisterKind.OBJECT;
        }
        if (Operands.of(Opcode.at(c[pc])).charAt(0) == '*') {
            r[c[pc + 1]] = RegisterKind.OBJECT;
        }
        if (target >= 0 && c[pc] != Op.FOR_ITER) {
            flow(target, r);
        }
        if (RegisterUse.fallsThrough(c[pc])) {
            flow(pc + Opcode.WIDTH, r);
        }
    }

    /** What the registers hold that the instruction sets; the last entry counts for all further ones. */
    private RegisterKind[] results(int pc, RegisterKind[] r) {
        int a = c[pc + 2];
        int b = c[pc + 3];
        return switch (c[pc]) {
            case Op.CLEAR -> new RegisterKind[] {RegisterKind.UNBOUND};
            case Op.MOVE -> new RegisterKind[] {r[a]};
            case Op.MAKE_CELL -> new RegisterKind[] {RegisterKind.CELL};
            case Op.BUILD_LIST -> new RegisterKind[] {RegisterKind.LIST};
            case Op.BUILD_SET -> new RegisterKind[] {RegisterKind.SET};
            case Op.BUILD_MAP -> new RegisterKind[] {RegisterKind.DICT};
            case Op.LIST_TO_TUPLE -> new RegisterKind[] {RegisterKind.TUPLE};
            case Op.LOAD_CONST ->
                new RegisterKind[] {code.constants[a] instanceof List ? RegisterKind.TUPLE : RegisterKind.OBJECT};
            case Op.BUILD_TUPLE -> new RegisterKind[] {areCells(r, a, b) ? RegisterKind.CELLS : RegisterKind.TUPLE};
            case Op.LOAD_METHOD -> new RegisterKind[] {RegisterKind.OBJECT, RegisterKind.UNKNOWN};
            default -> new RegisterKind[] {RegisterKind.OBJECT};
        };
    }

    private static boolean areCells(RegisterKind[] r, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (r[from + i] != RegisterKind.CELL) {
                return false;
            }
        }
        return true;
    }

    private void check(int pc, RegisterKind[] r) {
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (c[pc]) {
            case Op.MOVE, Op.CHECK_LOCAL, Op.MAKE_CELL -> {
                // A register that is not bound may be copied.
            }
            case Op.LOAD_CELL, Op.DELETE_CELL, Op.LOAD_CLASS_CELL -> require(pc, r, a, EnumSet.of(RegisterKind.CELL));
            case Op.STORE_CELL -> {
                require(pc, r, a, EnumSet.of(RegisterKind.CELL));
                bound(pc, r, b, 1);
            }
            case Op.LIST_APPEND, Op.LIST_EXTEND -> {
                require(pc, r, a, EnumSet.of(RegisterKind.LIST));
                bound(pc, r, b, 1);
            }
            case Op.LIST_TO_TUPLE -> require(pc, r, a, EnumSet.of(RegisterKind.LIST));
            case Op.SET_ADD, Op.SET_UPDATE -> {
                require(pc, r, a, EnumSet.of(RegisterKind.SET));
                bound(pc, r, b, 1);
            }
            case Op.MAP_ADD -> {
                require(pc, r, dst, EnumSet.of(RegisterKind.DICT));
                bound(pc, r, a, 1);
                bound(pc, r, b, 1);
            }
            case Op.DICT_UPDATE, Op.DICT_MERGE -> {
                require(pc, r, a, EnumSet.of(RegisterKind.DICT));
                bound(pc, r, b, 1);
                if (c[pc] == Op.DICT_MERGE) {
                    bound(pc, r, dst, 1);
                }
            }
            case Op.CALL_METHOD, Op.CALL_METHOD_KW -> {
                bound(pc, r, a, 1);
                bound(pc, r, a + 2, c[pc] == Op.CALL_METHOD ? b : b & 0xffff);
            }
            case Op.CALL_EX -> {
                bound(pc, r, a, 1);
                require(pc, r, a + 1, TUPLES);
                require(pc, r, a + 2, EnumSet.of(RegisterKind.UNBOUND, RegisterKind.DICT));
            }
            case Op.MAKE_FUNCTION -> {
                if (b >= 0) {
                    require(pc, r, b, EnumSet.of(RegisterKind.UNBOUND, RegisterKind.TUPLE, RegisterKind.CELLS));
                    require(pc, r, b + 1, EnumSet.of(RegisterKind.UNBOUND, RegisterKind.DICT));
                }
                closure(pc, b < 0 ? RegisterKind.UNBOUND : r[b + 3], (CodeObject) code.constants[a]);
            }
            default ->
                RegisterUse.visit(c, pc, new RegisterUse.Visitor() {
                    @Override
                    public void set(int from, int count) {}

                    @Override
                    public void read(int from, int count) {
                        bound(pc, r, from, count);
                    }
                });
        }
    }

    private void closure(int pc, RegisterKind k, CodeObject made) {
        boolean wanted = made.freeNames.length > 0;
        if (wanted ? k != RegisterKind.CELLS : k != RegisterKind.UNBOUND && k != RegisterKind.CELLS) {
            throw new InvalidCodeException(code, pc, "the closure of " + made.name + " is no tuple of cells");
        }
    }

    private void bound(int pc, RegisterKind[] r, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!r[i].isBound()) {
                throw new InvalidCodeException(code, pc, "register " + i + " may be unbound");
            }
        }
    }

    private void require(int pc, RegisterKind[] r, int register, Set<RegisterKind> kinds) {
        if (!kinds.contains(r[register])) {
            throw new InvalidCodeException(
                    code, pc, "register " + register + " holds " + r[register] + ", not one of " + kinds);
        }
    }
}
