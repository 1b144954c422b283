package org.picklejar.syntax;

import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** A program text with unified line ends, and the diagnostics about it. */
final class SourceText {
    final String text;
    final String fileName;
    private final boolean hasSurrogates;
    private int cachedOffset;
    private int cachedLineStart = -1;
    private int cachedColumn;

    SourceText(String text, String fileName) {
        this.text = unifyLineEnds(text);
        this.fileName = fileName;
        this.hasSurrogates = containsSurrogates(this.text);
    }

    /** The text without a leading byte order mark, every line ending with {@code \n}. */
    static String unifyLineEnds(String text) {
        String unified = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unified.indexOf('\r') < 0
                ? unified
                : unified.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The column of an offset in code points. Asked mostly from left to right, so counting goes on from the last answer. */
    int column(int lineStart, int offset) {
        if (!hasSurrogates) {
            return offset - lineStart;
        }
        if (lineStart != cachedLineStart || offset < cachedOffset) {
            cachedLineStart = lineStart;
            cachedOffset = lineStart;
            cachedColumn = 0;
        }
        cachedColumn += text.codePointCount(cachedOffset, offset);
        cachedOffset = offset;
        return cachedColumn;
    }

    /** The span of a stretch of the text; slow. */
    Span span(int start, int end) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int endLine = line
                + (int) text.substring(start, end)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Span(
                line,
                text.codePointCount(text.lastIndexOf('\n', start - 1) + 1, start),
                endLine,
                text.codePointCount(text.lastIndexOf('\n', end - 1) + 1, end));
    }

    Diagnostic diagnostic(Diagnostic.Kind kind, String message, Span span) {
        return new Diagnostic(kind, message, fileName, span, lineText(text, span.line()));
    }

    /** Line {@code number} (from 1) of the text without its line end, or null when there is no such line. */
    static String lineText(String text, int number) {
        if (number < 1) {
            return null;
        }
        int start = 0;
        for (int line = 1; line < number; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return null;
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static boolean containsSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
