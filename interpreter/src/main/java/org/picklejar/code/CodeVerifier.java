package org.picklejar.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks code that did not come from the compiler of this process, but from a pickle or a file, before it is run: operands are in
 * range, jumps lead to instructions, the end is never passed, the tables fit, and no instruction reads what was not set
 * ({@link RegisterKinds}). What it lets pass the interpreter can run without further checks; what the program does is another matter.
 */
public final class CodeVerifier {
    private static final int MOST_REGISTERS = 1 << 16;
    /** Of instructions times registers, which the analysis takes room for. */
    private static final long MOST_CELLS = 1 << 26;

    private final CodeObject code;
    private final int[] c;

    private CodeVerifier(CodeObject code) {
        this.code = code;
        this.c = code.code;
    }

    /**
     * @return what the registers hold at each place
     * @throws InvalidCodeException naming the code, the place and the fault
     */
    public static RegisterKinds verify(CodeObject code) {
        CodeVerifier v = new CodeVerifier(code);
        v.checkTables();
        v.checkHandlers();
        v.checkInlined();
        for (int pc = 0; pc < v.c.length; pc += Opcode.WIDTH) {
            v.checkInstruction(pc);
        }
        RegisterKinds kinds = new RegisterKinds(code);
        code.verified = true;
        return kinds;
    }

    /** {@link #verify} of the code and of all that stands in its constants. */
    public static void verifyAll(CodeObject root) {
        Deque<CodeObject> todo = new ArrayDeque<>();
        todo.add(root);
        while (!todo.isEmpty()) {
            CodeObject next = todo.remove();
            verify(next);
            for (Object o : next.constants) {
                if (o instanceof CodeObject nested) {
                    todo.add(nested);
                }
            }
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new InvalidCodeException(code, -1, what);
        }
    }

    private void checkTables() {
        require(c.length > 0 && c.length % Opcode.WIDTH == 0, "it has a broken instruction");
        require(code.positions.length == c.length, "its positions do not fit its instructions");
        require(
                code.argCount >= 0
                        && code.kwOnlyCount >= 0
                        && code.posOnlyCount >= 0
                        && code.posOnlyCount <= code.argCount
                        && code.argCount <= code.varNames.length
                        && code.kwOnlyCount <= code.varNames.length
                        && code.parameterCount() <= code.varNames.length,
                "its parameters are no variables");
        require(
                code.registers >= code.firstFree() + code.freeNames.length
                        && code.registers <= MOST_REGISTERS
                        && (long) c.length / Opcode.WIDTH * code.registers <= MOST_CELLS,
                "it has too few registers for its variables, or too many");
        require(code.cellParameters.length == code.cellNames.length, "its cells have no names");
        for (int p : code.cellParameters) {
            require(p >= -1 && p < code.varNames.length, "a cell starts from what is no variable");
        }
        require(
                (code.flags & CodeObject.HAS_DOCSTRING) == 0
                        || code.constants.length > 0 && code.constants[0] instanceof String,
                "its docstring is missing");
        require(!RegisterUse.fallsThrough(c[c.length - Opcode.WIDTH]), "its end can be passed");
    }

    private void checkHandlers() {
        for (CodeObject.Handler h : code.handlers) {
            require(
                    h.from() >= 0
                            && h.from() < h.to()
                            && h.to() <= c.length
                            && h.from() % Opcode.WIDTH == 0
                            && h.to() % Opcode.WIDTH == 0,
                    "a handler covers no instructions");
            require(isInstruction(h.handler()), "a handler is no instruction");
            require(h.register() >= 0 && h.register() < code.registers, "a handler has no register");
        }
    }

    private void checkInlined() {
        int first = code.firstFree() + code.freeNames.length;
        for (CodeObject.InlinedVariable v : code.inlined) {
            require(v.register() >= first && v.register() < code.registers, "a variable has no register");
        }
    }

    private boolean isInstruction(int pc) {
        return pc >= 0 && pc < c.length && pc % Opcode.WIDTH == 0;
    }

    private void checkInstruction(int pc) {
        if (c[pc] < 0 || c[pc] >= Opcode.COUNT) {
            throw new InvalidCodeException(code, pc, "no opcode has the number " + c[pc]);
        }
        String kinds = Operands.of(Opcode.at(c[pc]));
        for (int i = 0; i < kinds.length(); i++) {
            check(pc, operandFault(pc, kinds.charAt(i), c[pc + 1 + i]));
        }
        check(pc, numberFault(pc));
        RegisterUse.visit(c, pc, new RegisterUse.Visitor() {
            @Override
            public void set(int from, int count) {
                checkRegisters(pc, from, count);
            }

            @Override
            public void read(int from, int count) {
                checkRegisters(pc, from, count);
            }
        });
    }

    /** @param fault null when there is none */
    private void check(int pc, String fault) {
        if (fault != null) {
            throw new InvalidCodeException(code, pc, fault);
        }
    }

    private void checkRegisters(int pc, int from, int count) {
        if (count < 0 || from > code.registers - count) {
            throw new InvalidCodeException(
                    code, pc, count + " registers from " + from + " on, where there are " + code.registers);
        }
    }

    private String operandFault(int pc, char kind, int value) {
        return switch (kind) {
            case '=', '*' -> isBelow(value, code.registers) ? null : "no register " + value;
            case 'r' ->
                isBelow(value, code.registers) || value == -1 && mayBeMissing(c[pc]) ? null : "no register " + value;
            case 'o' ->
                value < code.registers && ~value < code.constants.length ? null : "no register or constant " + value;
            case 'k' -> isBelow(value, code.constants.length) ? null : "no constant " + value;
            case 'n' -> isBelow(value, code.names.length) ? null : "no name " + value;
            case 'j' -> isInstruction(value) ? null : "a jump to " + value;
            case 's' -> isBelow(value, Opcode.SPECIAL_METHODS.length) ? null : "no special method " + value;
            case 'c' -> value == 's' || value == 'r' || value == 'a' ? null : "no conversion " + value;
            case 'w' -> areKeywordNames(value >> 16, value & 0xffff) ? null : "no keyword names " + (value >> 16);
            default -> null;
        };
    }

    /** What is wrong with an operand that is a number, or with what goes beyond single operands. */
    private String numberFault(int pc) {
        int a = c[pc + 2];
        int b = c[pc + 3];
        return switch (c[pc]) {
            case Op.UNPACK,
                    Op.BUILD_TUPLE,
                    Op.BUILD_LIST,
                    Op.BUILD_SET,
                    Op.BUILD_MAP,
                    Op.BUILD_STRING,
                    Op.CALL,
                    Op.CALL_METHOD -> isBelow(b, code.registers + 1) ? null : "it takes " + b + " registers";
            case Op.SPREAD, Op.SPREAD_STAR -> b >= 0 ? null : "it takes a negative number of items";
            case Op.BUILD_SLICE -> b == 2 || b == 3 ? null : "a slice has no " + b + " parts";
            case Op.GET_AWAITABLE -> isBelow(b, 4) ? null : "no await is of kind " + b;
            case Op.YIELD, Op.RETURN_GENERATOR ->
                code.isGeneratorLike() ? null : "only generators and coroutines do that";
            case Op.RETURN -> code.isGeneratorLike() ? "generators and coroutines return in another way" : null;
            case Op.CHECK_LOCAL -> isBelow(b, code.varNames.length + code.inlined.length) ? null : "no variable " + b;
            case Op.LOAD_CELL, Op.DELETE_CELL -> isBelow(b, code.names.length) ? null : "no name " + b;
            case Op.MAKE_FUNCTION ->
                code.constants[a] instanceof CodeObject ? null : "a function is made of what is no code";
            case Op.JUMP_IF_TRUE, Op.JUMP_IF_FALSE ->
                pc > 0 && c[pc - Opcode.WIDTH + 1] == a ? null : "it tests not the result of the instruction before it";
            default -> null;
        };
    }

    private static boolean isBelow(int value, int limit) {
        return value >= 0 && value < limit;
    }

    private boolean areKeywordNames(int constant, int arguments) {
        return isBelow(constant, code.constants.length)
                && code.constants[constant] instanceof List<?> names
                && names.size() <= arguments
                && names.stream().allMatch(n -> n instanceof String);
    }

    /** Whether an operand may be -1: none. */
    private static boolean mayBeMissing(int op) {
        return op == Op.MAKE_CELL || op == Op.FORMAT || op == Op.YIELD || op == Op.RAISE || op == Op.MAKE_FUNCTION;
    }
}
