package org.picklejar.syntax;

/** The binary operators; {@code symbol} is how they are written. */
public enum Operator {
    ADD("+"),
    SUB("-"),
    MULT("*"),
    MATMUL("@"),
    DIV("/"),
    MOD("%"),
    POW("**"),
    LSHIFT("<<"),
    RSHIFT(">>"),
    BIT_OR("|"),
    BIT_XOR("^"),
    BIT_AND("&"),
    FLOOR_DIV("//");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The unary operators. */
    public enum Unary {
        INVERT,
        NOT,
        PLUS,
        MINUS
    }

    /** The comparison operators. */
    public enum Comparison {
        EQ("=="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        IS("is"),
        IS_NOT("is not"),
        IN("in"),
        NOT_IN("not in");

        private final String symbol;

        Comparison(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }
}
