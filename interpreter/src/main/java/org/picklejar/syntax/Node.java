package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.Span;

/** A node of the tree. The shapes and names follow Python's own abstract grammar (the docs of module {@code ast}). */
public sealed interface Node {
    Span span();

    /** A whole program text. */
    sealed interface Mod extends Node {}

    /** What {@code compile(..., 'exec')} takes. */
    record Module(Span span, List<Stmt> body) implements Mod {}

    /** What {@code compile(..., 'single')} takes. */
    record Interactive(Span span, List<Stmt> body) implements Mod {}

    /** What {@code compile(..., 'eval')} takes. */
    record Expression(Span span, Expr body) implements Mod {}

    non-sealed interface StmtNode extends Node {}

    non-sealed interface ExprNode extends Node {}

    non-sealed interface PatternNode extends Node {}

    /** One {@code for ... in ... if ...} of a comprehension. */
    record Comprehension(Span span, Expr target, Expr iter, List<Expr> ifs, boolean isAsync) implements Node {}

    /** @param type the classes caught, or null for a bare except; name may be null */
    record ExceptHandler(Span span, Expr type, String name, List<Stmt> body) implements Node {}

    /**
     * The parameters of a function. Defaults of positional parameters belong to the last ones;
     * {@code kwDefaults} runs parallel to {@code kwOnlyArgs}, null where there is none. vararg and kwarg may be null.
     */
    record Arguments(
            Span span,
            List<Arg> posOnlyArgs,
            List<Arg> args,
            Arg vararg,
            List<Arg> kwOnlyArgs,
            List<Expr> kwDefaults,
            Arg kwarg,
            List<Expr> defaults)
            implements Node {}

    /** @param annotation may be null */
    record Arg(Span span, String name, Expr annotation) implements Node {}

    /** @param name null for {@code **value} */
    record Keyword(Span span, String name, Expr value) implements Node {}

    /** @param asName may be null */
    record Alias(Span span, String name, String asName) implements Node {}

    /** @param target may be null */
    record WithItem(Span span, Expr context, Expr target) implements Node {}

    /** @param guard may be null */
    record MatchCase(Span span, Pattern pattern, Expr guard, List<Stmt> body) implements Node {}

    sealed interface TypeParam extends Node {
        String name();

        /** May be null. */
        Expr defaultValue();
    }

    /** @param bound may be null */
    record TypeVar(Span span, String name, Expr bound, Expr defaultValue) implements TypeParam {}

    record ParamSpec(Span span, String name, Expr defaultValue) implements TypeParam {}

    record TypeVarTuple(Span span, String name, Expr defaultValue) implements TypeParam {}
}
