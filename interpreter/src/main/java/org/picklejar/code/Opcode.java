package org.picklejar.code;

/**
 * The instructions of the register machine. An instruction is four ints: {@code op dst a b}. R[n] is a register, K[n] a
 * constant, N[n] a name. Jump targets are indices into the code array.
 *
 * <p>Of the binary operators, the comparisons and SUBSCRIPT, b may be ~n: then the right operand is K[n].
 *
 * <p>An instruction makes at most one call into Python, as its last act, and the result goes to R[dst]; so to resume a frame is
 * to store the value in R[dst] of the instruction before pc and to go on at pc.
 */
public enum Opcode {
    // ---- registers and constants
    /** Does nothing. */
    NOP,
    /** R[dst] = R[a] */
    MOVE,
    /** R[dst] = K[a] */
    LOAD_CONST,
    /** R[dst] = unbound */
    CLEAR,
    /** Raises UnboundLocalError for variable b unless R[a] is bound. */
    CHECK_LOCAL,
    // ---- names
    /** R[dst] = globals or builtins N[a] */
    LOAD_GLOBAL,
    /** R[dst] = namespace, globals or builtins N[a] */
    LOAD_NAME,
    /** namespace N[a] = R[dst], which is kept */
    STORE_NAME,
    /** del namespace N[a]; dst is scratch */
    DELETE_NAME,
    /** globals N[a] = R[b] */
    STORE_GLOBAL,
    /** del globals N[a] */
    DELETE_GLOBAL,
    /** R[dst] = new cell holding R[a]; a = -1: empty */
    MAKE_CELL,
    /** R[dst] = contents of cell R[a], variable b */
    LOAD_CELL,
    /** contents of cell R[a] = R[b] */
    STORE_CELL,
    /** empties cell R[a], variable b */
    DELETE_CELL,
    /** R[dst] = namespace N[b], else contents of cell R[a] */
    LOAD_CLASS_CELL,
    /** R[dst] = K-named entry of mapping R[a], else global N[b] */
    LOAD_FROM_DICT_OR_GLOBAL,
    /** R[dst] = the namespace of a class body or module */
    LOAD_LOCALS,
    /** Makes sure that the namespace has __annotations__. */
    SETUP_ANNOTATIONS,
    // ---- attributes and items
    /** R[dst] = R[a].N[b] */
    LOAD_ATTR,
    /** R[a].N[b] = R[dst], which is kept */
    STORE_ATTR,
    /** del R[a].N[b]; dst is scratch */
    DELETE_ATTR,
    /** R[dst], R[dst+1] = method N[b] of R[a] and R[a]; or the bound attribute and unbound */
    LOAD_METHOD,
    /** R[dst] = special method b of R[a], bound; b counts {@link #SPECIAL_METHODS} */
    LOAD_SPECIAL,
    /** R[dst] = R[a][R[b]] */
    SUBSCRIPT,
    /** R[a][R[b]] = R[dst], which is kept */
    STORE_SUBSCRIPT,
    /** del R[a][R[b]]; dst is scratch */
    DELETE_SUBSCRIPT,
    // ---- arithmetic: R[dst] = R[a] op R[b]
    ADD(1),
    SUB(1),
    MUL(1),
    TRUEDIV(1),
    FLOORDIV(1),
    MOD(1),
    POW(1),
    MATMUL(1),
    LSHIFT(1),
    RSHIFT(1),
    AND(1),
    OR(1),
    XOR(1),
    IADD(1),
    ISUB(1),
    IMUL(1),
    ITRUEDIV(1),
    IFLOORDIV(1),
    IMOD(1),
    IPOW(1),
    IMATMUL(1),
    ILSHIFT(1),
    IRSHIFT(1),
    IAND(1),
    IOR(1),
    IXOR(1),
    NEGATE(1),
    POSITIVE(1),
    INVERT(1),
    // ---- comparison
    LT(1),
    LE(1),
    EQ(1),
    NE(1),
    GT(1),
    GE(1),
    IS(1),
    IS_NOT(1),
    CONTAINS(1),
    NOT_CONTAINS(1),
    /** R[dst] = not R[a] */
    NOT,
    /** R[dst] = bool(R[a]) */
    TO_BOOL,
    // ---- jumps
    /** pc = b */
    JUMP,
    /** pc = b, backwards: a safe point */
    JUMP_BACK(1),
    /** if R[a]: pc = b. The instruction before it must have a as its dst. */
    JUMP_IF_TRUE,
    /** if not R[a]: pc = b. The instruction before it must have a as its dst. */
    JUMP_IF_FALSE,
    /** if R[a] is None: pc = b */
    JUMP_IF_NONE,
    /** if R[a] is not None: pc = b */
    JUMP_IF_NOT_NONE,
    // ---- iteration
    /** R[dst] = iter(R[a]) */
    GET_ITER,
    /** R[dst] = next(R[a]), or pc = b at the end */
    FOR_ITER,
    /** R[dst] = tuple or list with exactly b items from R[a] */
    SPREAD,
    /** R[dst] = tuple: b >> 16 items, list of the rest, b & 0xffff items from R[a] */
    SPREAD_STAR,
    /** R[dst], ... = the b items of tuple or list R[a] */
    UNPACK,
    // ---- building: b items from R[a] on
    BUILD_TUPLE,
    BUILD_LIST,
    BUILD_SET,
    BUILD_MAP,
    BUILD_STRING,
    /** R[dst] = slice(R[a], R[a+1], R[a+2] when b is 3) */
    BUILD_SLICE,
    /** R[a].append(R[b]) */
    LIST_APPEND,
    /** R[a].add(R[b]); dst is scratch */
    SET_ADD,
    /** R[dst][R[a]] = R[b] */
    MAP_ADD,
    /** R[a].extend(R[b]); dst is scratch */
    LIST_EXTEND,
    /** R[a].update(R[b]); dst is scratch */
    SET_UPDATE,
    /** R[a].update(R[b]) of a dict display; dst is scratch */
    DICT_UPDATE,
    /** R[a].update(R[b]) of keyword arguments for R[dst]; a twice given key is an error. dst is kept. */
    DICT_MERGE,
    /** R[dst] = tuple(list R[a]) */
    LIST_TO_TUPLE,
    // ---- formatting
    /** R[dst] = str, repr or ascii (b = 's', 'r', 'a') of R[a] */
    CONVERT,
    /** R[dst] = format(R[a], R[b]); b = -1 for the empty spec */
    FORMAT,
    // ---- calls: function at R[a], arguments behind
    /** R[dst] = R[a](b arguments from R[a+1]) */
    CALL,
    /** As CALL; R[a+1] is self or unbound, b arguments from R[a+2] */
    CALL_METHOD,
    /** As CALL with b & 0xffff arguments, of which the last have the names K[b >> 16] */
    CALL_KW,
    /** As CALL_METHOD with keywords as in CALL_KW */
    CALL_METHOD_KW,
    /** R[dst] = R[a](*R[a+1], **R[a+2]); R[a+2] may be unbound */
    CALL_EX,
    /** R[dst] = function of code K[a]; from R[b]: defaults, keyword defaults, annotations, closure (each may be unbound); b = -1: none */
    MAKE_FUNCTION,
    /** R[dst] = helper N[a] of the runtime, for what needs no instruction of its own */
    LOAD_HELPER,
    /** Leaves the frame with R[a] */
    RETURN,
    /** Leaves a generator's frame with R[a] */
    RETURN_GENERATOR,
    // ---- generators and coroutines
    /** Suspends with R[a]; R[dst] = what is sent. b is the register of the iterator delegated to, or -1. */
    YIELD,
    /** R[dst] = R[a].send(R[dst]); at its end R[dst] = its result and pc = b */
    SEND,
    /** R[dst] = iterator to delegate to from R[a] in yield from */
    GET_YIELD_FROM_ITER,
    /** R[dst] = awaitable's iterator of R[a]; b = 0 await, 1 async with enter, 2 async with exit */
    GET_AWAITABLE,
    /** R[dst] = R[a].__aiter__() */
    GET_AITER,
    /** R[dst] = R[a].__anext__() */
    GET_ANEXT,
    /** R[dst] = R[a] wrapped so that an async generator's consumer sees a yield */
    ASYNC_WRAP,
    // ---- exceptions
    /** raise R[a] from R[b]; a = -1: re-raise what is handled; b = -1: no cause */
    RAISE,
    /** Raises exception R[a] again as it is. */
    RERAISE,
    /** R[dst] = exception handled so far; R[a] is handled from now on */
    PUSH_HANDLED,
    /** The exception handled is R[a] again. */
    POP_HANDLED,
    /** R[dst] = whether exception R[a] matches class or tuple R[b] */
    MATCH_EXCEPTION,
    // ---- imports: R[a] level, R[a+1] names
    /** R[dst] = __import__(N[b], ..., R[a+1], R[a]) */
    IMPORT_NAME,
    /** R[dst] = attribute or submodule N[b] of module R[a] */
    IMPORT_FROM,
    /** from R[a] import *; dst is scratch */
    IMPORT_STAR,
    // ---- match
    /** R[dst] = whether R[a] is a sequence for patterns */
    MATCH_SEQUENCE,
    /** R[dst] = whether R[a] is a mapping for patterns */
    MATCH_MAPPING,
    /** R[dst] = len(R[a]) */
    GET_LEN;

    /** Width of an instruction in the code array. */
    public static final int WIDTH = 4;
    /** The methods LOAD_SPECIAL can load. */
    public static final String[] SPECIAL_METHODS = {"__enter__", "__exit__", "__aenter__", "__aexit__"};

    private static final Opcode[] ALL = values();
    /** How many there are. */
    public static final int COUNT = ALL.length;

    private final int ticks;

    Opcode() {
        this(0);
    }

    Opcode(int ticks) {
        this.ticks = ticks;
    }

    /** The opcode with a number. */
    public static Opcode at(int number) {
        return ALL[number];
    }

    /** What it adds to the ticks of {@code stackless.run(n)}. The entry of a Python function counts one more. */
    public int ticks() {
        return ticks;
    }
}
