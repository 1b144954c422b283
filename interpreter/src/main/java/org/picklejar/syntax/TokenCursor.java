package org.picklejar.syntax;

import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.ProgramWarning;
import org.picklejar.source.Span;

/** The parser's place in the token list, and the complaints it makes from there. */
final class TokenCursor {
    /** How deep expressions may nest; low enough for a Java stack of 1 MB. */
    private static final int MAX_NESTING = 1500;

    private static final java.util.regex.Pattern COMMENT = java.util.regex.Pattern.compile("#[^\n]*");

    final SourceText source;
    final boolean legacy;
    /** Gets what is valid and odd; may be null. */
    final List<ProgramWarning> warnings;
    /** What stopped the lexer, or null; raised when the parser arrives there. */
    final Diagnostic lexicalError;
    /**
     * Set in the second pass over a text that did not parse. Then the parser also looks for the usual mistakes, at places
     * where the look would be too expensive, or wrong, in valid text.
     */
    boolean diagnosing;

    Token current;

    private final Token[] tokens;
    private int pos;
    private int furthest;
    private int nesting;

    TokenCursor(SourceText source, Token[] tokens, Diagnostic lexicalError, ParseOptions options) {
        this.source = source;
        this.tokens = tokens;
        this.lexicalError = lexicalError;
        this.legacy = options.legacy();
        this.warnings = options.warnings();
        this.current = tokens[0];
        checkReadable();
    }

    // ---- moving ----

    Token advance() {
        Token taken = current;
        if (taken.kind() != TokenKind.END) {
            current = tokens[++pos];
            if (current.kind() == TokenKind.ERROR) {
                throw lexicalError;
            }
        }
        return taken;
    }

    private void checkReadable() {
        if (current.kind() == TokenKind.ERROR) {
            throw lexicalError;
        }
    }

    boolean at(TokenKind kind) {
        return current.kind() == kind;
    }

    boolean atName(String word) {
        return current.isName(word);
    }

    /** The token behind the current one. */
    TokenKind next() {
        return peek(1).kind();
    }

    Token peek(int ahead) {
        return tokens[Math.min(pos + ahead, tokens.length - 1)];
    }

    boolean accept(TokenKind kind) {
        if (current.kind() == kind) {
            advance();
            return true;
        }
        return false;
    }

    Token expect(TokenKind kind) {
        if (current.kind() != kind) {
            throw unexpected();
        }
        return advance();
    }

    /** As {@link #expect}, with the message "expected '...'". */
    Token demand(TokenKind kind) {
        if (current.kind() != kind) {
            throw error("expected '" + kind.text + "'", current.span());
        }
        return advance();
    }

    Token previous() {
        return tokens[pos - 1];
    }

    /** The stretch from {@code first} to the last token taken that is not layout. */
    Span spanFrom(Token first) {
        int last = pos - 1;
        while (last > 0 && isLayout(tokens[last].kind())) {
            last--;
        }
        return first.to(tokens[last]);
    }

    private static boolean isLayout(TokenKind kind) {
        return kind == TokenKind.NEWLINE || kind == TokenKind.INDENT || kind == TokenKind.DEDENT;
    }

    /** The source text from behind {@code after} up to the current token. Comments can only stand between tokens. */
    String textWithoutComments(Token after) {
        String text = source.text.substring(after.end(), current.start());
        if (text.indexOf('#') < 0) {
            return text;
        }
        int first = pos;
        while (tokens[first] != after) {
            first--;
        }
        StringBuilder out = new StringBuilder();
        for (int i = first; i < pos; i++) {
            String gap = source.text.substring(tokens[i].end(), tokens[i + 1].start());
            out.append(COMMENT.matcher(gap).replaceAll(""));
            if (i + 1 < pos) {
                out.append(source.text, tokens[i + 1].start(), tokens[i + 1].end());
            }
        }
        return out.toString();
    }

    int mark() {
        return pos;
    }

    /** The last token that was looked at so far. */
    Token furthest() {
        return tokens[Math.max(furthest, pos)];
    }

    void reset(int mark) {
        furthest = Math.max(furthest, pos);
        pos = mark;
        current = tokens[mark];
    }

    Token tokenAt(int mark) {
        return tokens[mark];
    }

    /** Starts over, looking for the usual mistakes. */
    void restartDiagnosing() {
        reset(0);
        furthest = 0;
        nesting = 0;
        diagnosing = true;
        checkReadable();
    }

    int nesting() {
        return nesting;
    }

    void setNesting(int depth) {
        nesting = depth;
    }

    void nest() {
        if (++nesting > MAX_NESTING) {
            throw error("too many nested expressions", current.span());
        }
    }

    void unnest() {
        nesting--;
    }

    // ---- complaints ----

    Diagnostic unexpected() {
        if (current.kind() == TokenKind.INDENT) {
            return indentationError("unexpected indent");
        }
        return error("invalid syntax", current.span());
    }

    Diagnostic error(String message, Span span) {
        if (!isAtEnd()) {
            return source.diagnostic(Diagnostic.Kind.SYNTAX, message, span);
        }
        boolean isAboutEnd = span.equals(current.span());
        return source.diagnostic(Diagnostic.Kind.INCOMPLETE, message, isAboutEnd ? endOfLastLine() : span);
    }

    Diagnostic indentationError(String message) {
        if (isAtEnd()) {
            return source.diagnostic(Diagnostic.Kind.INCOMPLETE, message, endOfLastLine());
        }
        Span span = current.span();
        if (current.kind() == TokenKind.INDENT) {
            int column = Math.max(0, span.endColumn() - 1);
            span = new Span(span.line(), column, span.line(), span.endColumn());
        }
        return source.diagnostic(Diagnostic.Kind.INDENTATION, message, span);
    }

    /** What is missing at the end of the text is missed behind its last line that says something. */
    private Span endOfLastLine() {
        int p = pos;
        while (p > 0 && tokens[p].kind() != TokenKind.NEWLINE) {
            p--;
        }
        return tokens[p].span();
    }

    /** Whether nothing follows but the end of open blocks. */
    private boolean isAtEnd() {
        int p = pos;
        while (tokens[p].kind() == TokenKind.DEDENT) {
            p++;
        }
        return tokens[p].kind() == TokenKind.END;
    }

    /** The end of the text, or where it cannot be read further. */
    Token last() {
        return tokens[tokens.length - 1];
    }
}
