package org.picklejar.core;

import java.util.HashMap;
import java.util.Map;

/**
 * The special methods that the interpreter itself uses. A type keeps one function per slot, inherited along the MRO;
 * a class that defines the method in Python gets a function that calls it.
 */
public enum Slot {
    // unary
    REPR("__repr__", Kind.UNARY),
    STR("__str__", Kind.UNARY),
    HASH("__hash__", Kind.UNARY),
    BOOL("__bool__", Kind.UNARY),
    LEN("__len__", Kind.UNARY),
    ITER("__iter__", Kind.UNARY),
    NEXT("__next__", Kind.UNARY),
    NEG("__neg__", Kind.UNARY),
    POS("__pos__", Kind.UNARY),
    INVERT("__invert__", Kind.UNARY),
    ABS("__abs__", Kind.UNARY),
    INT("__int__", Kind.UNARY),
    FLOAT("__float__", Kind.UNARY),
    INDEX("__index__", Kind.UNARY),
    AWAIT("__await__", Kind.UNARY),
    AITER("__aiter__", Kind.UNARY),
    ANEXT("__anext__", Kind.UNARY),
    DEL("__del__", Kind.UNARY),
    // binary arithmetic: normal, reflected, in place
    ADD("__add__", Kind.BINARY),
    RADD("__radd__", Kind.BINARY),
    IADD("__iadd__", Kind.BINARY),
    SUB("__sub__", Kind.BINARY),
    RSUB("__rsub__", Kind.BINARY),
    ISUB("__isub__", Kind.BINARY),
    MUL("__mul__", Kind.BINARY),
    RMUL("__rmul__", Kind.BINARY),
    IMUL("__imul__", Kind.BINARY),
    MATMUL("__matmul__", Kind.BINARY),
    RMATMUL("__rmatmul__", Kind.BINARY),
    IMATMUL("__imatmul__", Kind.BINARY),
    TRUEDIV("__truediv__", Kind.BINARY),
    RTRUEDIV("__rtruediv__", Kind.BINARY),
    ITRUEDIV("__itruediv__", Kind.BINARY),
    FLOORDIV("__floordiv__", Kind.BINARY),
    RFLOORDIV("__rfloordiv__", Kind.BINARY),
    IFLOORDIV("__ifloordiv__", Kind.BINARY),
    MOD("__mod__", Kind.BINARY),
    RMOD("__rmod__", Kind.BINARY),
    IMOD("__imod__", Kind.BINARY),
    DIVMOD("__divmod__", Kind.BINARY),
    RDIVMOD("__rdivmod__", Kind.BINARY),
    LSHIFT("__lshift__", Kind.BINARY),
    RLSHIFT("__rlshift__", Kind.BINARY),
    ILSHIFT("__ilshift__", Kind.BINARY),
    RSHIFT("__rshift__", Kind.BINARY),
    RRSHIFT("__rrshift__", Kind.BINARY),
    IRSHIFT("__irshift__", Kind.BINARY),
    AND("__and__", Kind.BINARY),
    RAND("__rand__", Kind.BINARY),
    IAND("__iand__", Kind.BINARY),
    OR("__or__", Kind.BINARY),
    ROR("__ror__", Kind.BINARY),
    IOR("__ior__", Kind.BINARY),
    XOR("__xor__", Kind.BINARY),
    RXOR("__rxor__", Kind.BINARY),
    IXOR("__ixor__", Kind.BINARY),
    RPOW("__rpow__", Kind.BINARY),
    IPOW("__ipow__", Kind.BINARY),
    // comparison
    LT("__lt__", Kind.BINARY),
    LE("__le__", Kind.BINARY),
    EQ("__eq__", Kind.BINARY),
    NE("__ne__", Kind.BINARY),
    GT("__gt__", Kind.BINARY),
    GE("__ge__", Kind.BINARY),
    // containers and attributes
    GETITEM("__getitem__", Kind.BINARY),
    DELITEM("__delitem__", Kind.BINARY),
    CONTAINS("__contains__", Kind.BINARY),
    GETATTRIBUTE("__getattribute__", Kind.BINARY),
    GETATTR("__getattr__", Kind.BINARY),
    DELATTR("__delattr__", Kind.BINARY),
    DELETE("__delete__", Kind.BINARY),
    FORMAT("__format__", Kind.BINARY),
    // ternary
    POW("__pow__", Kind.TERNARY),
    SETITEM("__setitem__", Kind.TERNARY),
    SETATTR("__setattr__", Kind.TERNARY),
    GET("__get__", Kind.TERNARY),
    SET("__set__", Kind.TERNARY),
    // calls
    CALL("__call__", Kind.CALL),
    INIT("__init__", Kind.CALL),
    NEW("__new__", Kind.CALL);

    /** How many operands the slot takes. A CALL takes an argument array and keyword names. */
    public enum Kind {
        UNARY,
        BINARY,
        TERNARY,
        CALL
    }

    /** Gives the result, {@link Pending#PENDING}, or for NEXT null at the end. */
    @FunctionalInterface
    public interface Unary {
        PyObject apply(Execution x, PyObject self);
    }

    /** Arithmetic and comparisons return NotImplemented when they cannot. */
    @FunctionalInterface
    public interface Binary {
        PyObject apply(Execution x, PyObject self, PyObject other);
    }

    @FunctionalInterface
    public interface Ternary {
        PyObject apply(Execution x, PyObject self, PyObject a, PyObject b);
    }

    /** {@code names} are the keywords of the last arguments; null when there are none. */
    @FunctionalInterface
    public interface Call {
        PyObject call(Execution x, PyObject self, PyObject[] args, PyTuple names);
    }

    /** Whether None for the method means that there is none. Elsewhere None is what is called. */
    boolean isRefusedByNone() {
        return this == HASH || this == ITER || this == CONTAINS;
    }

    private static final Map<String, Slot> BY_NAME = new HashMap<>();

    static {
        for (Slot slot : values()) {
            BY_NAME.put(slot.text, slot);
        }
    }

    public final String text;
    public final PyStr name;
    public final Kind kind;
    public final int index;

    Slot(String text, Kind kind) {
        this.text = text;
        this.name = Interned.of(text);
        this.kind = kind;
        this.index = Counter.NEXT[kind.ordinal()]++;
    }

    /** The slot of a special method, or null. */
    public static Slot of(String name) {
        return BY_NAME.get(name);
    }

    /** How many slots of a kind there are. */
    public static int count(Kind kind) {
        values();
        return Counter.NEXT[kind.ordinal()];
    }

    /** The reflected form: RADD for ADD. */
    public Slot reflected() {
        return switch (this) {
            case POW -> RPOW;
            case LT -> GT;
            case GT -> LT;
            case LE -> GE;
            case GE -> LE;
            case EQ, NE -> this;
            default -> values()[ordinal() + 1];
        };
    }

    /** Numbers the slots of each kind while the constants are made; constant afterwards. */
    private static final class Counter {
        static final int[] NEXT = new int[Kind.values().length];
    }
}
