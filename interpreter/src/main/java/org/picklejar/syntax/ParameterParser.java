package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** The parameters of functions and lambdas, and the type parameters of PEP 695. */
final class ParameterParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;

    ParameterParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** The parameters of a {@code def}; the cursor is behind the opening parenthesis and stays in front of the closing one. */
    Node.Arguments functionParameters() {
        return new Reading(TokenKind.RPAR, false).read();
    }

    /** The parameters of a lambda, up to its colon. */
    Node.Arguments lambdaParameters() {
        return new Reading(TokenKind.COLON, true).read();
    }

    /** One parameter list while it is read. */
    private final class Reading {
        private final TokenKind closing;
        private final boolean isLambda;
        private List<Node.Arg> posOnly = List.of();
        private List<Node.Arg> positional = new ArrayList<>();
        private final List<Expr> defaults = new ArrayList<>();
        private final List<Node.Arg> kwOnly = new ArrayList<>();
        private final List<Expr> kwDefaults = new ArrayList<>();
        private Node.Arg vararg;
        private Node.Arg kwarg;
        private boolean sawSlash;
        private boolean sawStar;

        Reading(TokenKind closing, boolean isLambda) {
            this.closing = closing;
            this.isLambda = isLambda;
        }

        Node.Arguments read() {
            Token start = in.current;
            while (!in.at(closing)) {
                switch (in.current.kind()) {
                    case SLASH -> slash();
                    case STAR -> star();
                    case DOUBLE_STAR -> doubleStar();
                    case NAME -> plain();
                    case LPAR -> throw parenthesized();
                    default -> throw in.unexpected();
                }
                if (!in.accept(TokenKind.COMMA)) {
                    break;
                }
            }
            Span span = in.mark() > 0 && in.current != start ? in.spanFrom(start) : start.span();
            return new Node.Arguments(
                    span,
                    List.copyOf(posOnly),
                    List.copyOf(positional),
                    vararg,
                    List.copyOf(kwOnly),
                    Collections.unmodifiableList(kwDefaults),
                    kwarg,
                    List.copyOf(defaults));
        }

        private void slash() {
            Token slash = in.advance();
            if (sawSlash) {
                throw in.error("/ may appear only once", slash.span());
            }
            if (sawStar) {
                throw in.error("/ must be ahead of *", slash.span());
            }
            if (positional.isEmpty() && !in.at(TokenKind.COMMA)) {
                throw in.source.diagnostic(Diagnostic.Kind.SYNTAX, "invalid syntax", slash.span());
            }
            if (positional.isEmpty()) {
                throw in.error("at least one argument must precede /", slash.span());
            }
            if (in.at(TokenKind.STAR)) {
                throw in.error("expected comma between / and *", in.current.span());
            }
            sawSlash = true;
            posOnly = positional;
            positional = new ArrayList<>();
        }

        private void star() {
            Token star = in.advance();
            if (sawStar) {
                throw in.error("* argument may appear only once", star.span());
            }
            sawStar = true;
            if (in.at(TokenKind.NAME)) {
                vararg = parameter(!isLambda);
                if (in.at(TokenKind.EQUAL)) {
                    throw in.error("var-positional argument cannot have default value", in.current.span());
                }
                return;
            }
            TokenKind after = in.next();
            if (in.at(closing) || in.at(TokenKind.COMMA) && (after == closing || after == TokenKind.DOUBLE_STAR)) {
                throw in.error("named arguments must follow bare *", star.span());
            }
            if (!in.at(TokenKind.COMMA)) {
                throw in.unexpected();
            }
        }

        private void doubleStar() {
            in.advance();
            kwarg = parameter(false);
            if (in.at(TokenKind.EQUAL)) {
                throw in.error("var-keyword argument cannot have default value", in.current.span());
            }
            if (in.at(TokenKind.COMMA) && in.next() != closing) {
                in.advance();
                switch (in.current.kind()) {
                    case NAME, STAR, DOUBLE_STAR, SLASH ->
                        throw in.error("arguments cannot follow var-keyword argument", in.current.span());
                    default -> throw in.unexpected();
                }
            }
        }

        private void plain() {
            Node.Arg arg = parameter(false);
            Expr defaultValue = null;
            if (in.at(TokenKind.EQUAL)) {
                Token equal = in.advance();
                if (in.at(closing) || in.at(TokenKind.COMMA)) {
                    throw in.error("expected default value expression", equal.span());
                }
                defaultValue = expressions.expression();
            }
            if (sawStar) {
                kwOnly.add(arg);
                kwDefaults.add(defaultValue);
                return;
            }
            if (defaultValue != null) {
                defaults.add(defaultValue);
            } else if (!defaults.isEmpty()) {
                throw in.error("parameter without a default follows parameter with a default", arg.span());
            }
            positional.add(arg);
        }

        private Node.Arg parameter(boolean starredAnnotation) {
            Token name = in.expect(TokenKind.NAME);
            Expr annotation = null;
            if (!isLambda && in.accept(TokenKind.COLON)) {
                annotation = starredAnnotation ? expressions.starExpression() : expressions.expression();
            }
            return new Node.Arg(in.spanFrom(name), name.name(), annotation);
        }

        private Diagnostic parenthesized() {
            if (sawStar) {
                return in.unexpected();
            }
            Token open = in.current;
            int mark = in.mark();
            in.advance();
            while (in.at(TokenKind.NAME)) {
                in.advance();
                if (!in.accept(TokenKind.COMMA)) {
                    break;
                }
            }
            boolean matches = in.at(TokenKind.RPAR) && in.mark() > mark + 1;
            Span span = open.to(in.current);
            in.reset(mark);
            return matches
                    ? in.error(
                            (isLambda ? "Lambda expression" : "Function") + " parameters cannot be parenthesized", span)
                    : in.unexpected();
        }
    }

    // ---- type parameters ----

    /** The bracketed type parameters at the cursor, or an empty list. */
    List<Node.TypeParam> typeParameters() {
        if (!in.accept(TokenKind.LSQB)) {
            return List.of();
        }
        if (in.at(TokenKind.RSQB)) {
            throw in.error("Type parameter list cannot be empty", in.current.span());
        }
        List<Node.TypeParam> params = new ArrayList<>();
        do {
            if (in.at(TokenKind.RSQB)) {
                break;
            }
            params.add(typeParameter());
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RSQB);
        return List.copyOf(params);
    }

    private Node.TypeParam typeParameter() {
        Token start = in.current;
        if (in.accept(TokenKind.STAR)) {
            String name = in.expect(TokenKind.NAME).name();
            rejectBound("TypeVarTuple");
            Expr defaultValue = in.accept(TokenKind.EQUAL) ? expressions.starExpression() : null;
            return new Node.TypeVarTuple(in.spanFrom(start), name, defaultValue);
        }
        if (in.accept(TokenKind.DOUBLE_STAR)) {
            String name = in.expect(TokenKind.NAME).name();
            rejectBound("ParamSpec");
            Expr defaultValue = in.accept(TokenKind.EQUAL) ? expressions.expression() : null;
            return new Node.ParamSpec(in.spanFrom(start), name, defaultValue);
        }
        String name = in.expect(TokenKind.NAME).name();
        Expr bound = in.accept(TokenKind.COLON) ? expressions.expression() : null;
        Expr defaultValue = in.accept(TokenKind.EQUAL) ? expressions.expression() : null;
        return new Node.TypeVar(in.spanFrom(start), name, bound, defaultValue);
    }

    private void rejectBound(String kind) {
        if (in.at(TokenKind.COLON)) {
            Token colon = in.advance();
            Expr bound = expressions.expression();
            throw in.error(
                    "cannot use " + (bound instanceof Expr.Tuple ? "constraints" : "bound") + " with " + kind,
                    colon.span());
        }
    }
}
