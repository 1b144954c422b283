package org.picklejar.code;

/**
 * What the three operands of an instruction mean, for who shows instructions. Three letters, for dst, a and b:
 * <pre>
 * .  unused            =  register that is set      r  register, -1: none     o  register, or constant ~n
 * *  register that is overwritten for nothing
 * k  constant          n  name                      j  jump target            #  number
 * c  character         s  one of {@link Opcode#SPECIAL_METHODS}               w  count and constant with keyword names
 * </pre>
 */
public final class Operands {
    private Operands() {}

    public static String of(Opcode op) {
        return switch (op) {
            case NOP -> "...";
            case SETUP_ANNOTATIONS -> "*..";
            case CLEAR, LOAD_LOCALS -> "=..";
            case LOAD_CONST -> "=k.";
            case LOAD_GLOBAL, LOAD_NAME, LOAD_HELPER -> "=n.";
            case STORE_NAME -> "rn.";
            case DELETE_NAME -> "*n.";
            case DELETE_GLOBAL -> ".n.";
            case STORE_GLOBAL -> ".nr";
            case CHECK_LOCAL, DELETE_CELL, RETURN, RETURN_GENERATOR, RERAISE, POP_HANDLED -> ".r.";
            case IMPORT_STAR -> "*r.";
            case LOAD_ATTR, LOAD_METHOD, LOAD_CLASS_CELL, LOAD_FROM_DICT_OR_GLOBAL, IMPORT_NAME, IMPORT_FROM -> "=rn";
            case STORE_ATTR -> "rrn";
            case DELETE_ATTR -> "*rn";
            case LOAD_SPECIAL -> "=rs";
            case STORE_SUBSCRIPT, MAP_ADD, DICT_MERGE -> "rrr";
            case STORE_CELL, LIST_APPEND -> ".rr";
            case DELETE_SUBSCRIPT, LIST_EXTEND, SET_ADD, SET_UPDATE, DICT_UPDATE, RAISE -> "*rr";
            case JUMP, JUMP_BACK -> "..j";
            case JUMP_IF_TRUE, JUMP_IF_FALSE, JUMP_IF_NONE, JUMP_IF_NOT_NONE -> ".rj";
            case FOR_ITER -> "=rj";
            case SEND -> "rrj";
            case SPREAD,
                    SPREAD_STAR,
                    UNPACK,
                    BUILD_TUPLE,
                    BUILD_LIST,
                    BUILD_SET,
                    BUILD_MAP,
                    BUILD_STRING,
                    BUILD_SLICE,
                    CALL,
                    CALL_METHOD,
                    GET_AWAITABLE -> "=r#";
            case CALL_KW, CALL_METHOD_KW -> "=rw";
            case MAKE_FUNCTION -> "=kr";
            case CONVERT -> "=rc";
            case FORMAT, YIELD, MATCH_EXCEPTION -> "=rr";
            case MOVE,
                    MAKE_CELL,
                    LOAD_CELL,
                    NEGATE,
                    POSITIVE,
                    INVERT,
                    NOT,
                    TO_BOOL,
                    GET_ITER,
                    LIST_TO_TUPLE,
                    CALL_EX,
                    GET_YIELD_FROM_ITER,
                    GET_AITER,
                    GET_ANEXT,
                    ASYNC_WRAP,
                    PUSH_HANDLED,
                    MATCH_SEQUENCE,
                    MATCH_MAPPING,
                    GET_LEN -> "=r.";
            case SUBSCRIPT,
                    ADD,
                    SUB,
                    MUL,
                    TRUEDIV,
                    FLOORDIV,
                    MOD,
                    POW,
                    MATMUL,
                    LSHIFT,
                    RSHIFT,
                    AND,
                    OR,
                    XOR,
                    IADD,
                    ISUB,
                    IMUL,
                    ITRUEDIV,
                    IFLOORDIV,
                    IMOD,
                    IPOW,
                    IMATMUL,
                    ILSHIFT,
                    IRSHIFT,
                    IAND,
                    IOR,
                    IXOR,
                    LT,
                    LE,
                    EQ,
                    NE,
                    GT,
                    GE,
                    IS,
                    IS_NOT,
                    CONTAINS,
                    NOT_CONTAINS -> "=ro";
        };
    }
}
