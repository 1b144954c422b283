package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;

/** Simple statements, and the sequence of statements; those with a body are in {@link CompoundParser}. */
final class StatementParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;
    private final CompoundParser compound;

    StatementParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
        this.compound = new CompoundParser(in, expressions, this);
    }

    /** Appends one compound statement, or the simple statements of one line. */
    void statement(List<Stmt> out) {
        Stmt statement = compound.statement();
        if (statement != null) {
            out.add(statement);
        } else {
            simpleStatements(out);
        }
    }

    void simpleStatements(List<Stmt> out) {
        do {
            if (in.at(TokenKind.NEWLINE)) {
                break;
            }
            out.add(simpleStatement());
        } while (in.accept(TokenKind.SEMI));
        if (!in.at(TokenKind.NEWLINE)) {
            throw in.unexpected();
        }
        in.advance();
    }

    private Stmt simpleStatement() {
        Token start = in.current;
        return switch (start.kind()) {
            case PASS -> {
                in.advance();
                yield new Stmt.Pass(start.span());
            }
            case BREAK -> {
                in.advance();
                yield new Stmt.Break(start.span());
            }
            case CONTINUE -> {
                in.advance();
                yield new Stmt.Continue(start.span());
            }
            case RETURN -> {
                in.advance();
                Expr value = in.current.kind().startsExpression() ? expressions.starExpressions() : null;
                yield new Stmt.Return(in.spanFrom(start), value);
            }
            case RAISE -> raise();
            case GLOBAL -> {
                List<String> names = names();
                yield new Stmt.Global(in.spanFrom(start), names);
            }
            case NONLOCAL -> {
                List<String> names = names();
                yield new Stmt.Nonlocal(in.spanFrom(start), names);
            }
            case DEL -> delete();
            case ASSERT -> assertion();
            case IMPORT -> importStatement();
            case FROM -> fromImport();
            default -> expressionStatement();
        };
    }

    private Stmt raise() {
        Token start = in.advance();
        if (!in.current.kind().startsExpression()) {
            return new Stmt.Raise(in.spanFrom(start), null, null);
        }
        Expr exception = expressions.expression();
        if (in.legacy && in.at(TokenKind.COMMA)) {
            return LegacyForms.raise(in, expressions, start, exception);
        }
        Expr cause = in.accept(TokenKind.FROM) ? expressions.expression() : null;
        return new Stmt.Raise(in.spanFrom(start), exception, cause);
    }

    private List<String> names() {
        in.advance();
        List<String> names = new ArrayList<>();
        do {
            names.add(in.expect(TokenKind.NAME).name());
        } while (in.accept(TokenKind.COMMA));
        return List.copyOf(names);
    }

    private Stmt delete() {
        Token start = in.advance();
        List<Expr> targets = new ArrayList<>();
        do {
            if (!targets.isEmpty() && !in.current.kind().startsExpression()) {
                break;
            }
            targets.add(TargetChecker.toTarget(expressions.starExpression(), Expr.Context.DEL, in, "cannot delete "));
        } while (in.accept(TokenKind.COMMA));
        return new Stmt.Delete(in.spanFrom(start), List.copyOf(targets));
    }

    private Stmt assertion() {
        Token start = in.advance();
        Expr test = expressions.expression();
        Expr message = in.accept(TokenKind.COMMA) ? expressions.expression() : null;
        return new Stmt.Assert(in.spanFrom(start), test, message);
    }

    // ---- imports ----

    private Stmt importStatement() {
        Token start = in.advance();
        if (in.at(TokenKind.NEWLINE)) {
            throw in.error("Expected one or more names after 'import'", in.current.span());
        }
        List<Node.Alias> aliases = new ArrayList<>();
        do {
            Token first = in.current;
            String name = dottedName();
            String asName = in.accept(TokenKind.AS) ? in.expect(TokenKind.NAME).name() : null;
            aliases.add(new Node.Alias(in.spanFrom(first), name, asName));
        } while (in.accept(TokenKind.COMMA));
        if (in.at(TokenKind.FROM) && in.next() == TokenKind.NAME) {
            throw in.error("Did you mean to use 'from ... import ...' instead?", start.span());
        }
        return new Stmt.Import(in.spanFrom(start), List.copyOf(aliases));
    }

    private String dottedName() {
        String name = in.expect(TokenKind.NAME).name();
        if (!in.at(TokenKind.DOT)) {
            return name;
        }
        StringBuilder dotted = new StringBuilder(name);
        while (in.accept(TokenKind.DOT)) {
            dotted.append('.').append(in.expect(TokenKind.NAME).name());
        }
        return dotted.toString();
    }

    private Stmt fromImport() {
        Token start = in.advance();
        int level = 0;
        while (in.at(TokenKind.DOT) || in.at(TokenKind.ELLIPSIS)) {
            level += in.advance().kind() == TokenKind.DOT ? 1 : 3;
        }
        String module = level > 0 && in.at(TokenKind.IMPORT) ? null : dottedName();
        in.expect(TokenKind.IMPORT);
        List<Node.Alias> aliases = new ArrayList<>();
        if (in.at(TokenKind.STAR)) {
            aliases.add(new Node.Alias(in.advance().span(), "*", null));
        } else if (in.accept(TokenKind.LPAR)) {
            importedNames(aliases, true);
            in.expect(TokenKind.RPAR);
        } else {
            if (in.at(TokenKind.NEWLINE)) {
                throw in.error("Expected one or more names after 'import'", in.current.span());
            }
            importedNames(aliases, false);
        }
        return new Stmt.ImportFrom(in.spanFrom(start), module, List.copyOf(aliases), level);
    }

    private void importedNames(List<Node.Alias> aliases, boolean inParentheses) {
        do {
            if (!aliases.isEmpty()) {
                if (inParentheses && in.at(TokenKind.RPAR)) {
                    return;
                }
                if (in.at(TokenKind.NEWLINE)) {
                    throw in.error("trailing comma not allowed without surrounding parentheses", in.current.span());
                }
            }
            Token first = in.expect(TokenKind.NAME);
            String asName = in.accept(TokenKind.AS) ? in.expect(TokenKind.NAME).name() : null;
            aliases.add(new Node.Alias(in.spanFrom(first), first.name(), asName));
        } while (in.accept(TokenKind.COMMA));
    }

    // ---- expressions and assignments ----

    private Stmt expressionStatement() {
        Token start = in.current;
        if (start.kind() == TokenKind.NAME) {
            Stmt special = softKeywordStatement();
            if (special != null) {
                return special;
            }
        }
        Expr first = expressions.yieldOrStarExpressions();
        TokenKind kind = in.current.kind();
        if (kind == TokenKind.EQUAL) {
            return assignment(start, first);
        }
        if (kind.augmented != null) {
            return augmentedAssignment(start, first);
        }
        if (kind == TokenKind.COLON) {
            return annotatedAssignment(start, first);
        }
        return new Stmt.ExprStmt(in.spanFrom(start), first);
    }

    private Stmt softKeywordStatement() {
        if (in.atName("type") && in.next() == TokenKind.NAME) {
            TokenKind after = in.peek(2).kind();
            if (after == TokenKind.EQUAL || after == TokenKind.LSQB) {
                return typeAlias();
            }
        }
        return in.legacy ? LegacyForms.printOrExec(in, expressions) : null;
    }

    private Stmt typeAlias() {
        Token start = in.advance();
        Token name = in.advance();
        List<Node.TypeParam> params = expressions.parameters().typeParameters();
        in.expect(TokenKind.EQUAL);
        Expr value = expressions.expression();
        return new Stmt.TypeAlias(
                in.spanFrom(start), new Expr.Name(name.span(), name.name(), Expr.Context.STORE), params, value);
    }

    private Stmt assignment(Token start, Expr first) {
        List<Expr> targets = new ArrayList<>();
        Expr value = first;
        while (in.at(TokenKind.EQUAL)) {
            boolean isYield = value instanceof Expr.Yield || value instanceof Expr.YieldFrom;
            if (isYield && (!targets.isEmpty() || start.kind() == TokenKind.YIELD)) {
                throw in.error("assignment to yield expression not possible", value.span());
            }
            if (in.diagnosing && targets.isEmpty() && TargetChecker.invalidTarget(value, Expr.Context.STORE) == value) {
                expressions.errors.checkEqualForComparison(start, value);
            }
            targets.add(TargetChecker.toTarget(value, Expr.Context.STORE, in, "cannot assign to "));
            in.advance();
            value = expressions.yieldOrStarExpressions();
        }
        return new Stmt.Assign(in.spanFrom(start), List.copyOf(targets), value);
    }

    private Stmt augmentedAssignment(Token start, Expr target) {
        if (!TargetChecker.isSingleTarget(target)) {
            throw in.error(
                    "'" + SyntaxErrors.describe(target) + "' is an illegal expression for augmented assignment",
                    target.span());
        }
        Operator op = in.advance().kind().augmented;
        Expr value = expressions.yieldOrStarExpressions();
        return new Stmt.AugAssign(in.spanFrom(start), TargetChecker.withContext(target, Expr.Context.STORE), op, value);
    }

    private Stmt annotatedAssignment(Token start, Expr target) {
        Token colon = in.advance();
        if (!TargetChecker.isSingleTarget(target)) {
            throw invalidAnnotation(target, colon);
        }
        Expr annotation = expressions.expression();
        Expr value = in.accept(TokenKind.EQUAL) ? expressions.yieldOrStarExpressions() : null;
        boolean isSimple = target instanceof Expr.Name && start.kind() == TokenKind.NAME;
        return new Stmt.AnnAssign(
                in.spanFrom(start), TargetChecker.withContext(target, Expr.Context.STORE), annotation, value, isSimple);
    }

    private Diagnostic invalidAnnotation(Expr target, Token colon) {
        if (!in.current.kind().startsExpression()) {
            return in.source.diagnostic(Diagnostic.Kind.SYNTAX, "invalid syntax", colon.span());
        }
        expressions.expression();
        if (target instanceof Expr.ListDisplay || target instanceof Expr.Tuple) {
            return in.error(
                    "only single target (not " + SyntaxErrors.describe(target) + ") can be annotated", target.span());
        }
        return in.error("illegal target for annotation", target.span());
    }
}
