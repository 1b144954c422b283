package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Span;

/** Expressions: operators by precedence climbing, everything tighter than an operator in {@link AtomParser}. */
final class ExpressionParser {
    final TokenCursor in;
    final SyntaxErrors errors;
    private final AtomParser atoms;
    private final ParameterParser parameters;

    ExpressionParser(TokenCursor in) {
        this.in = in;
        this.errors = new SyntaxErrors(in, this);
        this.atoms = new AtomParser(in, this);
        this.parameters = new ParameterParser(in, this);
    }

    ParameterParser parameters() {
        return parameters;
    }

    AtomParser atoms() {
        return atoms;
    }

    // ---- lists of expressions ----

    /** {@code a, *b, c}: a tuple, unless there is one expression without a comma. */
    Expr starExpressions() {
        Token start = in.current;
        Expr first = starExpression();
        return in.at(TokenKind.COMMA) ? tupleFrom(start, first, false) : first;
    }

    /** The rest of a tuple without parentheses, whose first element has been read. */
    private Expr tupleFrom(Token start, Expr first, boolean isTarget) {
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA)) {
            if (!in.current.kind().startsExpression()) {
                break;
            }
            elements.add(isTarget ? starOperand() : starExpression());
        }
        return new Expr.Tuple(in.spanFrom(start), List.copyOf(elements), Expr.Context.LOAD);
    }

    Expr starExpression() {
        return in.at(TokenKind.STAR) ? starred() : expression();
    }

    Expr starNamedExpression() {
        return in.at(TokenKind.STAR) ? starred() : namedExpression();
    }

    /** {@code *a} where a is no looser than {@code |}. */
    Expr starred() {
        Token start = in.expect(TokenKind.STAR);
        Expr value = binary(1);
        return new Expr.Starred(in.spanFrom(start), value, Expr.Context.LOAD);
    }

    /** {@code yield} and its value. */
    Expr yieldExpression() {
        Token start = in.expect(TokenKind.YIELD);
        if (in.accept(TokenKind.FROM)) {
            Expr value = expression();
            return new Expr.YieldFrom(in.spanFrom(start), value);
        }
        Expr value = in.current.kind().startsExpression() ? starExpressions() : null;
        return new Expr.Yield(in.spanFrom(start), value);
    }

    /** What may stand on the right of an assignment, and in a replacement field. */
    Expr yieldOrStarExpressions() {
        return in.at(TokenKind.YIELD) ? yieldExpression() : starExpressions();
    }

    // ---- targets ----

    /** The targets of a {@code for}, up to its {@code in}. */
    Expr forTargets(boolean inComprehension) {
        Token start = in.current;
        Expr first = starOperand();
        Expr target = in.at(TokenKind.COMMA) ? tupleFrom(start, first, true) : first;
        if (in.diagnosing && inComprehension && !in.at(TokenKind.IN)) {
            throw in.error("'in' expected after for-loop variables", in.current.span());
        }
        return TargetChecker.toTarget(target, Expr.Context.STORE, in, "cannot assign to ");
    }

    /** {@code a} or {@code *a}, no looser than {@code |}. */
    Expr starOperand() {
        return in.at(TokenKind.STAR) ? starred() : binary(1);
    }

    // ---- one expression ----

    Expr namedExpression() {
        if (in.at(TokenKind.NAME) && in.next() == TokenKind.COLON_EQUAL) {
            return walrus();
        }
        Token start = in.current;
        Expr value = expression();
        if (in.diagnosing) {
            errors.checkNamedExpression(start, value);
        }
        return value;
    }

    Expr walrus() {
        Token start = in.advance();
        Expr.Name target = new Expr.Name(start.span(), start.name(), Expr.Context.STORE);
        in.expect(TokenKind.COLON_EQUAL);
        Expr value = expression();
        return new Expr.NamedExpr(in.spanFrom(start), target, value);
    }

    Expr expression() {
        if (in.at(TokenKind.LAMBDA)) {
            return lambda();
        }
        in.nest();
        Token start = in.current;
        Expr body = disjunction();
        if (in.diagnosing) {
            errors.checkMissingComma(start, body);
            errors.checkLegacyCall(start);
        }
        if (in.at(TokenKind.IF)) {
            body = conditional(start, body);
        }
        in.unnest();
        return body;
    }

    private Expr conditional(Token start, Expr body) {
        in.advance();
        Expr test = disjunction();
        if (!in.at(TokenKind.ELSE) && !in.at(TokenKind.COLON) && in.diagnosing) {
            throw in.error("expected 'else' after 'if' expression", body.span().to(test.span()));
        }
        in.expect(TokenKind.ELSE);
        Expr orElse = expression();
        return new Expr.IfExp(in.spanFrom(start), test, body, orElse);
    }

    private Expr lambda() {
        in.nest();
        Token start = in.advance();
        Node.Arguments args = parameters.lambdaParameters();
        in.demand(TokenKind.COLON);
        if (in.at(TokenKind.FSTRING_MIDDLE) || in.at(TokenKind.RBRACE) && in.diagnosing) {
            throw in.error("f-string: lambda expressions are not allowed without parentheses", start.to(in.previous()));
        }
        Expr body = expression();
        in.unnest();
        return new Expr.Lambda(in.spanFrom(start), args, body);
    }

    Expr disjunction() {
        Token start = in.current;
        Expr first = conjunction();
        if (!in.at(TokenKind.OR)) {
            return first;
        }
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (in.accept(TokenKind.OR)) {
            values.add(conjunction());
        }
        return new Expr.BoolOp(in.spanFrom(start), false, List.copyOf(values));
    }

    private Expr conjunction() {
        Token start = in.current;
        Expr first = inversion();
        if (!in.at(TokenKind.AND)) {
            return first;
        }
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (in.accept(TokenKind.AND)) {
            values.add(inversion());
        }
        return new Expr.BoolOp(in.spanFrom(start), true, List.copyOf(values));
    }

    Expr inversion() {
        if (!in.at(TokenKind.NOT)) {
            return comparison();
        }
        in.nest();
        Token start = in.advance();
        Expr operand = inversion();
        in.unnest();
        return new Expr.UnaryOp(in.spanFrom(start), Operator.Unary.NOT, operand);
    }

    private Expr comparison() {
        Token start = in.current;
        Expr left = binary(1);
        Operator.Comparison op = comparisonOperator();
        if (op == null) {
            return left;
        }
        List<Operator.Comparison> ops = new ArrayList<>();
        List<Expr> comparators = new ArrayList<>();
        while (op != null) {
            ops.add(op);
            comparators.add(binary(1));
            op = comparisonOperator();
        }
        return new Expr.Compare(in.spanFrom(start), left, List.copyOf(ops), List.copyOf(comparators));
    }

    /** Takes a comparison operator, or returns null when there is none. */
    private Operator.Comparison comparisonOperator() {
        Operator.Comparison op = in.current.kind().comparison;
        if (op != null) {
            in.advance();
            return op == Operator.Comparison.IS && in.accept(TokenKind.NOT) ? Operator.Comparison.IS_NOT : op;
        }
        if (in.at(TokenKind.NOT) && in.next() == TokenKind.IN) {
            in.advance();
            in.advance();
            return Operator.Comparison.NOT_IN;
        }
        return null;
    }

    /** Operators that bind at least as tightly as {@code minimum} (see {@link TokenKind#precedence}). */
    Expr binary(int minimum) {
        Token start = in.current;
        Expr left = factor();
        TokenKind kind = in.current.kind();
        while (kind.precedence >= minimum) {
            in.advance();
            if (in.diagnosing && in.at(TokenKind.NOT) && kind.precedence >= TokenKind.PLUS.precedence) {
                errors.checkNotAfterOperator();
            }
            Expr right = binary(kind.precedence + 1);
            left = new Expr.BinOp(in.spanFrom(start), left, kind.binary, right);
            kind = in.current.kind();
        }
        return left;
    }

    private Expr factor() {
        Operator.Unary op = switch (in.current.kind()) {
            case PLUS -> Operator.Unary.PLUS;
            case MINUS -> Operator.Unary.MINUS;
            case TILDE -> Operator.Unary.INVERT;
            default -> null;
        };
        if (op == null) {
            return power();
        }
        in.nest();
        Token start = in.advance();
        if (in.diagnosing && in.at(TokenKind.NOT)) {
            errors.checkNotAfterOperator();
        }
        Expr operand = factor();
        in.unnest();
        return new Expr.UnaryOp(in.spanFrom(start), op, operand);
    }

    private Expr power() {
        Token start = in.current;
        Expr base = awaited();
        if (!in.at(TokenKind.DOUBLE_STAR)) {
            return base;
        }
        in.nest();
        in.advance();
        Expr exponent = factor();
        in.unnest();
        return new Expr.BinOp(in.spanFrom(start), base, Operator.POW, exponent);
    }

    private Expr awaited() {
        if (!in.at(TokenKind.AWAIT)) {
            return atoms.primary();
        }
        Token start = in.advance();
        Expr value = atoms.primary();
        return new Expr.Await(in.spanFrom(start), value);
    }

    // ---- comprehensions ----

    boolean atComprehension() {
        return in.at(TokenKind.FOR) || in.at(TokenKind.ASYNC) && in.next() == TokenKind.FOR;
    }

    /** One or more {@code for ... in ... if ...}. */
    List<Node.Comprehension> comprehensions() {
        List<Node.Comprehension> clauses = new ArrayList<>();
        while (atComprehension()) {
            Token start = in.current;
            boolean isAsync = in.accept(TokenKind.ASYNC);
            in.expect(TokenKind.FOR);
            Expr target = forTargets(true);
            in.expect(TokenKind.IN);
            Expr iter = disjunction();
            List<Expr> conditions = new ArrayList<>();
            while (in.accept(TokenKind.IF)) {
                conditions.add(disjunction());
            }
            Span span = in.spanFrom(start);
            clauses.add(new Node.Comprehension(span, target, iter, List.copyOf(conditions), isAsync));
        }
        return List.copyOf(clauses);
    }
}
