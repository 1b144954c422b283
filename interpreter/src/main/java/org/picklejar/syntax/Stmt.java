package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.Span;

/** A statement. */
public sealed interface Stmt extends Node.StmtNode {
    /** @param returns may be null; lists are never null */
    record FunctionDef(
            Span span,
            String name,
            List<Node.TypeParam> typeParams,
            Node.Arguments args,
            List<Stmt> body,
            List<Expr> decorators,
            Expr returns,
            boolean isAsync)
            implements Stmt {}

    record ClassDef(
            Span span,
            String name,
            List<Node.TypeParam> typeParams,
            List<Expr> bases,
            List<Node.Keyword> keywords,
            List<Stmt> body,
            List<Expr> decorators)
            implements Stmt {}

    /** @param value may be null */
    record Return(Span span, Expr value) implements Stmt {}

    record Delete(Span span, List<Expr> targets) implements Stmt {}

    record Assign(Span span, List<Expr> targets, Expr value) implements Stmt {}

    record TypeAlias(Span span, Expr.Name name, List<Node.TypeParam> typeParams, Expr value) implements Stmt {}

    record AugAssign(Span span, Expr target, Operator op, Expr value) implements Stmt {}

    /** @param value may be null; simple is true when the target is a bare name without parentheses */
    record AnnAssign(Span span, Expr target, Expr annotation, Expr value, boolean simple) implements Stmt {}

    record For(Span span, Expr target, Expr iter, List<Stmt> body, List<Stmt> orElse, boolean isAsync)
            implements Stmt {}

    record While(Span span, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

    record If(Span span, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

    record With(Span span, List<Node.WithItem> items, List<Stmt> body, boolean isAsync) implements Stmt {}

    record Match(Span span, Expr subject, List<Node.MatchCase> cases) implements Stmt {}

    /** @param exception and cause may be null */
    record Raise(Span span, Expr exception, Expr cause) implements Stmt {}

    /** @param isStar true for {@code except*} */
    record Try(
            Span span,
            List<Stmt> body,
            List<Node.ExceptHandler> handlers,
            List<Stmt> orElse,
            List<Stmt> finallyBody,
            boolean isStar)
            implements Stmt {}

    /** @param message may be null */
    record Assert(Span span, Expr test, Expr message) implements Stmt {}

    record Import(Span span, List<Node.Alias> names) implements Stmt {}

    /** @param module may be null ({@code from . import x}); {@code from m import *} has one alias named "*" */
    record ImportFrom(Span span, String module, List<Node.Alias> names, int level) implements Stmt {}

    record Global(Span span, List<String> names) implements Stmt {}

    record Nonlocal(Span span, List<String> names) implements Stmt {}

    record ExprStmt(Span span, Expr value) implements Stmt {}

    record Pass(Span span) implements Stmt {}

    record Break(Span span) implements Stmt {}

    record Continue(Span span) implements Stmt {}
}
