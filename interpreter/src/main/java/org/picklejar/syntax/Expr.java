package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.Span;

/** An expression. */
public sealed interface Expr extends Node.ExprNode {
    /** How a name, attribute, subscript, list, tuple or starred expression is used. */
    enum Context {
        LOAD,
        STORE,
        DEL
    }

    record BoolOp(Span span, boolean isAnd, List<Expr> values) implements Expr {}

    record NamedExpr(Span span, Name target, Expr value) implements Expr {}

    record BinOp(Span span, Expr left, Operator op, Expr right) implements Expr {}

    record UnaryOp(Span span, Operator.Unary op, Expr operand) implements Expr {}

    record Lambda(Span span, Node.Arguments args, Expr body) implements Expr {}

    record IfExp(Span span, Expr test, Expr body, Expr orElse) implements Expr {}

    /** @param keys parallel to values; null where the value is unpacked with ** */
    record Dict(Span span, List<Expr> keys, List<Expr> values) implements Expr {}

    record SetDisplay(Span span, List<Expr> elements) implements Expr {}

    record ListComp(Span span, Expr element, List<Node.Comprehension> generators) implements Expr {}

    record SetComp(Span span, Expr element, List<Node.Comprehension> generators) implements Expr {}

    record DictComp(Span span, Expr key, Expr value, List<Node.Comprehension> generators) implements Expr {}

    record GeneratorExp(Span span, Expr element, List<Node.Comprehension> generators) implements Expr {}

    record Await(Span span, Expr value) implements Expr {}

    /** @param value may be null */
    record Yield(Span span, Expr value) implements Expr {}

    record YieldFrom(Span span, Expr value) implements Expr {}

    record Compare(Span span, Expr left, List<Operator.Comparison> ops, List<Expr> comparators) implements Expr {}

    record Call(Span span, Expr function, List<Expr> args, List<Node.Keyword> keywords) implements Expr {}

    /** @param conversion 's', 'r', 'a' or 0; formatSpec may be null */
    record FormattedValue(Span span, Expr value, char conversion, JoinedStr formatSpec) implements Expr {}

    /** An f-string: constants and formatted values. */
    record JoinedStr(Span span, List<Expr> values) implements Expr {}

    /**
     * A literal. The value is null for None, a {@link Boolean}, {@link Long}, {@link java.math.BigInteger} (only beyond long),
     * {@link Double}, {@link Complex}, {@link String} (UTF-16, lone surrogates allowed), {@code byte[]} or {@link #ELLIPSIS}.
     *
     * <p>In trees that programs make it may be a {@code List} (a tuple) or a {@code Set} (a frozenset) of such values, too.
     *
     * @param isUnicodePrefixed whether the literal was written u"..."
     */
    record Constant(Span span, Object value, boolean isUnicodePrefixed) implements Expr {
        public static final Object ELLIPSIS = new Object() {
            @Override
            public String toString() {
                return "Ellipsis";
            }
        };
    }

    /** A complex number; literals such as {@code 2j} have no real part. */
    record Complex(double re, double im) {}

    record Attribute(Span span, Expr value, String name, Context context) implements Expr {}

    record Subscript(Span span, Expr value, Expr index, Context context) implements Expr {}

    record Starred(Span span, Expr value, Context context) implements Expr {}

    record Name(Span span, String id, Context context) implements Expr {}

    record ListDisplay(Span span, List<Expr> elements, Context context) implements Expr {}

    record Tuple(Span span, List<Expr> elements, Context context) implements Expr {}

    /** Only as the index of a subscript. Each part may be null. */
    record Slice(Span span, Expr lower, Expr upper, Expr step) implements Expr {}
}
