package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;

/** The patterns of {@code match}. */
final class PatternParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;

    PatternParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** What follows {@code case}: one pattern, or a sequence without brackets. */
    Pattern patterns() {
        Token start = in.current;
        Pattern first = maybeStar();
        if (!in.at(TokenKind.COMMA)) {
            return first instanceof Pattern.Star ? new Pattern.Sequence(in.spanFrom(start), List.of(first)) : first;
        }
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(first);
        while (in.accept(TokenKind.COMMA) && !in.at(TokenKind.COLON) && !in.at(TokenKind.IF)) {
            patterns.add(maybeStar());
        }
        return new Pattern.Sequence(in.spanFrom(start), List.copyOf(patterns));
    }

    private Pattern maybeStar() {
        if (!in.at(TokenKind.STAR)) {
            return pattern();
        }
        Token start = in.advance();
        String name = in.expect(TokenKind.NAME).name();
        return new Pattern.Star(in.spanFrom(start), name.equals("_") ? null : name);
    }

    private Pattern pattern() {
        Token start = in.current;
        Pattern pattern = orPattern();
        if (!in.accept(TokenKind.AS)) {
            return pattern;
        }
        if (in.atName("_")) {
            throw in.error("cannot use '_' as a target", in.current.span());
        }
        if (!in.at(TokenKind.NAME)) {
            Expr target = expressions.expression();
            throw in.error("invalid pattern target", target.span());
        }
        String name = in.advance().name();
        if (in.diagnosing && (in.at(TokenKind.DOT) || in.at(TokenKind.LPAR) || in.at(TokenKind.LSQB))) {
            throw in.error("invalid pattern target", in.previous().span());
        }
        return new Pattern.As(in.spanFrom(start), pattern, name);
    }

    private Pattern orPattern() {
        Token start = in.current;
        Pattern first = closed();
        if (!in.at(TokenKind.VBAR)) {
            return first;
        }
        List<Pattern> alternatives = new ArrayList<>();
        alternatives.add(first);
        while (in.accept(TokenKind.VBAR)) {
            alternatives.add(closed());
        }
        return new Pattern.Or(in.spanFrom(start), List.copyOf(alternatives));
    }

    private Pattern closed() {
        in.nest();
        Token start = in.current;
        Pattern pattern = switch (start.kind()) {
            case NONE, TRUE, FALSE -> {
                in.advance();
                yield new Pattern.Singleton(
                        start.span(), start.kind() == TokenKind.NONE ? null : start.kind() == TokenKind.TRUE);
            }
            case NUMBER, MINUS, STRING, FSTRING_START -> {
                Expr value = literal();
                yield new Pattern.Value(in.spanFrom(start), value);
            }
            case NAME -> named();
            case LPAR -> groupOrSequence();
            case LSQB -> sequence();
            case LBRACE -> mapping();
            default -> throw in.unexpected();
        };
        in.unnest();
        return pattern;
    }

    /** A string, or a signed number that may have an imaginary part. */
    private Expr literal() {
        Token start = in.current;
        if (in.at(TokenKind.STRING) || in.at(TokenKind.FSTRING_START)) {
            Expr value = expressions.atoms().strings();
            if (value instanceof Expr.JoinedStr) {
                throw in.error("patterns may only match literals and attribute lookups", value.span());
            }
            return value;
        }
        Expr real = number();
        if (!in.at(TokenKind.PLUS) && !in.at(TokenKind.MINUS)) {
            return real;
        }
        rejectKind(real, true, "real number required in complex literal");
        Operator op = in.advance().kind().binary;
        Token token = in.expect(TokenKind.NUMBER);
        Expr imaginary = new Expr.Constant(token.span(), token.value(), false);
        rejectKind(imaginary, false, "imaginary number required in complex literal");
        return new Expr.BinOp(in.spanFrom(start), real, op, imaginary);
    }

    private void rejectKind(Expr number, boolean imaginary, String message) {
        Expr digits = number instanceof Expr.UnaryOp unary ? unary.operand() : number;
        if (((Expr.Constant) digits).value() instanceof Expr.Complex == imaginary) {
            throw in.error(message, number.span());
        }
    }

    private Expr number() {
        Token start = in.current;
        boolean isNegative = in.accept(TokenKind.MINUS);
        Token token = in.expect(TokenKind.NUMBER);
        Expr value = new Expr.Constant(token.span(), token.value(), false);
        return isNegative ? new Expr.UnaryOp(in.spanFrom(start), Operator.Unary.MINUS, value) : value;
    }

    /** A capture, the wildcard, a dotted value, or a class pattern. */
    private Pattern named() {
        Token start = in.advance();
        if (!in.at(TokenKind.DOT) && !in.at(TokenKind.LPAR)) {
            return new Pattern.As(start.span(), null, start.isName("_") ? null : start.name());
        }
        Expr value = dotted(start);
        return in.at(TokenKind.LPAR) ? classPattern(start, value) : new Pattern.Value(in.spanFrom(start), value);
    }

    private Expr dotted(Token first) {
        Expr value = new Expr.Name(first.span(), first.name(), Expr.Context.LOAD);
        while (in.accept(TokenKind.DOT)) {
            String name = in.expect(TokenKind.NAME).name();
            value = new Expr.Attribute(in.spanFrom(first), value, name, Expr.Context.LOAD);
        }
        return value;
    }

    private Pattern classPattern(Token start, Expr cls) {
        in.expect(TokenKind.LPAR);
        List<Pattern> positional = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Pattern> named = new ArrayList<>();
        Pattern misplaced = null;
        while (!in.at(TokenKind.RPAR)) {
            if (in.at(TokenKind.NAME) && in.next() == TokenKind.EQUAL) {
                names.add(in.advance().name());
                in.advance();
                named.add(pattern());
            } else {
                Pattern item = pattern();
                misplaced = names.isEmpty() || misplaced != null ? misplaced : item;
                positional.add(item);
            }
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        in.expect(TokenKind.RPAR);
        if (misplaced != null) {
            throw in.error("positional patterns follow keyword patterns", misplaced.span());
        }
        return new Pattern.ClassPattern(
                in.spanFrom(start), cls, List.copyOf(positional), List.copyOf(names), List.copyOf(named));
    }

    private Pattern groupOrSequence() {
        Token start = in.advance();
        if (in.accept(TokenKind.RPAR)) {
            return new Pattern.Sequence(in.spanFrom(start), List.of());
        }
        Pattern first = maybeStar();
        if (in.at(TokenKind.RPAR) && !(first instanceof Pattern.Star)) {
            in.advance();
            return first;
        }
        if (!in.at(TokenKind.COMMA)) {
            throw in.unexpected();
        }
        List<Pattern> patterns = restOfSequence(first, TokenKind.RPAR);
        return new Pattern.Sequence(in.spanFrom(start), patterns);
    }

    private Pattern sequence() {
        Token start = in.advance();
        List<Pattern> patterns = List.of();
        if (!in.accept(TokenKind.RSQB)) {
            patterns = restOfSequence(maybeStar(), TokenKind.RSQB);
        }
        return new Pattern.Sequence(in.spanFrom(start), patterns);
    }

    private List<Pattern> restOfSequence(Pattern first, TokenKind closing) {
        List<Pattern> patterns = new ArrayList<>();
        patterns.add(first);
        while (in.accept(TokenKind.COMMA) && !in.at(closing)) {
            patterns.add(maybeStar());
        }
        in.expect(closing);
        return List.copyOf(patterns);
    }

    private Pattern mapping() {
        Token start = in.advance();
        List<Expr> keys = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        String rest = null;
        while (!in.at(TokenKind.RBRACE)) {
            if (rest != null) {
                throw in.unexpected();
            }
            if (in.accept(TokenKind.DOUBLE_STAR)) {
                if (in.atName("_")) {
                    throw in.unexpected();
                }
                rest = in.expect(TokenKind.NAME).name();
            } else {
                keys.add(mappingKey());
                in.expect(TokenKind.COLON);
                patterns.add(pattern());
            }
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
        }
        in.expect(TokenKind.RBRACE);
        return new Pattern.Mapping(in.spanFrom(start), List.copyOf(keys), List.copyOf(patterns), rest);
    }

    private Expr mappingKey() {
        Token start = in.current;
        switch (start.kind()) {
            case NONE, TRUE, FALSE -> {
                in.advance();
                Object value = start.kind() == TokenKind.NONE ? null : (Object) (start.kind() == TokenKind.TRUE);
                return new Expr.Constant(start.span(), value, false);
            }
            case NAME -> {
                in.advance();
                if (!in.at(TokenKind.DOT)) {
                    throw in.unexpected();
                }
                return dotted(start);
            }
            case NUMBER, MINUS, STRING, FSTRING_START -> {
                return literal();
            }
            default -> throw in.unexpected();
        }
    }
}
