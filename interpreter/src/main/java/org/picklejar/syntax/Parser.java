package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/**
 * Parses program texts. All methods throw {@link Diagnostic} for a text that is no valid Python; what only the scope of a
 * statement forbids ({@code return} outside a function) is found later, see {@code symbols.ContextChecker}.
 *
 * <p>Like CPython's, the parser runs twice over a text that does not parse: the second time with the checks that find a
 * helpful message. An error of the lexer further down has precedence over both.
 */
public final class Parser {
    private final TokenCursor in;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final boolean stoppedInFString;

    private Parser(String text, String fileName, ParseOptions options) {
        SourceText source = new SourceText(text, fileName);
        Lexer lexer = new Lexer(source, options.legacy());
        Token[] tokens = lexer.tokens();
        this.in = new TokenCursor(source, tokens, lexer.error(), options);
        this.stoppedInFString = lexer.stoppedInFString();
        this.expressions = new ExpressionParser(in);
        this.statements = new StatementParser(in, expressions);
    }

    /** A program or module: what {@code compile(..., 'exec')} takes. */
    public static Node.Module parseModule(String text, String fileName, ParseOptions options) {
        return parse(text, fileName, options, Parser::module);
    }

    /** One interactive statement: what {@code compile(..., 'single')} takes. */
    public static Node.Interactive parseInteractive(String text, String fileName, ParseOptions options) {
        return parse(text, fileName, options, Parser::interactive);
    }

    /** One expression: what {@code compile(..., 'eval')} takes. */
    public static Node.Expression parseExpression(String text, String fileName, ParseOptions options) {
        return parse(text, fileName, options, Parser::expression);
    }

    private static <T> T parse(String text, String fileName, ParseOptions options, Function<Parser, T> rule) {
        Parser parser = new Parser(text, fileName, options);
        try {
            return rule.apply(parser);
        } catch (Diagnostic first) {
            throw parser.bestDiagnostic(first, rule);
        }
    }

    /** The error to report, given the one of the first pass. */
    private Diagnostic bestDiagnostic(Diagnostic first, Function<Parser, ?> rule) {
        Diagnostic best = first;
        try {
            in.restartDiagnosing();
            Object unused = rule.apply(this);
        } catch (Diagnostic second) {
            // A vague second error may lie further along than where the text stopped making sense.
            best = second.getMessage().equals("invalid syntax") ? first : second;
        }
        Diagnostic lexical = in.lexicalError;
        // In an f-string, the trouble with its end mostly follows from the trouble before.
        if (lexical == null || first == lexical || stoppedInFString) {
            return best;
        }
        // A bracket that stays open is to blame only when it was opened on a line before.
        boolean isOpenBracket = lexical.kind() == Diagnostic.Kind.INCOMPLETE
                && lexical.getMessage().endsWith("was never closed");
        return !isOpenBracket || in.furthest().line() > lexical.span().line() ? lexical : best;
    }

    // ---- the three rules ----

    private Node.Module module() {
        Token start = in.current;
        List<Stmt> body = new ArrayList<>();
        while (!in.at(TokenKind.END)) {
            topLevelStatement(body);
        }
        return new Node.Module(start.to(in.current), List.copyOf(body));
    }

    private void topLevelStatement(List<Stmt> body) {
        switch (in.current.kind()) {
            case NEWLINE -> in.advance();
            case INDENT -> {
                throw in.indentationError("unexpected indent");
            }
            default -> statements.statement(body);
        }
    }

    private Node.Interactive interactive() {
        Token start = in.current;
        List<Stmt> body = new ArrayList<>();
        while (in.at(TokenKind.NEWLINE)) {
            in.advance();
        }
        if (!in.at(TokenKind.END)) {
            topLevelStatement(body);
        }
        while (in.at(TokenKind.NEWLINE)) {
            in.advance();
        }
        if (!in.at(TokenKind.END)) {
            throw in.error("multiple statements found while compiling a single statement", in.current.span());
        }
        return new Node.Interactive(start.to(in.current), List.copyOf(body));
    }

    private Node.Expression expression() {
        if (in.at(TokenKind.INDENT)) {
            in.advance();
        }
        Token start = in.current;
        Expr body = expressions.starExpressions();
        Span span = in.spanFrom(start);
        while (in.at(TokenKind.NEWLINE) || in.at(TokenKind.DEDENT)) {
            in.advance();
        }
        if (!in.at(TokenKind.END)) {
            throw in.unexpected();
        }
        return new Node.Expression(span, body);
    }
}
