package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** The arguments of calls and class definitions. */
final class ArgumentParser {
    /** What stands between the parentheses. */
    record Parsed(List<Expr> args, List<Node.Keyword> keywords) {}

    private final TokenCursor in;
    private final ExpressionParser expressions;

    ArgumentParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** A call of {@code function}, which begins at {@code start}; the cursor is at its parenthesis. */
    Expr call(Token start, Expr function) {
        Parsed parsed = parenthesized(true);
        return new Expr.Call(in.spanFrom(start), function, parsed.args, parsed.keywords);
    }

    /** @param allowsGenerator whether a lone generator expression may do without its own parentheses */
    Parsed parenthesized(boolean allowsGenerator) {
        Token open = in.expect(TokenKind.LPAR);
        List<Expr> args = new ArrayList<>();
        List<Node.Keyword> keywords = new ArrayList<>();
        boolean sawUnpacking = false;
        while (!in.at(TokenKind.RPAR)) {
            Token start = in.current;
            if (in.at(TokenKind.STAR)) {
                Token comma = in.previous();
                args.add(starredArgument());
                if (sawUnpacking) {
                    throw in.error("iterable argument unpacking follows keyword argument unpacking", comma.span());
                }
            } else if (in.accept(TokenKind.DOUBLE_STAR)) {
                Expr value = expressions.expression();
                checkNoAssignment(value, "cannot assign to keyword argument unpacking", start);
                keywords.add(new Node.Keyword(in.spanFrom(start), null, value));
                sawUnpacking = true;
            } else if (in.at(TokenKind.NAME) && in.next() == TokenKind.EQUAL) {
                keywords.add(keyword());
            } else {
                Expr value = positional(start);
                if (expressions.atComprehension()) {
                    if (!allowsGenerator) {
                        throw in.source.diagnostic(Diagnostic.Kind.SYNTAX, "invalid syntax", open.span());
                    }
                    value = generator(open, start, value, args.isEmpty() && keywords.isEmpty());
                    if (in.at(TokenKind.RPAR)) {
                        in.advance();
                        return new Parsed(List.of(value), List.of());
                    }
                } else if (!keywords.isEmpty()) {
                    throw in.error(
                            "positional argument follows keyword argument" + (sawUnpacking ? " unpacking" : ""),
                            in.current.span());
                }
                args.add(value);
            }
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        in.expect(TokenKind.RPAR);
        return new Parsed(List.copyOf(args), List.copyOf(keywords));
    }

    private Expr starredArgument() {
        Token start = in.advance();
        Expr value = expressions.errors.starOperand(expressions::expression);
        checkNoAssignment(value, "cannot assign to iterable argument unpacking", start);
        return new Expr.Starred(in.spanFrom(start), value, Expr.Context.LOAD);
    }

    private void checkNoAssignment(Expr value, String message, Token start) {
        if (in.at(TokenKind.EQUAL)) {
            throw in.error(message, start.span().to(value.span()));
        }
    }

    private Node.Keyword keyword() {
        Token name = in.advance();
        Token equal = in.advance();
        if (in.diagnosing && (in.at(TokenKind.COMMA) || in.at(TokenKind.RPAR))) {
            throw in.error("expected argument value expression", name.to(equal));
        }
        Expr value = expressions.expression();
        if (expressions.atComprehension()) {
            throw in.error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", name.to(equal));
        }
        return new Node.Keyword(in.spanFrom(name), name.name(), value);
    }

    private Expr positional(Token start) {
        if (in.at(TokenKind.NAME) && in.next() == TokenKind.COLON_EQUAL) {
            return expressions.walrus();
        }
        Expr value = expressions.expression();
        if (in.at(TokenKind.EQUAL)) {
            boolean isSingleton = in.previous() == start && start.kind().isKeyword();
            Span span = value.span().to(in.current.span());
            throw in.error(
                    isSingleton
                            ? "cannot assign to " + start.kind().text
                            : "expression cannot contain assignment, perhaps you meant \"==\"?",
                    span);
        }
        return value;
    }

    /** A generator expression may do without parentheses of its own when it is the only argument. */
    private Expr generator(Token open, Token start, Expr element, boolean isFirst) {
        List<Node.Comprehension> clauses = expressions.comprehensions();
        if (!isFirst || in.at(TokenKind.COMMA)) {
            throw in.error("Generator expression must be parenthesized", in.spanFrom(start));
        }
        if (!in.at(TokenKind.RPAR)) {
            throw in.unexpected();
        }
        Span span = open.to(in.current);
        return new Expr.GeneratorExp(span, element, clauses);
    }
}
