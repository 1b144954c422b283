package org.picklejar.kernel.magics;

import java.util.ArrayDeque;
import java.util.Deque;

/** Follows strings, brackets and continuations from line to line, to know where a statement begins. Format strings may nest. */
final class LineScanner {
    /** An open bracket ({@code quote == 0}) or string. */
    private record Open(char quote, boolean triple, boolean format) {}

    private static final Open BRACKET = new Open('\0', false, false);

    private final Deque<Open> open = new ArrayDeque<>();
    private boolean continued;
    private char last;

    /** Whether the next line begins a statement. */
    boolean atStatementStart() {
        return open.isEmpty() && !continued;
    }

    /** The last character so far that is neither white space nor comment. */
    char lastSignificant() {
        return last;
    }

    /** @param line without its end */
    void feed(String line) {
        continued = false;
        int i = 0;
        while (i < line.length()) {
            Open top = open.peek();
            i = top == null || top.quote == 0 ? code(line, i) : string(line, i, top);
        }
        while (!continued && !open.isEmpty() && open.peek().quote != 0 && !open.peek().triple) {
            open.pop(); // a string that was not closed: the error is reported by the parser, the next line starts
            // afresh
        }
    }

    /**
     * Position of an {@code =} that assigns a magic or command ({@code x = %magic}, {@code x = !command}) in a line that begins a statement,
     * or -1. Neither is ever valid Python.
     */
    static int assignment(String line) {
        LineScanner scanner = new LineScanner();
        int i = 0;
        while (i < line.length()) {
            Open top = scanner.open.peek();
            if (top == null && line.charAt(i) == '=' && i > 0 && "=<>!+-*/%&|^@:".indexOf(line.charAt(i - 1)) < 0) {
                String right = line.substring(i + 1).stripLeading();
                return right.startsWith("!") && !right.startsWith("!=") || right.matches("%[A-Za-z_].*") ? i : -1;
            }
            i = top == null || top.quote == 0 ? scanner.code(line, i) : scanner.string(line, i, top);
        }
        return -1;
    }

    private int code(String line, int i) {
        char c = line.charAt(i);
        if (c == '#') {
            return line.length();
        }
        if (c == '\\' && i == line.length() - 1) {
            continued = true;
            return i + 1;
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        switch (c) {
            case '\'', '"' -> {
                boolean triple = line.startsWith(String.valueOf(c).repeat(3), i);
                open.push(new Open(c, triple, isFormat(line, i)));
                return i + (triple ? 3 : 1);
            }
            case '(', '[', '{' -> open.push(BRACKET);
            case ')', ']', '}' -> {
                if (!open.isEmpty()) {
                    open.pop();
                }
            }
            default -> {}
        }
        return i + 1;
    }

    private int string(String line, int i, Open top) {
        char c = line.charAt(i);
        if (c == '\\') {
            continued = i == line.length() - 1;
            return i + 2;
        }
        if (top.format && c == '{') {
            if (line.startsWith("{{", i)) {
                return i + 2;
            }
            open.push(BRACKET);
            return i + 1;
        }
        if (c == top.quote && (!top.triple || line.startsWith(String.valueOf(c).repeat(3), i))) {
            open.pop();
            last = c;
            return i + (top.triple ? 3 : 1);
        }
        return i + 1;
    }

    private static boolean isFormat(String line, int quote) {
        for (int i = quote - 1; i >= 0 && Character.isLetter(line.charAt(i)); i--) {
            if ("fFtT".indexOf(line.charAt(i)) >= 0) {
                return quote - i <= 2;
            }
        }
        return false;
    }
}
