package org.picklejar.symbols;

import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** Makes the diagnostics about one text. */
record Complaints(String fileName, String text) {
    Diagnostic error(String message, Span span) {
        return new Diagnostic(Diagnostic.Kind.SYNTAX, message, fileName, span, line(span.line()));
    }

    private String line(int number) {
        if (text == null || number < 1) {
            return null;
        }
        return text.lines().skip(number - 1L).findFirst().orElse(null);
    }
}
