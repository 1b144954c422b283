package org.picklejar.syntax;

import java.util.HashMap;
import java.util.Map;

/** The kinds of token. Each operator and each hard keyword is a kind of its own; soft keywords are names. */
enum TokenKind {
    END,
    NAME,
    NUMBER,
    STRING,
    FSTRING_START,
    FSTRING_MIDDLE,
    FSTRING_END,
    NEWLINE,
    INDENT,
    DEDENT,
    /** The text cannot be read further; the lexer's diagnostic says why. Always the last token. */
    ERROR,
    /** A character such as ? that no rule of the grammar uses. */
    UNKNOWN,

    LPAR("("),
    RPAR(")"),
    LSQB("["),
    RSQB("]"),
    LBRACE("{"),
    RBRACE("}"),
    COLON(":"),
    COMMA(","),
    SEMI(";"),
    DOT("."),
    ELLIPSIS("..."),
    ARROW("->"),
    COLON_EQUAL(":="),
    EQUAL("="),
    EXCLAMATION("!"),
    TILDE("~"),
    BACKQUOTE("`"),

    VBAR("|", Operator.BIT_OR, 1),
    CIRCUMFLEX("^", Operator.BIT_XOR, 2),
    AMPER("&", Operator.BIT_AND, 3),
    LEFT_SHIFT("<<", Operator.LSHIFT, 4),
    RIGHT_SHIFT(">>", Operator.RSHIFT, 4),
    PLUS("+", Operator.ADD, 5),
    MINUS("-", Operator.SUB, 5),
    STAR("*", Operator.MULT, 6),
    SLASH("/", Operator.DIV, 6),
    DOUBLE_SLASH("//", Operator.FLOOR_DIV, 6),
    PERCENT("%", Operator.MOD, 6),
    AT("@", Operator.MATMUL, 6),
    DOUBLE_STAR("**"),

    LESS("<", Operator.Comparison.LT),
    LESS_EQUAL("<=", Operator.Comparison.LE),
    GREATER(">", Operator.Comparison.GT),
    GREATER_EQUAL(">=", Operator.Comparison.GE),
    EQUAL_EQUAL("==", Operator.Comparison.EQ),
    NOT_EQUAL("!=", Operator.Comparison.NE),

    VBAR_EQUAL("|=", Operator.BIT_OR),
    CIRCUMFLEX_EQUAL("^=", Operator.BIT_XOR),
    AMPER_EQUAL("&=", Operator.BIT_AND),
    LEFT_SHIFT_EQUAL("<<=", Operator.LSHIFT),
    RIGHT_SHIFT_EQUAL(">>=", Operator.RSHIFT),
    PLUS_EQUAL("+=", Operator.ADD),
    MINUS_EQUAL("-=", Operator.SUB),
    STAR_EQUAL("*=", Operator.MULT),
    SLASH_EQUAL("/=", Operator.DIV),
    DOUBLE_SLASH_EQUAL("//=", Operator.FLOOR_DIV),
    PERCENT_EQUAL("%=", Operator.MOD),
    AT_EQUAL("@=", Operator.MATMUL),
    DOUBLE_STAR_EQUAL("**=", Operator.POW),

    FALSE("False"),
    NONE("None"),
    TRUE("True"),
    AND("and"),
    AS("as"),
    ASSERT("assert"),
    ASYNC("async"),
    AWAIT("await"),
    BREAK("break"),
    CLASS("class"),
    CONTINUE("continue"),
    DEF("def"),
    DEL("del"),
    ELIF("elif"),
    ELSE("else"),
    EXCEPT("except"),
    FINALLY("finally"),
    FOR("for"),
    FROM("from"),
    GLOBAL("global"),
    IF("if"),
    IMPORT("import"),
    IN("in", Operator.Comparison.IN),
    IS("is", Operator.Comparison.IS),
    LAMBDA("lambda"),
    NONLOCAL("nonlocal"),
    NOT("not"),
    OR("or"),
    PASS("pass"),
    RAISE("raise"),
    RETURN("return"),
    TRY("try"),
    WHILE("while"),
    WITH("with"),
    YIELD("yield");

    private static final Map<String, TokenKind> KEYWORDS = keywords();

    /** How the token is written, or null when that varies. */
    final String text;
    /** The operator of a binary operator, or null. */
    final Operator binary;
    /** How tightly a binary operator binds, from 1; 0 for everything else. */
    final int precedence;
    /** The operator of an augmented assignment, or null. */
    final Operator augmented;
    /** The comparison that starts with this token, or null ({@code not in} starts with NOT). */
    final Operator.Comparison comparison;

    TokenKind() {
        this(null, null, 0, null, null);
    }

    TokenKind(String text) {
        this(text, null, 0, null, null);
    }

    TokenKind(String text, Operator binary, int precedence) {
        this(text, binary, precedence, null, null);
    }

    TokenKind(String text, Operator augmented) {
        this(text, null, 0, augmented, null);
    }

    TokenKind(String text, Operator.Comparison comparison) {
        this(text, null, 0, null, comparison);
    }

    TokenKind(String text, Operator binary, int precedence, Operator augmented, Operator.Comparison comparison) {
        this.text = text;
        this.binary = binary;
        this.precedence = precedence;
        this.augmented = augmented;
        this.comparison = comparison;
    }

    /** The kind of a hard keyword, or null. */
    static TokenKind keyword(String word) {
        return KEYWORDS.get(word);
    }

    boolean isKeyword() {
        return ordinal() >= FALSE.ordinal();
    }

    /** Whether an expression (or a starred one) can begin with a token of this kind. */
    boolean startsExpression() {
        return switch (this) {
            case NAME,
                    NUMBER,
                    STRING,
                    FSTRING_START,
                    LPAR,
                    LSQB,
                    LBRACE,
                    ELLIPSIS,
                    TILDE,
                    PLUS,
                    MINUS,
                    STAR,
                    FALSE,
                    NONE,
                    TRUE,
                    AWAIT,
                    LAMBDA,
                    NOT,
                    BACKQUOTE -> true;
            default -> false;
        };
    }

    private static Map<String, TokenKind> keywords() {
        Map<String, TokenKind> words = new HashMap<>();
        for (TokenKind kind : values()) {
            if (kind.isKeyword()) {
                words.put(kind.text, kind);
            }
        }
        return words;
    }
}
