package org.picklejar.syntax;

import java.math.BigInteger;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;

/** Reads numeric literals. */
final class NumberScanner {
    private static final int MAX_DECIMAL_DIGITS = 4300;

    private final Lexer lexer;
    private final String text;

    NumberScanner(Lexer lexer) {
        this.lexer = lexer;
        this.text = lexer.text;
    }

    void scan() {
        int start = lexer.pos;
        if (text.charAt(start) == '0') {
            switch (at(start + 1)) {
                case 'x', 'X' -> {
                    radix(start, 16, "hexadecimal");
                    return;
                }
                case 'o', 'O' -> {
                    radix(start, 8, "octal");
                    return;
                }
                case 'b', 'B' -> {
                    radix(start, 2, "binary");
                    return;
                }
                default -> {
                    // a decimal number
                }
            }
        }
        decimal(start);
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\0';
    }

    private void radix(int start, int radix, String name) {
        int p = start + 2;
        StringBuilder digits = new StringBuilder();
        while (true) {
            boolean underscore = at(p) == '_';
            if (underscore) {
                p++;
            }
            char c = at(p);
            if (Character.digit(c, radix) < 0 || c >= 128) {
                if (Lexer.isDigit(c)) {
                    throw lexer.errorAt("invalid digit '" + c + "' in " + name + " literal", p);
                }
                if (underscore || digits.isEmpty()) {
                    throw literalError("invalid " + name + " literal", start, p);
                }
                break;
            }
            digits.append(c);
            p++;
        }
        finish(start, legacySuffix(p), integer(digits, radix), name);
    }

    private void decimal(int start) {
        int p = start;
        boolean isFloat = false;
        if (at(p) != '.') {
            p = digits(p, start);
        }
        int wholeEnd = p;
        if (at(p) == '.') {
            isFloat = true;
            p++;
            if (Lexer.isDigit(at(p))) {
                p = digits(p, start);
            }
        }
        char e = at(p);
        if (e == 'e' || e == 'E') {
            int sign = at(p + 1) == '+' || at(p + 1) == '-' ? 1 : 0;
            if (Lexer.isDigit(at(p + 1 + sign))) {
                isFloat = true;
                p = digits(p + 1 + sign, start);
            } else if (sign > 0) {
                throw literalError("invalid decimal literal", start, p + 2);
            }
        }
        String body = text.substring(start, p).replace("_", "");
        char suffix = at(p);
        if (suffix == 'j' || suffix == 'J') {
            finish(start, p + 1, new Expr.Complex(0, Double.parseDouble(body)), "imaginary");
        } else if (isFloat) {
            finish(start, p, Double.parseDouble(body), "decimal");
        } else {
            wholeNumber(start, wholeEnd, body);
        }
    }

    private void wholeNumber(int start, int end, String body) {
        if (body.length() > 1 && body.charAt(0) == '0' && !isZero(body)) {
            if (!lexer.legacy) {
                Span span = lexer.spanOf(start, start + leadingZeros(start, end));
                throw lexer.source.diagnostic(
                        Diagnostic.Kind.SYNTAX,
                        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                        span);
            }
            for (int i = 0; i < body.length(); i++) {
                if (body.charAt(i) > '7') {
                    throw lexer.errorAt("invalid digit '" + body.charAt(i) + "' in octal literal", start + i);
                }
            }
            finish(start, legacySuffix(end), integer(body, 8), "octal");
            return;
        }
        if (body.length() > MAX_DECIMAL_DIGITS) {
            throw lexer.errorAt(
                    "Exceeds the limit (" + MAX_DECIMAL_DIGITS + " digits) for integer string conversion: value has "
                            + body.length() + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                    start);
        }
        finish(start, legacySuffix(end), integer(body, 10), "decimal");
    }

    private int leadingZeros(int start, int end) {
        int p = start;
        while (p < end && (at(p) == '0' || at(p) == '_')) {
            p++;
        }
        return p - start;
    }

    private int legacySuffix(int end) {
        return lexer.legacy && (at(end) == 'L' || at(end) == 'l') ? end + 1 : end;
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static Object integer(CharSequence digits, int radix) {
        String plain = digits.toString();
        if (plain.length() <= 15) {
            return Long.parseLong(plain, radix);
        }
        BigInteger value = new BigInteger(plain, radix);
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    /** Skips digits with single underscores between them. */
    private int digits(int from, int start) {
        int p = from;
        while (true) {
            while (Lexer.isDigit(at(p))) {
                p++;
            }
            if (at(p) != '_') {
                return p;
            }
            p++;
            if (!Lexer.isDigit(at(p))) {
                throw literalError("invalid decimal literal", start, p);
            }
        }
    }

    /** A number may be followed at once by a keyword such as {@code or}, but by no other name. */
    private void finish(int start, int end, Object value, String name) {
        char c = at(end);
        if (Lexer.isIdentifierStart(c) && !followsKeyword(end)) {
            if (c >= 128 && !Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
                lexer.pos = end;
                throw lexer.invalidCharacter(text.codePointAt(end));
            }
            throw literalError("invalid " + name + " literal", start, end);
        }
        lexer.addAt(TokenKind.NUMBER, start, end, value);
        lexer.pos = end;
    }

    private boolean followsKeyword(int from) {
        for (String word : new String[] {"and", "else", "for", "if", "in", "is", "not", "or"}) {
            if (text.startsWith(word, from)) {
                return true;
            }
        }
        return false;
    }

    /** The error is at the last character that was read as part of the literal. */
    private Diagnostic literalError(String message, int start, int end) {
        return lexer.errorAt(message, Math.max(start, end - 1));
    }
}
