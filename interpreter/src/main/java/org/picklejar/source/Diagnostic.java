package org.picklejar.source;

/** A program text that is not valid Python. It becomes the guest's SyntaxError, IndentationError or TabError. */
public final class Diagnostic extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The guest exception class to raise. {@code INCOMPLETE} is a SyntaxError that more input could cure. */
    public enum Kind {
        SYNTAX,
        INDENTATION,
        TAB,
        INCOMPLETE
    }

    private final Kind kind;
    private final transient Span span;
    private final String fileName;
    private final String lineText;

    /** @param lineText the source line of {@code span.line()}, or null when it is not known */
    public Diagnostic(Kind kind, String message, String fileName, Span span, String lineText) {
        super(message, null, false, false);
        this.kind = kind;
        this.span = span;
        this.fileName = fileName;
        this.lineText = lineText;
    }

    public Kind kind() {
        return kind;
    }

    public Span span() {
        return span;
    }

    public String fileName() {
        return fileName;
    }

    public String lineText() {
        return lineText;
    }
}
