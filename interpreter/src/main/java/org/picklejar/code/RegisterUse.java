package org.picklejar.code;

/** Which registers an instruction reads and which it surely sets. Where it is not certain, a register counts as read. */
public final class RegisterUse {
    private RegisterUse() {}

    /** Is told of ranges of registers; the order within an instruction is: first what it sets, then what it reads. */
    public interface Visitor {
        void set(int from, int count);

        void read(int from, int count);
    }

    /** Tells what the instruction at pc sets and reads. */
    public static void visit(int[] c, int pc, Visitor v) {
        int dst = c[pc + 1];
        int a = c[pc + 2];
        int b = c[pc + 3];
        switch (c[pc]) {
            case Op.NOP, Op.JUMP, Op.JUMP_BACK, Op.DELETE_NAME, Op.DELETE_GLOBAL, Op.SETUP_ANNOTATIONS -> {}
            case Op.LOAD_CONST, Op.CLEAR, Op.LOAD_GLOBAL, Op.LOAD_NAME, Op.LOAD_LOCALS, Op.LOAD_HELPER ->
                set(v, dst, 1);
            case Op.CHECK_LOCAL,
                    Op.JUMP_IF_TRUE,
                    Op.JUMP_IF_FALSE,
                    Op.JUMP_IF_NONE,
                    Op.JUMP_IF_NOT_NONE,
                    Op.RETURN,
                    Op.RETURN_GENERATOR,
                    Op.RERAISE,
                    Op.POP_HANDLED,
                    Op.DELETE_CELL,
                    Op.IMPORT_STAR -> read(v, a, 1);
            case Op.STORE_NAME -> read(v, dst, 1);
            case Op.STORE_GLOBAL -> read(v, b, 1);
            case Op.STORE_ATTR -> {
                read(v, dst, 1);
                read(v, a, 1);
            }
            case Op.DELETE_ATTR -> read(v, a, 1);
            case Op.STORE_CELL,
                    Op.LIST_APPEND,
                    Op.SET_ADD,
                    Op.LIST_EXTEND,
                    Op.SET_UPDATE,
                    Op.DICT_UPDATE,
                    Op.DELETE_SUBSCRIPT,
                    Op.RAISE -> {
                read(v, a, 1);
                read(v, b, 1);
            }
            case Op.STORE_SUBSCRIPT, Op.MAP_ADD, Op.DICT_MERGE -> {
                read(v, dst, 1);
                read(v, a, 1);
                read(v, b, 1);
            }
            case Op.LOAD_METHOD -> {
                set(v, dst, 2);
                read(v, a, 1);
            }
            case Op.SEND -> {
                read(v, dst, 1);
                read(v, a, 1);
            }
            case Op.UNPACK -> {
                set(v, dst, b);
                read(v, a, 1);
            }
            case Op.BUILD_TUPLE, Op.BUILD_LIST, Op.BUILD_SET, Op.BUILD_STRING -> {
                set(v, dst, 1);
                read(v, a, b);
            }
            case Op.BUILD_MAP -> {
                set(v, dst, 1);
                read(v, a, 2 * b);
            }
            case Op.BUILD_SLICE, Op.CALL_EX -> {
                set(v, dst, 1);
                read(v, a, 3);
            }
            case Op.CALL -> {
                set(v, dst, 1);
                read(v, a, 1 + b);
            }
            case Op.CALL_METHOD -> {
                set(v, dst, 1);
                read(v, a, 2 + b);
            }
            case Op.CALL_KW -> {
                set(v, dst, 1);
                read(v, a, 1 + (b & 0xffff));
            }
            case Op.CALL_METHOD_KW -> {
                set(v, dst, 1);
                read(v, a, 2 + (b & 0xffff));
            }
            case Op.MAKE_FUNCTION -> {
                set(v, dst, 1);
                read(v, b, b < 0 ? 0 : 4);
            }
            case Op.IMPORT_NAME -> {
                set(v, dst, 1);
                read(v, a, 2);
            }
            case Op.YIELD -> {
                set(v, dst, 1);
                read(v, a, 1);
                // The object delegated to, for throw() and close().
                read(v, b, 1);
            }
            case Op.SPREAD,
                    Op.SPREAD_STAR,
                    Op.CONVERT,
                    Op.MOVE,
                    Op.MAKE_CELL,
                    Op.LOAD_CELL,
                    Op.LOAD_CLASS_CELL,
                    Op.LOAD_ATTR,
                    Op.LOAD_SPECIAL,
                    Op.LOAD_FROM_DICT_OR_GLOBAL,
                    Op.NEGATE,
                    Op.POSITIVE,
                    Op.INVERT,
                    Op.NOT,
                    Op.TO_BOOL,
                    Op.GET_ITER,
                    Op.FOR_ITER,
                    Op.LIST_TO_TUPLE,
                    Op.GET_YIELD_FROM_ITER,
                    Op.GET_AWAITABLE,
                    Op.GET_AITER,
                    Op.GET_ANEXT,
                    Op.ASYNC_WRAP,
                    Op.PUSH_HANDLED,
                    Op.IMPORT_FROM,
                    Op.MATCH_SEQUENCE,
                    Op.MATCH_MAPPING,
                    Op.GET_LEN -> {
                set(v, dst, 1);
                read(v, a, 1);
            }
            default -> {
                // Operators, comparisons, SUBSCRIPT, FORMAT, MATCH_EXCEPTION: two operands.
                set(v, dst, 1);
                read(v, a, 1);
                read(v, b, 1);
            }
        }
    }

    private static void set(Visitor v, int from, int count) {
        if (from >= 0) {
            v.set(from, count);
        }
    }

    private static void read(Visitor v, int from, int count) {
        if (from >= 0 && count > 0) {
            v.read(from, count);
        }
    }

    /** Whether control may go on at the next instruction. */
    public static boolean fallsThrough(int op) {
        return op != Op.JUMP
                && op != Op.JUMP_BACK
                && op != Op.RETURN
                && op != Op.RETURN_GENERATOR
                && op != Op.RAISE
                && op != Op.RERAISE;
    }

    /** Where an instruction may jump, or -1. */
    public static int target(int[] c, int pc) {
        return switch (c[pc]) {
            case Op.JUMP,
                    Op.JUMP_BACK,
                    Op.JUMP_IF_TRUE,
                    Op.JUMP_IF_FALSE,
                    Op.JUMP_IF_NONE,
                    Op.JUMP_IF_NOT_NONE,
                    Op.FOR_ITER,
                    Op.SEND -> c[pc + 3];
            default -> -1;
        };
    }
}
