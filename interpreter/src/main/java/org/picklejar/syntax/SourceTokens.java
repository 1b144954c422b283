package org.picklejar.syntax;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** All tokens of a text with what the parser leaves out: comments and the line ends that end no statement (Python's {@code tokenize}). */
public final class SourceTokens {
    /** A token. The kind is a name of module {@code token}; operators and keywords are OP and NAME. */
    public record Item(String kind, String text, Span span) {}

    private final List<Item> items = new ArrayList<>();
    private final SourceText source;
    private final Diagnostic error;
    /** Where the scan of what lies between tokens is. */
    private int line = 1;

    private int lineStart;

    private SourceTokens(String text, String fileName) {
        source = new SourceText(text, fileName);
        Lexer lexer = new Lexer(source, false);
        Token[] tokens = lexer.tokens();
        error = lexer.error();
        int end = 0;
        TokenKind last = TokenKind.NEWLINE;
        for (Token t : tokens) {
            if (t.kind() == TokenKind.ERROR) {
                break;
            }
            if (last != TokenKind.FSTRING_MIDDLE) {
                scanGap(end, t.start());
            }
            add(t);
            end = t.end();
            last = t.kind();
            line = t.endLine();
            lineStart = t.end() - utf16Column(t.end());
            if (t.kind() == TokenKind.NEWLINE && t.end() > t.start()) {
                line = t.line() + 1;
                lineStart = t.end();
            }
        }
    }

    /** @return the tokens; when the text cannot be read further they end there, see {@link #error} */
    public static SourceTokens of(String text, String fileName) {
        return new SourceTokens(text, fileName);
    }

    public List<Item> items() {
        return items;
    }

    /** What stopped the reading, or null. */
    public Diagnostic error() {
        return error;
    }

    private int utf16Column(int offset) {
        return offset - (source.text.lastIndexOf('\n', offset - 1) + 1);
    }

    private void scanGap(int from, int to) {
        String s = source.text;
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c == '#') {
                int end = s.indexOf('\n', i);
                end = end < 0 || end > to ? to : end;
                addPiece("COMMENT", i, end);
                i = end - 1;
                if (end == s.length()) {
                    // A comment at the very end of the text has an empty line end behind it.
                    int column = source.column(lineStart, end);
                    items.add(new Item("NL", "", new Span(line, column, line, column + 1)));
                }
            } else if (c == '\\' && i + 1 < to && s.charAt(i + 1) == '\n') {
                i++;
                nextLine(i + 1);
            } else if (c == '\n') {
                addPiece("NL", i, i + 1);
                nextLine(i + 1);
            }
        }
    }

    private void nextLine(int start) {
        line++;
        lineStart = start;
    }

    private void addPiece(String kind, int from, int to) {
        items.add(new Item(
                kind,
                source.text.substring(from, to),
                new Span(line, source.column(lineStart, from), line, source.column(lineStart, to))));
    }

    private void add(Token t) {
        String text = source.text.substring(t.start(), t.end());
        Span span = t.span();
        switch (t.kind()) {
            case END -> items.add(new Item("ENDMARKER", "", new Span(t.line(), 0, t.line(), 0)));
            case NEWLINE ->
                items.add(new Item("NEWLINE", text, new Span(t.line(), t.column(), t.line(), t.column() + 1)));
            case DEDENT -> items.add(new Item("DEDENT", "", span));
            case NAME, NUMBER, STRING, INDENT, FSTRING_START, FSTRING_END ->
                items.add(new Item(t.kind().name(), text, span));
            case FSTRING_MIDDLE -> {
                // Of a doubled brace the text has one, and the token ends there.
                boolean doubled = t.end() < source.text.length()
                        && !text.isEmpty()
                        && "{}".indexOf(text.charAt(text.length() - 1)) >= 0
                        && source.text.charAt(t.end()) == text.charAt(text.length() - 1);
                items.add(new Item(
                        "FSTRING_MIDDLE",
                        text,
                        doubled ? new Span(t.line(), t.column(), t.endLine(), t.endColumn() - 1) : span));
            }
            case UNKNOWN -> items.add(new Item(text.matches("[$?!]") ? "OP" : "ERRORTOKEN", text, span));
            default -> items.add(new Item(t.kind().isKeyword() ? "NAME" : "OP", text, span));
        }
    }
}
