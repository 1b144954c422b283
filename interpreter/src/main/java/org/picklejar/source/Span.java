package org.picklejar.source;

/**
 * A stretch of source text.
 *
 * @param line first line, from 1
 * @param column first column in code points, from 0
 * @param endLine last line, from 1
 * @param endColumn column behind the last character, in code points, from 0
 */
public record Span(int line, int column, int endLine, int endColumn) {
    public static final Span NONE = new Span(0, 0, 0, 0);

    /** The stretch from the start of this span to the end of {@code last}. */
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }
}
