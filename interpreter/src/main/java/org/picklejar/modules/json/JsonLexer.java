package org.picklejar.modules.json;

import org.picklejar.core.PyStr;

/** Reads the strings and numbers of a JSON text. Places are indexes of code points. */
final class JsonLexer {
    /** The text is not valid JSON. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1;

        /** What is expected or wrong, as the library's messages say it; null where a value should begin. */
        final String problem;

        final int place;

        Invalid(String problem, int place) {
            super(problem, null, false, false);
            this.problem = problem;
            this.place = place;
        }
    }

    private static final int END = -1;
    private static final int ESCAPE = 6;

    final PyStr text;
    private final int length;
    /** Where the reader stands. */
    int at;

    JsonLexer(PyStr text, int at) {
        this.text = text;
        this.length = text.length();
        this.at = at;
    }

    /** The character at which the reader stands, or {@link #END}. */
    int peek() {
        return charAt(at);
    }

    private int charAt(int i) {
        return i < length ? text.codePointAt(i) : END;
    }

    /** Skips space. @return the character behind it, or -1 at the end of the text */
    int skipSpace() {
        int c = peek();
        while (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            at++;
            c = peek();
        }
        return c;
    }

    /** Passes a word, if it stands here. */
    boolean passes(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    /**
     * A string; the reader stands behind the opening quote.
     *
     * @param isStrict whether it must hold no control characters
     */
    PyStr string(boolean isStrict) throws Invalid {
        int quote = at - 1;
        passPlain(quote, isStrict);
        if (peek() == '"') {
            return text.substring(quote + 1, at++);
        }
        StringBuilder out = new StringBuilder();
        int from = quote + 1;
        for (; ; ) {
            out.append(text.substring(from, at));
            if (peek() == '"') {
                at++;
                return PyStr.of(out.toString());
            }
            escape(quote, out);
            from = at;
            passPlain(quote, isStrict);
        }
    }

    /** Goes to the next quote or backslash. */
    private void passPlain(int quote, boolean isStrict) throws Invalid {
        for (; ; at++) {
            int c = peek();
            if (c == '"' || c == '\\') {
                return;
            }
            if (c == END) {
                throw new Invalid("Unterminated string starting at", quote);
            }
            if (c < ' ' && isStrict) {
                throw new Invalid("Invalid control character at", at);
            }
        }
    }

    private void escape(int quote, StringBuilder out) throws Invalid {
        int c = charAt(at + 1);
        switch (c) {
            case '"', '\\', '/' -> out.append((char) c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> {
                out.append((char) unit());
                return;
            }
            case END -> throw new Invalid("Unterminated string starting at", quote);
            default -> throw new Invalid("Invalid \\escape", at);
        }
        at += 2;
    }

    /** Four hexadecimal digits behind {@code \}{@code u}, and a character behind them, since a string does not end there. */
    private int unit() throws Invalid {
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int c = charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0 || at + ESCAPE >= length) {
                throw new Invalid("Invalid \\uXXXX escape", at + 1);
            }
            unit = unit << 4 | digit;
        }
        at += ESCAPE;
        return unit;
    }

    /** Passes a number. @return whether it is a float */
    boolean number() throws Invalid {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else if (!passDigits()) {
            throw new Invalid(null, start);
        }
        boolean isFloat = false;
        if (peek() == '.' && isDigit(charAt(at + 1))) {
            isFloat = true;
            at++;
            passDigits();
        }
        if ((peek() | 0x20) == 'e') {
            int before = at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            if (passDigits()) {
                isFloat = true;
            } else {
                at = before;
            }
        }
        return isFloat;
    }

    private boolean passDigits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        return at > start;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
