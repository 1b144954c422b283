package org.picklejar.syntax;

import org.picklejar.source.Span;

/**
 * A token: its kind, where it stands (offsets into the normalised text, lines and columns as in {@link Span}), how many
 * brackets are open behind it, and its value (the name, or the number).
 */
record Token(
        TokenKind kind, int start, int end, int line, int column, int endLine, int endColumn, int level, Object value) {
    Span span() {
        return new Span(line, column, endLine, endColumn);
    }

    /** The stretch from the start of this token to the end of {@code last}. */
    Span to(Token last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }

    boolean isName(String word) {
        return kind == TokenKind.NAME && word.equals(value);
    }

    String name() {
        return (String) value;
    }
}
