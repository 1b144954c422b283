package org.picklejar.runtime;

import org.picklejar.source.Diagnostic;
import org.picklejar.syntax.IndentHint;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** Whether an input is complete. */
final class CompletenessCheck {
    private CompletenessCheck() {}

    static Interpreter.Completeness of(String code, boolean legacy) {
        try {
            Parser.parseModule(code, "<input>", legacy ? new ParseOptions(true) : ParseOptions.DEFAULT);
        } catch (Diagnostic d) {
            if (d.kind() == Diagnostic.Kind.INCOMPLETE) {
                return new Interpreter.Completeness("incomplete", " ".repeat(IndentHint.indentForNextLine(code)));
            }
            return new Interpreter.Completeness("invalid", "");
        }
        // A block goes on until an empty line ends it.
        int indent = IndentHint.indentForNextLine(code);
        if (indent > 0 && !code.endsWith("\n")) {
            return new Interpreter.Completeness("incomplete", " ".repeat(indent));
        }
        return new Interpreter.Completeness("complete", "");
    }
}
