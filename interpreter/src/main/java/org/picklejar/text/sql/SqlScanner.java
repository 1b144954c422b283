package org.picklejar.text.sql;

/** Goes along SQL, token by token, as SQLite's tokenizer does (tokenize.c); what it takes for an error is a token too. */
final class SqlScanner {
    enum Kind {
        SPACE,
        COMMENT,
        SEMICOLON,
        WORD,
        /** {@code ?}, {@code ?7}, {@code :a}, {@code @a} or {@code $a} */
        PARAMETER,
        OTHER
    }

    final String sql;
    Kind kind;
    /** Where the token begins. */
    int start;
    /** Behind its end; where the next one begins. */
    int end;

    SqlScanner(String sql, int from) {
        this.sql = sql;
        this.end = from;
    }

    String token() {
        return sql.substring(start, end);
    }

    /** @return false at the end */
    boolean next() {
        start = end;
        if (start == sql.length()) {
            return false;
        }
        char c = sql.charAt(start);
        end = start + 1;
        kind = Kind.OTHER;
        if (isSpace(c)) {
            kind = Kind.SPACE;
            while (isSpace(at(end))) {
                end++;
            }
        } else if (c == '-' && at(end) == '-') {
            kind = Kind.COMMENT;
            int line = sql.indexOf('\n', end);
            end = line < 0 ? sql.length() : line;
        } else if (c == '/' && at(end) == '*') {
            kind = Kind.COMMENT;
            int close = sql.indexOf("*/", end + 1);
            end = close < 0 ? sql.length() : close + 2;
        } else if (c == ';') {
            kind = Kind.SEMICOLON;
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (c == '[') {
            int close = sql.indexOf(']', end);
            end = close < 0 ? sql.length() : close + 1;
        } else if (c == '?') {
            kind = Kind.PARAMETER;
            while (at(end) >= '0' && at(end) <= '9') {
                end++;
            }
        } else if (c == ':' || c == '@' || c == '$') {
            parameter();
        } else if (isPartOfWord(c)) {
            kind = Kind.WORD;
            while (isPartOfWord(at(end))) {
                end++;
            }
        }
        return true;
    }

    /** A quote in what is quoted stands twice. */
    private void quoted(char quote) {
        while (end < sql.length()) {
            if (sql.charAt(end++) == quote) {
                if (at(end) != quote) {
                    return;
                }
                end++;
            }
        }
    }

    /** Names may have the form of Tcl's variables: {@code $a::b(c)}. */
    private void parameter() {
        int letters = 0;
        while (end < sql.length()) {
            char c = at(end);
            if (isPartOfWord(c)) {
                letters++;
                end++;
            } else if (c == ':' && at(end + 1) == ':') {
                end += 2;
            } else if (c == '(' && letters > 0) {
                int i = end + 1;
                while (i < sql.length() && at(i) != ')' && !isSpace(at(i))) {
                    i++;
                }
                if (at(i) == ')') {
                    end = i + 1;
                }
                break;
            } else {
                break;
            }
        }
        kind = letters > 0 ? Kind.PARAMETER : Kind.OTHER;
    }

    private char at(int i) {
        return i < sql.length() ? sql.charAt(i) : '\0';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' && c != '\u000b';
    }

    private static boolean isPartOfWord(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '$'
                || c >= 0x80;
    }
}
