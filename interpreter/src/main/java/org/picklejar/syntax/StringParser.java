package org.picklejar.syntax;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.ProgramWarning;
import org.picklejar.source.Span;

/** String literals, joined when several follow each other, and the replacement fields of f-strings. */
final class StringParser {
    private final TokenCursor in;
    private final ExpressionParser expressions;

    StringParser(TokenCursor in, ExpressionParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** All literals at the cursor, as one Constant or JoinedStr. */
    Expr literals() {
        Token start = in.current;
        List<Expr> parts = new ArrayList<>();
        boolean isFormatted = false;
        int bytesCount = 0;
        int count = 0;
        while (in.at(TokenKind.STRING) || in.at(TokenKind.FSTRING_START)) {
            count++;
            if (in.at(TokenKind.FSTRING_START)) {
                isFormatted = true;
                fstring(parts);
            } else {
                Expr.Constant literal = plain(in.current);
                in.advance();
                bytesCount += literal.value() instanceof byte[] ? 1 : 0;
                parts.add(literal);
            }
        }
        if (bytesCount > 0 && bytesCount < count) {
            throw in.error("cannot mix bytes and nonbytes literals", in.spanFrom(start));
        }
        if (isFormatted) {
            return new Expr.JoinedStr(in.spanFrom(start), folded(parts));
        }
        return parts.size() == 1 ? parts.get(0) : joined(in.spanFrom(start), parts);
    }

    private static Expr.Constant joined(Span span, List<Expr> parts) {
        boolean isUnicodePrefixed = ((Expr.Constant) parts.get(0)).isUnicodePrefixed();
        if (((Expr.Constant) parts.get(0)).value() instanceof byte[]) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (Expr part : parts) {
                out.writeBytes((byte[]) ((Expr.Constant) part).value());
            }
            return new Expr.Constant(span, out.toByteArray(), false);
        }
        StringBuilder out = new StringBuilder();
        for (Expr part : parts) {
            out.append((String) ((Expr.Constant) part).value());
        }
        return new Expr.Constant(span, out.toString(), isUnicodePrefixed);
    }

    /** The parts with neighbouring constants joined and empty ones dropped. */
    private static List<Expr> folded(List<Expr> parts) {
        List<Expr> folded = new ArrayList<>();
        int i = 0;
        while (i < parts.size()) {
            int end = i + 1;
            if (!(parts.get(i) instanceof Expr.Constant)) {
                folded.add(parts.get(i));
            } else {
                while (end < parts.size() && parts.get(end) instanceof Expr.Constant) {
                    end++;
                }
                Span span = parts.get(i).span().to(parts.get(end - 1).span());
                Expr.Constant constant = joined(span, parts.subList(i, end));
                if (!constant.value().equals("")) {
                    folded.add(constant);
                }
            }
            i = end;
        }
        return List.copyOf(folded);
    }

    private Expr.Constant plain(Token token) {
        String text = in.source.text;
        int p = token.start();
        boolean isRaw = false;
        boolean isBytes = false;
        for (; text.charAt(p) != '"' && text.charAt(p) != '\''; p++) {
            int c = text.charAt(p) | 0x20;
            isRaw |= c == 'r';
            isBytes |= c == 'b';
        }
        char quote = text.charAt(p);
        boolean isTriple = token.end() - p >= 6 && text.charAt(p + 1) == quote && text.charAt(p + 2) == quote;
        int quotes = isTriple ? 3 : 1;
        String body = text.substring(p + quotes, token.end() - quotes);
        try {
            Object value = isBytes ? StringLiterals.decodeBytes(body, isRaw) : StringLiterals.decode(body, isRaw);
            warnOfEscape(body, p + quotes, isRaw, isBytes);
            return new Expr.Constant(token.span(), value, !isRaw && text.charAt(token.start()) == 'u');
        } catch (StringLiterals.EscapeException e) {
            throw in.error(e.getMessage(), token.span());
        }
    }

    /** Notes the first escape sequence of a literal that means nothing, if any. */
    private void warnOfEscape(String body, int start, boolean isRaw, boolean isBytes) {
        int at = isRaw || in.warnings == null ? -1 : StringLiterals.invalidEscape(body, isBytes);
        if (at < 0) {
            return;
        }
        int end = start + at + 2;
        while (end < start + at + 4 && Character.digit(in.source.text.charAt(start + at + 1), 8) >= 0) {
            end++;
        }
        String escape = in.source.text.substring(start + at, end);
        in.warnings.add(new ProgramWarning(
                "invalid " + (escape.length() > 2 ? "octal " : "") + "escape sequence '" + escape + "'",
                in.source.span(start + at, end)));
    }

    // ---- f-strings ----

    private void fstring(List<Expr> parts) {
        Token start = in.advance();
        boolean isRaw = (Boolean) start.value();
        while (!in.at(TokenKind.FSTRING_END)) {
            part(parts, isRaw);
        }
        in.advance();
    }

    private void part(List<Expr> parts, boolean isRaw) {
        if (in.at(TokenKind.FSTRING_MIDDLE)) {
            Token middle = in.advance();
            try {
                String body = in.source.text.substring(middle.start(), middle.end());
                warnOfEscape(body, middle.start(), isRaw, false);
                parts.add(new Expr.Constant(middle.span(), StringLiterals.decode(body, isRaw), false));
            } catch (StringLiterals.EscapeException e) {
                throw in.error(e.getMessage(), middle.span());
            }
        } else {
            field(parts, isRaw);
        }
    }

    /** A replacement field; with {@code =} its source text comes as a constant before it. */
    private void field(List<Expr> parts, boolean isRaw) {
        in.nest();
        Token open = in.expect(TokenKind.LBRACE);
        Expr value = fieldExpression();
        Token equal = in.at(TokenKind.EQUAL) ? in.advance() : null;
        if (equal != null) {
            parts.add(new Expr.Constant(
                    new Span(open.endLine(), open.endColumn(), in.current.line(), in.current.column()),
                    in.textWithoutComments(open),
                    false));
            if (!atAny(TokenKind.EXCLAMATION, TokenKind.COLON, TokenKind.RBRACE)) {
                throw in.error("f-string: expecting '!', or ':', or '}'", in.current.span());
            }
        } else if (!atAny(TokenKind.EXCLAMATION, TokenKind.COLON, TokenKind.RBRACE)) {
            throw in.error("f-string: expecting '=', or '!', or ':', or '}'", in.current.span());
        }
        char conversion = in.at(TokenKind.EXCLAMATION) ? conversion() : 0;
        Expr.JoinedStr spec = null;
        if (in.at(TokenKind.COLON)) {
            spec = formatSpec(isRaw);
        } else if (!in.at(TokenKind.RBRACE)) {
            throw in.error("f-string: expecting ':' or '}'", in.current.span());
        }
        if (!in.at(TokenKind.RBRACE)) {
            throw in.error("f-string: expecting '}'", in.current.span());
        }
        in.advance();
        if (equal != null && conversion == 0 && spec == null) {
            conversion = 'r';
        }
        in.unnest();
        parts.add(new Expr.FormattedValue(in.spanFrom(open), value, conversion, spec));
    }

    private boolean atAny(TokenKind a, TokenKind b, TokenKind c) {
        return in.at(a) || in.at(b) || in.at(c);
    }

    private Expr fieldExpression() {
        switch (in.current.kind()) {
            case EQUAL, EXCLAMATION, COLON, RBRACE ->
                throw in.error(
                        "f-string: valid expression required before '" + in.current.kind().text + "'",
                        in.current.span());
            default -> {
                // an expression
            }
        }
        if (!in.diagnosing) {
            return in.at(TokenKind.YIELD) ? expressions.yieldExpression() : expressions.starExpressions();
        }
        Token start = in.current;
        try {
            return expressions.yieldOrStarExpressions();
        } catch (Diagnostic misfit) {
            if (misfit == in.lexicalError || !misfit.getMessage().equals("invalid syntax")) {
                throw misfit;
            }
            // Something readable before the trouble counts as the field's expression.
            boolean isReadable =
                    in.current.level() <= start.level() && start.kind() != TokenKind.LPAR && !onlyPrefixes(start);
            throw in.error(
                    !isReadable
                            ? "f-string: expecting a valid expression after '{'"
                            : "f-string: expecting '=', or '!', or ':', or '}'",
                    in.current.span());
        }
    }

    /** Whether nothing but prefix operators stands between {@code start} and the cursor. */
    private boolean onlyPrefixes(Token start) {
        for (int mark = in.mark() - 1; mark >= 0; mark--) {
            Token token = in.tokenAt(mark);
            switch (token.kind()) {
                case PLUS, MINUS, TILDE, NOT, AWAIT, STAR -> {
                    if (token == start) {
                        return true;
                    }
                }
                default -> {
                    return token.start() < start.start();
                }
            }
        }
        return true;
    }

    private char conversion() {
        Token mark = in.advance();
        if (in.at(TokenKind.COLON) || in.at(TokenKind.RBRACE)) {
            throw in.error("f-string: missing conversion character", in.current.span());
        }
        if (!in.at(TokenKind.NAME)) {
            throw in.error("f-string: invalid conversion character", in.current.span());
        }
        Token name = in.advance();
        if (name.start() != mark.end()) {
            throw in.error("f-string: conversion type must come right after the exclamanation mark", mark.to(name));
        }
        if (!name.isName("s") && !name.isName("r") && !name.isName("a")) {
            throw in.error(
                    "f-string: invalid conversion character '" + name.name() + "': expected 's', 'r', or 'a'",
                    name.span());
        }
        return name.name().charAt(0);
    }

    private Expr.JoinedStr formatSpec(boolean isRaw) {
        Token colon = in.advance();
        List<Expr> parts = new ArrayList<>();
        while (in.at(TokenKind.FSTRING_MIDDLE) || in.at(TokenKind.LBRACE)) {
            part(parts, isRaw);
        }
        return new Expr.JoinedStr(in.spanFrom(colon), folded(parts));
    }
}
