package org.picklejar.syntax;

/** The brackets that are open at a point of the text. */
final class BracketStack {
    private static final int LIMIT = 200;

    private final char[] opening = new char[LIMIT];
    private final int[] lines = new int[LIMIT];
    private final int[] columns = new int[LIMIT];
    private int depth;

    int depth() {
        return depth;
    }

    boolean isFull() {
        return depth >= LIMIT;
    }

    void push(char bracket, int line, int column) {
        opening[depth] = bracket;
        lines[depth] = line;
        columns[depth] = column;
        depth++;
    }

    void pop() {
        depth--;
    }

    char top() {
        return opening[depth - 1];
    }

    int topLine() {
        return lines[depth - 1];
    }

    int topColumn() {
        return columns[depth - 1];
    }

    /** Raises a diagnostic when {@code closing} does not fit the innermost open bracket. */
    void checkClosing(char closing, Lexer lexer) {
        char open = top();
        boolean fits = open == '(' && closing == ')' || open == '[' && closing == ']' || open == '{' && closing == '}';
        if (!fits) {
            String where = topLine() == lexer.line ? "" : " on line " + topLine();
            throw lexer.errorAt(
                    "closing parenthesis '" + closing + "' does not match opening parenthesis '" + open + "'" + where,
                    lexer.pos);
        }
    }
}
