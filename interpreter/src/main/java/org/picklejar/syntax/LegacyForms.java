package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** The Python 2 forms of legacy mode, each read as what says the same in Python 3. */
final class LegacyForms {
    private LegacyForms() {}

    /** {@code `a`}: {@code repr(a)}. */
    static Expr backquotes(TokenCursor in, ExpressionParser expressions) {
        in.nest();
        Token start = in.expect(TokenKind.BACKQUOTE);
        Expr value = expressions.starExpressions();
        in.expect(TokenKind.BACKQUOTE);
        in.unnest();
        return new Expr.Call(in.spanFrom(start), name(start, "repr"), List.of(value), List.of());
    }

    /** A print or exec statement at the cursor, or null when what is there is an ordinary statement. */
    static Stmt printOrExec(TokenCursor in, ExpressionParser expressions) {
        boolean isPrint = in.atName("print");
        if (!isPrint && !in.atName("exec")) {
            return null;
        }
        TokenKind next = in.next();
        boolean isStatement = next.startsExpression()
                || isPrint && (next == TokenKind.RIGHT_SHIFT || next == TokenKind.NEWLINE || next == TokenKind.SEMI);
        if (!isStatement || next == TokenKind.STAR) {
            return null;
        }
        int mark = in.mark();
        int nesting = in.nesting();
        try {
            Stmt statement = isPrint ? print(in, expressions) : exec(in, expressions);
            if (in.at(TokenKind.NEWLINE) || in.at(TokenKind.SEMI)) {
                return statement;
            }
        } catch (Diagnostic misfit) {
            if (misfit == in.lexicalError || next != TokenKind.LPAR) {
                throw misfit;
            }
        }
        // print("a", end="") and the like can only be a call.
        in.reset(mark);
        in.setNesting(nesting);
        return null;
    }

    private static Stmt print(TokenCursor in, ExpressionParser expressions) {
        Token start = in.advance();
        List<Expr> args = new ArrayList<>();
        List<Node.Keyword> keywords = new ArrayList<>();
        boolean endsWithComma = false;
        if (in.at(TokenKind.RIGHT_SHIFT)) {
            Token arrows = in.advance();
            Expr file = expressions.expression();
            keywords.add(new Node.Keyword(in.spanFrom(arrows), "file", file));
            if (in.at(TokenKind.COMMA) && !in.peek(1).kind().startsExpression()) {
                throw in.unexpected();
            }
            if (!in.accept(TokenKind.COMMA)) {
                return call(in, start, args, keywords);
            }
        }
        while (in.current.kind().startsExpression()) {
            endsWithComma = false;
            args.add(expressions.expression());
            if (!in.accept(TokenKind.COMMA)) {
                break;
            }
            endsWithComma = true;
        }
        if (endsWithComma) {
            Span comma = in.previous().span();
            keywords.add(new Node.Keyword(comma, "end", new Expr.Constant(comma, " ", false)));
        }
        return call(in, start, args, keywords);
    }

    /** {@code exec code}, {@code exec code in globals}, {@code exec code in globals, locals}, or those as a tuple. */
    private static Stmt exec(TokenCursor in, ExpressionParser expressions) {
        Token start = in.advance();
        Expr code = expressions.binary(1);
        List<Expr> args = new ArrayList<>();
        if (in.accept(TokenKind.IN)) {
            args.add(code);
            args.add(expressions.expression());
            if (in.accept(TokenKind.COMMA)) {
                args.add(expressions.expression());
            }
        } else if (code instanceof Expr.Tuple tuple) {
            args.addAll(tuple.elements());
        } else {
            args.add(code);
        }
        return call(in, start, args, List.of());
    }

    private static Stmt call(TokenCursor in, Token start, List<Expr> args, List<Node.Keyword> keywords) {
        Span span = in.spanFrom(start);
        Expr call = new Expr.Call(span, name(start, start.name()), List.copyOf(args), List.copyOf(keywords));
        return new Stmt.ExprStmt(span, call);
    }

    /** {@code raise E, v} and {@code raise E, v, tb}, whose {@code raise E} has been read: {@code E(v).with_traceback(tb)}. */
    static Stmt raise(TokenCursor in, ExpressionParser expressions, Token start, Expr exceptionClass) {
        in.expect(TokenKind.COMMA);
        Expr value = expressions.expression();
        Span span = exceptionClass.span().to(in.previous().span());
        Expr raised = new Expr.Call(span, exceptionClass, exceptionArguments(value), List.of());
        if (in.accept(TokenKind.COMMA)) {
            Expr traceback = expressions.expression();
            span = exceptionClass.span().to(in.previous().span());
            Expr method = new Expr.Attribute(span, raised, "with_traceback", Expr.Context.LOAD);
            raised = new Expr.Call(span, method, List.of(traceback), List.of());
        }
        return new Stmt.Raise(in.spanFrom(start), raised, null);
    }

    private static List<Expr> exceptionArguments(Expr value) {
        if (value instanceof Expr.Constant constant && constant.value() == null) {
            return List.of();
        }
        return value instanceof Expr.Tuple tuple ? tuple.elements() : List.of(value);
    }

    /** The name in {@code except E, name:}, or null when the cursor is not at such a form. */
    static String exceptName(TokenCursor in) {
        if (!in.legacy
                || !in.at(TokenKind.COMMA)
                || in.next() != TokenKind.NAME
                || in.peek(2).kind() != TokenKind.COLON) {
            return null;
        }
        in.advance();
        return in.advance().name();
    }

    private static Expr name(Token at, String id) {
        return new Expr.Name(at.span(), id, Expr.Context.LOAD);
    }
}
