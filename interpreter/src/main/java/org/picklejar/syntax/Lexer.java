package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;
import org.picklejar.text.unicode.Normalization;

/**
 * Cuts a program text into tokens, all at once. An error ends the list with an ERROR token and is kept in {@link #error},
 * because the parser's own complaint about what comes before may have precedence.
 */
final class Lexer {
    private static final int MAX_INDENTS = 100;
    private static final int TAB_SIZE = 8;

    final SourceText source;
    final String text;
    final boolean legacy;
    final BracketStack brackets = new BracketStack();
    int pos;
    int line = 1;
    int lineStart;

    private final List<Token> tokens;
    private final Map<String, String> names = new HashMap<>();
    private final NumberScanner numbers;
    private final StringScanner strings;
    private final int[] indents = new int[MAX_INDENTS];
    private final int[] alternateIndents = new int[MAX_INDENTS];
    private int indentDepth;
    private boolean atLineStart = true;
    private Diagnostic error;

    Lexer(SourceText source, boolean legacy) {
        this.source = source;
        this.text = source.text;
        this.legacy = legacy;
        this.tokens = new ArrayList<>(text.length() / 4 + 16);
        this.numbers = new NumberScanner(this);
        this.strings = new StringScanner(this);
    }

    /** What stopped the lexer, or null. */
    Diagnostic error() {
        return error;
    }

    /** Whether the text cannot be read further because of something in an f-string. */
    boolean stoppedInFString() {
        return error != null && strings.isInFString();
    }

    Token[] tokens() {
        try {
            int nul = text.indexOf('\0');
            if (nul >= 0) {
                throw source.diagnostic(
                        Diagnostic.Kind.SYNTAX, "source code cannot contain null bytes", new Span(1, 0, 1, 0));
            }
            while (scan()) {
                // each round appends tokens
            }
        } catch (Diagnostic found) {
            error = found;
            addAt(TokenKind.ERROR, pos, pos, null);
        }
        return tokens.toArray(new Token[0]);
    }

    // ---- layout ----

    /** Reads on; false at the end of the text. */
    private boolean scan() {
        if (strings.isInText()) {
            strings.scanText();
            return true;
        }
        if (atLineStart) {
            atLineStart = false;
            if (!scanIndentation()) {
                return pos < text.length() || endOfText();
            }
        }
        skipBlanks();
        if (pos >= text.length()) {
            return endOfText();
        }
        char c = text.charAt(pos);
        if (c == '\n') {
            if (brackets.depth() == 0) {
                addAt(TokenKind.NEWLINE, pos, pos + 1, null);
                atLineStart = true;
            }
            newLine(pos + 1);
            return true;
        }
        if (c == '\\') {
            continueLine();
            return true;
        }
        scanToken(c);
        return true;
    }

    private boolean endOfText() {
        if (brackets.depth() > 0) {
            throw unclosedBracket();
        }
        if (!tokens.isEmpty()
                && !atLineStart
                && last().kind() != TokenKind.NEWLINE
                && last().kind() != TokenKind.DEDENT) {
            addAt(TokenKind.NEWLINE, pos, pos, null);
        }
        if (pos > lineStart) {
            newLine(pos);
        }
        while (indentDepth > 0) {
            indentDepth--;
            addAt(TokenKind.DEDENT, pos, pos, null);
        }
        addAt(TokenKind.END, pos, pos, null);
        return false;
    }

    private Token last() {
        return tokens.get(tokens.size() - 1);
    }

    /**
     * Measures the indentation of a line and emits INDENT or DEDENTs; blank lines are skipped whole. Two widths are kept,
     * with tabs to multiples of 8 and with tabs of width 1; when they compare differently the text depends on tab width.
     *
     * @return false when there was nothing on the line
     */
    private boolean scanIndentation() {
        int width = 0;
        int alternate = 0;
        int continued = -1;
        for (; pos < text.length(); pos++) {
            char c = text.charAt(pos);
            if (c == ' ') {
                width++;
                alternate++;
            } else if (c == '\t') {
                width = (width / TAB_SIZE + 1) * TAB_SIZE;
                alternate++;
            } else if (c == '\f') {
                width = 0;
                alternate = 0;
            } else if (c == '\\' && pos + 1 < text.length()) {
                // The indentation of the first of the joined lines counts.
                continued = continued < 0 ? width : continued;
                continueLine();
                pos--;
            } else {
                break;
            }
        }
        if (continued >= 0) {
            width = continued;
            alternate = continued;
        }
        if (pos < text.length() && text.charAt(pos) == '#') {
            skipComment();
        }
        if (pos >= text.length()) {
            atLineStart = true;
            return false;
        }
        if (text.charAt(pos) == '\n') {
            newLine(pos + 1);
            atLineStart = true;
            return false;
        }
        indentTo(width, alternate);
        return true;
    }

    private void indentTo(int width, int alternate) {
        if (width == indents[indentDepth]) {
            if (alternate != alternateIndents[indentDepth]) {
                throw inconsistentTabs();
            }
        } else if (width > indents[indentDepth]) {
            if (indentDepth + 1 >= MAX_INDENTS) {
                throw layoutError(Diagnostic.Kind.INDENTATION, "too many levels of indentation");
            }
            if (alternate <= alternateIndents[indentDepth]) {
                throw inconsistentTabs();
            }
            indentDepth++;
            indents[indentDepth] = width;
            alternateIndents[indentDepth] = alternate;
            addAt(TokenKind.INDENT, lineStart, pos, null);
        } else {
            while (indentDepth > 0 && width < indents[indentDepth]) {
                indentDepth--;
                addAt(TokenKind.DEDENT, pos, pos, null);
            }
            if (width != indents[indentDepth]) {
                throw layoutError(Diagnostic.Kind.INDENTATION, "unindent does not match any outer indentation level");
            }
            if (alternate != alternateIndents[indentDepth]) {
                throw inconsistentTabs();
            }
        }
    }

    private Diagnostic inconsistentTabs() {
        return layoutError(Diagnostic.Kind.TAB, "inconsistent use of tabs and spaces in indentation");
    }

    private Diagnostic layoutError(Diagnostic.Kind kind, String message) {
        int end = text.indexOf('\n', pos);
        int column = source.column(lineStart, end < 0 ? text.length() : end);
        return source.diagnostic(kind, message, new Span(line, column, line, column + 1));
    }

    void newLine(int start) {
        pos = start;
        line++;
        lineStart = start;
    }

    private void skipBlanks() {
        while (pos < text.length()) {
            char c = text.charAt(pos);
            if (c == '#') {
                skipComment();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                pos++;
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int end = text.indexOf('\n', pos);
        pos = end < 0 ? text.length() : end;
    }

    private void continueLine() {
        int next = pos + 1;
        if (next < text.length() && text.charAt(next) != '\n') {
            throw errorAt("unexpected character after line continuation character", next);
        }
        if (next + 1 >= text.length()) {
            if (brackets.depth() > 0) {
                throw unclosedBracket();
            }
            Span here = spanOf(next, next + 1);
            throw source.diagnostic(Diagnostic.Kind.INCOMPLETE, "unexpected EOF while parsing", here);
        }
        newLine(next + 1);
    }

    // ---- tokens ----

    private void scanToken(char c) {
        if (isIdentifierStart(c)) {
            scanName();
        } else if (c >= '0' && c <= '9' || c == '.' && isDigit(peek(1))) {
            numbers.scan();
        } else if (c == '"' || c == '\'') {
            strings.scan(pos);
        } else {
            scanOperator(c);
        }
    }

    private void scanName() {
        int start = pos;
        int end = start;
        boolean isAscii = true;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c < 128) {
                if (!isAsciiIdentifierPart(c)) {
                    break;
                }
                end++;
            } else {
                isAscii = false;
                int point = text.codePointAt(end);
                if (!isIdentifierPart(point)) {
                    break;
                }
                end += Character.charCount(point);
            }
        }
        if (end < text.length()
                && (text.charAt(end) == '"' || text.charAt(end) == '\'')
                && strings.isPrefix(start, end)) {
            strings.scan(end);
            return;
        }
        if (end < text.length() && text.charAt(end) >= 128) {
            pos = end;
            throw invalidCharacter(text.codePointAt(end));
        }
        String word = text.substring(start, end);
        if (!isAscii) {
            word = checkedIdentifier(word);
        }
        TokenKind keyword = isAscii ? TokenKind.keyword(word) : null;
        String known = names.putIfAbsent(word, word);
        pos = end;
        addAt(keyword == null ? TokenKind.NAME : keyword, start, end, known == null ? word : known);
    }

    private String checkedIdentifier(String word) {
        int first = word.codePointAt(0);
        if (first != '_' && !isUnicodeStart(first)) {
            throw invalidCharacter(first);
        }
        return Normalization.NFKC.of(word);
    }

    private void scanOperator(char c) {
        if (strings.isAtFieldLevel()) {
            if (c == ':') {
                add(TokenKind.COLON, 1);
                strings.enterFormatSpec();
                return;
            }
            if (c == '!' && peek(1) != '=') {
                add(TokenKind.EXCLAMATION, 1);
                return;
            }
        }
        switch (c) {
            case '(', '[', '{' -> open(c);
            case ')', ']', '}' -> close(c);
            case ',' -> add(TokenKind.COMMA, 1);
            case ';' -> add(TokenKind.SEMI, 1);
            case '~' -> add(TokenKind.TILDE, 1);
            case '.' -> {
                if (peek(1) == '.' && peek(2) == '.') {
                    add(TokenKind.ELLIPSIS, 3);
                } else {
                    add(TokenKind.DOT, 1);
                }
            }
            case ':' -> addEither(TokenKind.COLON, TokenKind.COLON_EQUAL);
            case '=' -> addEither(TokenKind.EQUAL, TokenKind.EQUAL_EQUAL);
            case '!' -> addEither(TokenKind.EXCLAMATION, TokenKind.NOT_EQUAL);
            case '+' -> addEither(TokenKind.PLUS, TokenKind.PLUS_EQUAL);
            case '%' -> addEither(TokenKind.PERCENT, TokenKind.PERCENT_EQUAL);
            case '@' -> addEither(TokenKind.AT, TokenKind.AT_EQUAL);
            case '&' -> addEither(TokenKind.AMPER, TokenKind.AMPER_EQUAL);
            case '|' -> addEither(TokenKind.VBAR, TokenKind.VBAR_EQUAL);
            case '^' -> addEither(TokenKind.CIRCUMFLEX, TokenKind.CIRCUMFLEX_EQUAL);
            case '-' -> {
                if (peek(1) == '>') {
                    add(TokenKind.ARROW, 2);
                } else {
                    addEither(TokenKind.MINUS, TokenKind.MINUS_EQUAL);
                }
            }
            case '*' ->
                addDoubled(c, TokenKind.STAR, TokenKind.STAR_EQUAL, TokenKind.DOUBLE_STAR, TokenKind.DOUBLE_STAR_EQUAL);
            case '/' ->
                addDoubled(
                        c,
                        TokenKind.SLASH,
                        TokenKind.SLASH_EQUAL,
                        TokenKind.DOUBLE_SLASH,
                        TokenKind.DOUBLE_SLASH_EQUAL);
            case '>' ->
                addDoubled(
                        c,
                        TokenKind.GREATER,
                        TokenKind.GREATER_EQUAL,
                        TokenKind.RIGHT_SHIFT,
                        TokenKind.RIGHT_SHIFT_EQUAL);
            case '<' -> {
                if (legacy && peek(1) == '>') {
                    add(TokenKind.NOT_EQUAL, 2);
                } else {
                    addDoubled(
                            c, TokenKind.LESS, TokenKind.LESS_EQUAL, TokenKind.LEFT_SHIFT, TokenKind.LEFT_SHIFT_EQUAL);
                }
            }
            case '`' -> add(TokenKind.BACKQUOTE, 1);
            case '$', '?' -> add(TokenKind.UNKNOWN, 1);
            default -> throw invalidCharacter(text.codePointAt(pos));
        }
    }

    private void addEither(TokenKind plain, TokenKind withEqual) {
        if (peek(1) == '=') {
            add(withEqual, 2);
        } else {
            add(plain, 1);
        }
    }

    private void addDoubled(
            char c, TokenKind plain, TokenKind withEqual, TokenKind doubled, TokenKind doubledWithEqual) {
        if (peek(1) != c) {
            addEither(plain, withEqual);
        } else if (peek(2) == '=') {
            add(doubledWithEqual, 3);
        } else {
            add(doubled, 2);
        }
    }

    private void open(char c) {
        if (brackets.isFull()) {
            throw errorAt("too many nested parentheses", pos);
        }
        brackets.push(c, line, source.column(lineStart, pos));
        add(c == '(' ? TokenKind.LPAR : c == '[' ? TokenKind.LSQB : TokenKind.LBRACE, 1);
    }

    private void close(char c) {
        boolean endsField = false;
        if (strings.isInField()) {
            endsField = strings.isAtFieldLevel();
            strings.checkClosing(c);
        } else if (brackets.depth() == 0) {
            throw errorAt("unmatched '" + c + "'", pos);
        } else {
            brackets.checkClosing(c, this);
        }
        brackets.pop();
        add(c == ')' ? TokenKind.RPAR : c == ']' ? TokenKind.RSQB : TokenKind.RBRACE, 1);
        if (endsField) {
            strings.leaveField();
        }
    }

    // ---- for the scanners ----

    char peek(int ahead) {
        int at = pos + ahead;
        return at < text.length() ? text.charAt(at) : '\0';
    }

    void add(TokenKind kind, int length) {
        addAt(kind, pos, pos + length, null);
        pos += length;
    }

    /** Appends a token that begins and ends on the current line. */
    void addAt(TokenKind kind, int start, int end, Object value) {
        int column = source.column(lineStart, start);
        tokens.add(new Token(
                kind, start, end, line, column, line, source.column(lineStart, end), brackets.depth(), value));
    }

    void addToken(Token token) {
        tokens.add(token);
    }

    Span spanOf(int start, int end) {
        int column = source.column(lineStart, start);
        return new Span(line, column, line, source.column(lineStart, end));
    }

    Diagnostic errorAt(String message, int offset) {
        int column = source.column(lineStart, offset);
        return source.diagnostic(Diagnostic.Kind.SYNTAX, message, new Span(line, column, line, column + 1));
    }

    private Diagnostic unclosedBracket() {
        String message = "'" + brackets.top() + "' was never closed";
        int column = brackets.topColumn();
        return source.diagnostic(
                Diagnostic.Kind.INCOMPLETE,
                message,
                new Span(brackets.topLine(), column, brackets.topLine(), column + 1));
    }

    Diagnostic invalidCharacter(int point) {
        String hex = String.format(Locale.ROOT, "%04X", point);
        String message = Literals.isPrintable(point)
                ? "invalid character '" + Character.toString(point) + "' (U+" + hex + ")"
                : "invalid non-printable character U+" + hex;
        return errorAt(message, pos);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIdentifierStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128;
    }

    private static boolean isAsciiIdentifierPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
    }

    private static boolean isUnicodeStart(int point) {
        return Character.isUnicodeIdentifierStart(point);
    }

    private static boolean isIdentifierPart(int point) {
        return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
    }
}
