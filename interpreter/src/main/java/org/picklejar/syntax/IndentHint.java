package org.picklejar.syntax;

import org.picklejar.source.Diagnostic;

/** Guesses how far an editor should indent the line that follows a text. */
public final class IndentHint {
    private static final int STEP = 4;

    private IndentHint() {}

    /**
     * The number of spaces to begin the next line with: one step more than the last line after a colon or an opening
     * bracket, one less after a statement that ends a block.
     */
    public static int indentForNextLine(String text) {
        Lexer lexer = new Lexer(new SourceText(text, "<input>"), false);
        Token[] tokens = lexer.tokens();
        Diagnostic error = lexer.error();
        Token first = null;
        Token last = null;
        boolean isNewLine = true;
        for (Token token : tokens) {
            switch (token.kind()) {
                case NEWLINE -> isNewLine = true;
                case INDENT, DEDENT, END, ERROR -> {
                    // no content
                }
                default -> {
                    first = isNewLine ? token : first;
                    last = token;
                    isNewLine = false;
                }
            }
        }
        if (first == null) {
            return 0;
        }
        int indent = first.column();
        if (error != null) {
            return isNewLine || last.level() == 0 ? indent : indent + STEP;
        }
        return switch (first.kind()) {
            case RETURN, PASS, RAISE, BREAK, CONTINUE -> Math.max(0, indent - STEP);
            default -> last.kind() == TokenKind.COLON ? indent + STEP : indent;
        };
    }
}
