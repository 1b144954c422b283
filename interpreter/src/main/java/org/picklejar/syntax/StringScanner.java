package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** Finds the ends of string literals, and the parts of f-strings (PEP 701), for the lexer. */
final class StringScanner {
    private static final int MAX_NESTED = 150;
    private static final int MAX_FIELD_NESTING = 3;

    /** An f-string that is open. */
    private static final class FString {
        final char quote;
        final boolean isTriple;
        final boolean isRaw;
        final int line;
        final int column;
        /** The bracket depths of the replacement fields that are open, each inside the format spec of the one before. */
        final List<Integer> fields = new ArrayList<>();

        boolean isInText = true;

        FString(char quote, boolean isTriple, boolean isRaw, int line, int column) {
            this.quote = quote;
            this.isTriple = isTriple;
            this.isRaw = isRaw;
            this.line = line;
            this.column = column;
        }
    }

    private final Lexer lexer;
    private final String text;
    private final List<FString> open = new ArrayList<>();
    private FString current;

    StringScanner(Lexer lexer) {
        this.lexer = lexer;
        this.text = lexer.text;
    }

    /** Whether a name is a string prefix, given that a quote follows it. */
    boolean isPrefix(int start, int end) {
        int length = end - start;
        if (length > 2) {
            return false;
        }
        int a = text.charAt(start) | 0x20;
        if (length == 1) {
            return a == 'r' || a == 'b' || a == 'u' || a == 'f';
        }
        int b = text.charAt(start + 1) | 0x20;
        return a == 'r' && (b == 'b' || b == 'f') || (a == 'b' || a == 'f' || lexer.legacy && a == 'u') && b == 'r';
    }

    /** Reads the literal that begins at the lexer's position and whose quote is at {@code quoteAt}. */
    void scan(int quoteAt) {
        int start = lexer.pos;
        char quote = text.charAt(quoteAt);
        boolean isTriple = at(quoteAt + 1) == quote && at(quoteAt + 2) == quote;
        boolean isFormatted = false;
        boolean isRaw = false;
        for (int i = start; i < quoteAt; i++) {
            int c = text.charAt(i) | 0x20;
            isFormatted |= c == 'f';
            isRaw |= c == 'r';
        }
        int bodyStart = quoteAt + (isTriple ? 3 : 1);
        if (isFormatted) {
            startFString(start, bodyStart, quote, isTriple, isRaw);
        } else {
            scanPlain(start, bodyStart, quote, isTriple);
        }
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\0';
    }

    private void scanPlain(int start, int bodyStart, char quote, boolean isTriple) {
        int startLine = lexer.line;
        int startColumn = lexer.source.column(lexer.lineStart, start);
        int p = bodyStart;
        boolean hasEscapedQuote = false;
        while (true) {
            if (p >= text.length() || text.charAt(p) == '\n' && !isTriple) {
                if (isInField() && current.quote == quote && current.isTriple == isTriple) {
                    throw lexer.source.diagnostic(
                            Diagnostic.Kind.SYNTAX,
                            "f-string: expecting '}'",
                            new Span(startLine, startColumn, startLine, startColumn + 1));
                }
                throw unterminated(isTriple, "string literal", hasEscapedQuote && !isTriple, startLine, startColumn);
            }
            char c = text.charAt(p++);
            if (c == '\n') {
                lexer.newLine(p);
            } else if (c == '\\' && p < text.length()) {
                hasEscapedQuote |= text.charAt(p) == quote;
                if (text.charAt(p++) == '\n') {
                    lexer.newLine(p);
                }
            } else if (c == quote && (!isTriple || at(p) == quote && at(p + 1) == quote)) {
                p += isTriple ? 2 : 0;
                break;
            }
        }
        lexer.addToken(new Token(
                TokenKind.STRING,
                start,
                p,
                startLine,
                startColumn,
                lexer.line,
                lexer.source.column(lexer.lineStart, p),
                lexer.brackets.depth(),
                null));
        lexer.pos = p;
    }

    private Diagnostic unterminated(
            boolean isTriple, String what, boolean hasEscapedQuote, int startLine, int startColumn) {
        boolean isAtEnd = lexer.lineStart >= text.length();
        int lastLine = isAtEnd ? lexer.line - 1 : lexer.line;
        String message = "unterminated " + (isTriple ? "triple-quoted " : "") + what + " (detected at line "
                + Math.max(lastLine, startLine) + ")" + (hasEscapedQuote ? "; perhaps you escaped the end quote?" : "");
        return lexer.source.diagnostic(
                isTriple ? Diagnostic.Kind.INCOMPLETE : Diagnostic.Kind.SYNTAX,
                message,
                new Span(startLine, startColumn, startLine, startColumn + 1));
    }

    // ---- f-strings ----

    private void startFString(int start, int bodyStart, char quote, boolean isTriple, boolean isRaw) {
        if (open.size() >= MAX_NESTED) {
            throw lexer.errorAt("too many nested f-strings", start);
        }
        FString opened = new FString(quote, isTriple, isRaw, lexer.line, lexer.source.column(lexer.lineStart, start));
        lexer.addAt(TokenKind.FSTRING_START, start, bodyStart, isRaw);
        lexer.pos = bodyStart;
        open.add(opened);
        current = opened;
    }

    /** Whether the lexer stands in the literal text (or a format spec) of an f-string. */
    boolean isInText() {
        return current != null && current.isInText;
    }

    boolean isInFString() {
        return current != null;
    }

    boolean isInField() {
        return current != null && !current.isInText;
    }

    /** Whether the lexer stands in a replacement field, outside any brackets of its expression. */
    boolean isAtFieldLevel() {
        return isInField()
                && !current.fields.isEmpty()
                && current.fields.get(current.fields.size() - 1) == lexer.brackets.depth();
    }

    void enterFormatSpec() {
        current.isInText = true;
    }

    void leaveField() {
        current.fields.remove(current.fields.size() - 1);
        current.isInText = true;
    }

    /** Checks a closing bracket in a replacement field. */
    void checkClosing(char c) {
        if (isAtFieldLevel() && c != '}') {
            throw lexer.errorAt("f-string: unmatched '" + c + "'", lexer.pos);
        }
        lexer.brackets.checkClosing(c, lexer);
    }

    /** Reads literal text up to the next field, the end of the format spec, or the closing quote. */
    void scanText() {
        int start = lexer.pos;
        int startLine = lexer.line;
        int startColumn = lexer.source.column(lexer.lineStart, start);
        boolean isSpec = !current.fields.isEmpty();
        int p = start;
        while (true) {
            char c = at(p);
            if (p >= text.length() || c == '\n' && !current.isTriple) {
                if (isSpec && p < text.length()) {
                    throw lexer.errorAt(
                            "f-string: newlines are not allowed in format specifiers for single quoted f-strings", p);
                }
                lexer.pos = p;
                throw unterminated(current.isTriple, "f-string literal", false, current.line, current.column);
            }
            if (c == '\n') {
                p++;
                lexer.newLine(p);
            } else if (c == current.quote && (!current.isTriple || at(p + 1) == c && at(p + 2) == c)) {
                middle(start, startLine, startColumn, p);
                if (isSpec) {
                    throw lexer.errorAt("f-string: expecting '}', or format specs", p);
                }
                endFString();
                return;
            } else if (c == '{') {
                if (!isSpec && at(p + 1) == '{') {
                    doubledBrace(start, startLine, startColumn, p);
                } else {
                    middle(start, startLine, startColumn, p);
                    openField();
                }
                return;
            } else if (c == '}') {
                if (isSpec) {
                    middle(start, startLine, startColumn, p);
                    current.isInText = false;
                } else if (at(p + 1) == '}') {
                    doubledBrace(start, startLine, startColumn, p);
                } else {
                    lexer.pos = p;
                    throw lexer.errorAt("f-string: single '}' is not allowed", p);
                }
                return;
            } else if (c == '\\') {
                p = skipEscape(p);
            } else {
                p++;
            }
        }
    }

    /** The offset behind a backslash and the character that it takes with it. Braces are never escaped. */
    private int skipEscape(int backslash) {
        int p = backslash + 1;
        char c = at(p);
        if (c == '{' || c == '}' || p >= text.length()) {
            return p;
        }
        p++;
        if (c == '\n') {
            lexer.newLine(p);
        } else if (c == 'N' && !current.isRaw && at(p) == '{') {
            int end = text.indexOf('}', p);
            int quote = text.indexOf(current.quote, p);
            return end < 0 || quote >= 0 && quote < end ? p + 1 : end + 1;
        }
        return p;
    }

    private void middle(int start, int startLine, int startColumn, int end) {
        if (end > start) {
            lexer.addToken(new Token(
                    TokenKind.FSTRING_MIDDLE,
                    start,
                    end,
                    startLine,
                    startColumn,
                    lexer.line,
                    lexer.source.column(lexer.lineStart, end),
                    lexer.brackets.depth(),
                    null));
        }
        lexer.pos = end;
    }

    /** Text that ends with a doubled brace: it covers both, and means one. */
    private void doubledBrace(int start, int startLine, int startColumn, int brace) {
        lexer.addToken(new Token(
                TokenKind.FSTRING_MIDDLE,
                start,
                brace + 1,
                startLine,
                startColumn,
                lexer.line,
                lexer.source.column(lexer.lineStart, brace + 2),
                lexer.brackets.depth(),
                null));
        lexer.pos = brace + 2;
    }

    private void openField() {
        if (current.fields.size() >= MAX_FIELD_NESTING) {
            throw lexer.errorAt("f-string: expressions nested too deeply", lexer.pos);
        }
        if (lexer.brackets.isFull()) {
            throw lexer.errorAt("too many nested parentheses", lexer.pos);
        }
        lexer.brackets.push('{', lexer.line, lexer.source.column(lexer.lineStart, lexer.pos));
        lexer.add(TokenKind.LBRACE, 1);
        current.fields.add(lexer.brackets.depth());
        current.isInText = false;
    }

    private void endFString() {
        lexer.add(TokenKind.FSTRING_END, current.isTriple ? 3 : 1);
        open.remove(open.size() - 1);
        current = open.isEmpty() ? null : open.get(open.size() - 1);
    }
}
