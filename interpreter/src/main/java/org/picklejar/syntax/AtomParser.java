package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.picklejar.source.Span;

/** Names, literals, displays and comprehensions, and what may follow them: calls, subscripts and attributes. */
final class AtomParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;
    private final StringParser strings;
    private final ArgumentParser arguments;

    AtomParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
        this.strings = new StringParser(in, expressions);
        this.arguments = new ArgumentParser(in, expressions);
    }

    ArgumentParser arguments() {
        return arguments;
    }

    /** The literals at the cursor, joined. */
    Expr strings() {
        return strings.literals();
    }

    Expr primary() {
        Token start = in.current;
        Expr value = atom();
        while (true) {
            switch (in.current.kind()) {
                case DOT -> {
                    in.advance();
                    String name = in.expect(TokenKind.NAME).name();
                    value = new Expr.Attribute(in.spanFrom(start), value, name, Expr.Context.LOAD);
                }
                case LPAR -> value = arguments.call(start, value);
                case LSQB -> {
                    in.advance();
                    Expr index = slices();
                    in.expect(TokenKind.RSQB);
                    value = new Expr.Subscript(in.spanFrom(start), value, index, Expr.Context.LOAD);
                }
                default -> {
                    return value;
                }
            }
        }
    }

    // ---- subscripts ----

    private Expr slices() {
        Token start = in.current;
        Expr first = slice();
        if (!in.at(TokenKind.COMMA)) {
            return first instanceof Expr.Starred
                    ? new Expr.Tuple(in.spanFrom(start), List.of(first), Expr.Context.LOAD)
                    : first;
        }
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && !in.at(TokenKind.RSQB)) {
            elements.add(slice());
        }
        return new Expr.Tuple(in.spanFrom(start), List.copyOf(elements), Expr.Context.LOAD);
    }

    private Expr slice() {
        Token start = in.current;
        if (in.at(TokenKind.STAR)) {
            in.advance();
            Expr value = expressions.errors.starOperand(() -> expressions.binary(1));
            return new Expr.Starred(in.spanFrom(start), value, Expr.Context.LOAD);
        }
        Expr lower = in.at(TokenKind.COLON) ? null : expressions.namedExpression();
        if (!in.accept(TokenKind.COLON)) {
            return lower;
        }
        Expr upper = slicePart();
        Expr step = in.accept(TokenKind.COLON) ? slicePart() : null;
        return new Expr.Slice(in.spanFrom(start), lower, upper, step);
    }

    private Expr slicePart() {
        return switch (in.current.kind()) {
            case COLON, COMMA, RSQB -> null;
            default -> expressions.expression();
        };
    }

    // ---- atoms ----

    private Expr atom() {
        Token token = in.current;
        switch (token.kind()) {
            case NAME -> {
                in.advance();
                return new Expr.Name(token.span(), token.name(), Expr.Context.LOAD);
            }
            case NUMBER -> {
                in.advance();
                return constant(token, token.value());
            }
            case STRING, FSTRING_START -> {
                return strings.literals();
            }
            case TRUE, FALSE -> {
                in.advance();
                return constant(token, token.kind() == TokenKind.TRUE);
            }
            case NONE -> {
                in.advance();
                return constant(token, null);
            }
            case ELLIPSIS -> {
                in.advance();
                return constant(token, Expr.Constant.ELLIPSIS);
            }
            case LPAR -> {
                return parenthesized();
            }
            case LSQB -> {
                return list();
            }
            case LBRACE -> {
                return dictOrSet();
            }
            case BACKQUOTE -> {
                if (in.legacy) {
                    return LegacyForms.backquotes(in, expressions);
                }
                throw in.unexpected();
            }
            default -> throw in.unexpected();
        }
    }

    private static Expr constant(Token token, Object value) {
        return new Expr.Constant(token.span(), value, false);
    }

    private Expr parenthesized() {
        Token start = in.advance();
        if (in.accept(TokenKind.RPAR)) {
            return new Expr.Tuple(in.spanFrom(start), List.of(), Expr.Context.LOAD);
        }
        if (in.at(TokenKind.YIELD)) {
            Expr value = expressions.yieldExpression();
            in.expect(TokenKind.RPAR);
            return value;
        }
        if (in.at(TokenKind.DOUBLE_STAR) && in.diagnosing) {
            expressions.errors.checkDoubleStarredGroup();
        }
        Expr first = expressions.starNamedExpression();
        if (in.at(TokenKind.COMMA)) {
            List<Expr> elements = restOfDisplay(first, TokenKind.RPAR);
            in.expect(TokenKind.RPAR);
            return new Expr.Tuple(in.spanFrom(start), elements, Expr.Context.LOAD);
        }
        if (expressions.atComprehension()) {
            rejectUnpacking(first);
            List<Node.Comprehension> clauses = expressions.comprehensions();
            in.expect(TokenKind.RPAR);
            return new Expr.GeneratorExp(in.spanFrom(start), first, clauses);
        }
        if (first instanceof Expr.Starred && in.at(TokenKind.RPAR)) {
            throw in.error("cannot use starred expression here", first.span());
        }
        in.expect(TokenKind.RPAR);
        return first;
    }

    private Expr list() {
        Token start = in.advance();
        if (in.accept(TokenKind.RSQB)) {
            return new Expr.ListDisplay(in.spanFrom(start), List.of(), Expr.Context.LOAD);
        }
        Expr first = expressions.starNamedExpression();
        if (expressions.atComprehension()) {
            rejectUnpacking(first);
            List<Node.Comprehension> clauses = expressions.comprehensions();
            in.expect(TokenKind.RSQB);
            return new Expr.ListComp(in.spanFrom(start), first, clauses);
        }
        List<Expr> elements = restOfDisplay(first, TokenKind.RSQB);
        rejectBareTuple(elements);
        in.expect(TokenKind.RSQB);
        return new Expr.ListDisplay(in.spanFrom(start), elements, Expr.Context.LOAD);
    }

    /** The elements of a display whose first has been read, up to its closing bracket. */
    private List<Expr> restOfDisplay(Expr first, TokenKind closing) {
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (in.accept(TokenKind.COMMA) && !in.at(closing) && !expressions.atComprehension()) {
            elements.add(expressions.starNamedExpression());
        }
        return List.copyOf(elements);
    }

    private void rejectUnpacking(Expr element) {
        if (element instanceof Expr.Starred) {
            throw in.error("iterable unpacking cannot be used in comprehension", element.span());
        }
    }

    private void rejectBareTuple(List<Expr> elements) {
        if (expressions.atComprehension()) {
            Span span = elements.get(0).span().to(in.previous().span());
            throw in.error("did you forget parentheses around the comprehension target?", span);
        }
    }

    private Expr dictOrSet() {
        Token start = in.advance();
        if (in.accept(TokenKind.RBRACE)) {
            return new Expr.Dict(in.spanFrom(start), List.of(), List.of());
        }
        if (in.at(TokenKind.DOUBLE_STAR)) {
            return dict(start, null);
        }
        Token firstToken = in.current;
        Expr first = expressions.starNamedExpression();
        boolean isBareWalrus = first instanceof Expr.NamedExpr && firstToken.kind() == TokenKind.NAME;
        if (in.at(TokenKind.COLON) && !(first instanceof Expr.Starred || isBareWalrus)) {
            return dict(start, first);
        }
        if (expressions.atComprehension()) {
            rejectUnpacking(first);
            List<Node.Comprehension> clauses = expressions.comprehensions();
            in.expect(TokenKind.RBRACE);
            return new Expr.SetComp(in.spanFrom(start), first, clauses);
        }
        List<Expr> elements = restOfDisplay(first, TokenKind.RBRACE);
        rejectBareTuple(elements);
        in.expect(TokenKind.RBRACE);
        return new Expr.SetDisplay(in.spanFrom(start), elements);
    }

    /** @param firstKey the key in front of the cursor's colon, or null when the cursor is at {@code **} */
    private Expr dict(Token start, Expr firstKey) {
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        Expr key = firstKey;
        do {
            if (in.at(TokenKind.RBRACE)) {
                break;
            }
            if (key == null && in.at(TokenKind.DOUBLE_STAR)) {
                Token stars = in.advance();
                keys.add(null);
                values.add(expressions.binary(1));
                if (expressions.atComprehension()) {
                    throw in.error("dict unpacking cannot be used in dict comprehension", stars.span());
                }
            } else {
                keys.add(key == null ? expressions.expression() : key);
                values.add(dictValue());
                if (expressions.atComprehension() && keys.size() == 1) {
                    List<Node.Comprehension> clauses = expressions.comprehensions();
                    in.expect(TokenKind.RBRACE);
                    return new Expr.DictComp(in.spanFrom(start), keys.get(0), values.get(0), clauses);
                }
            }
            key = null;
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RBRACE);
        return new Expr.Dict(in.spanFrom(start), Collections.unmodifiableList(keys), List.copyOf(values));
    }

    private Expr dictValue() {
        Token colon = in.current;
        if (in.diagnosing && !in.at(TokenKind.COLON)) {
            throw in.error("':' expected after dictionary key", in.previous().span());
        }
        in.expect(TokenKind.COLON);
        if (in.diagnosing && in.at(TokenKind.STAR)) {
            throw in.error("cannot use a starred expression in a dictionary value", in.current.span());
        }
        if (in.diagnosing && (in.at(TokenKind.RBRACE) || in.at(TokenKind.COMMA))) {
            throw in.error("expression expected after dictionary key and ':'", colon.span());
        }
        return expressions.expression();
    }
}
