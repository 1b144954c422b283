package org.picklejar.types;

import org.picklejar.core.Errors;
import org.picklejar.core.PyComplex;
import org.picklejar.text.FloatText;

/** Reads complex numbers (CPython: complex_from_string_inner). */
final class ComplexText {
    private ComplexText() {}

    static PyComplex parse(String text) {
        try {
            String s = text.strip();
            if (s.startsWith("(") && s.endsWith(")")) {
                s = s.substring(1, s.length() - 1).strip();
            }
            if (s.isEmpty() || s.chars().anyMatch(Character::isWhitespace)) {
                throw malformed();
            }
            char last = s.charAt(s.length() - 1);
            if (last != 'j' && last != 'J') {
                return new PyComplex(FloatText.parse(s), 0);
            }
            String body = s.substring(0, s.length() - 1);
            int split = imaginaryStart(body);
            double re = split == 0 ? 0 : FloatText.parse(body.substring(0, split));
            return new PyComplex(re, imaginary(body.substring(split)));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /** Where the sign of the imaginary part stands; 0 when there is no real part. */
    private static int imaginaryStart(String body) {
        for (int i = body.length() - 1; i > 0; i--) {
            char c = body.charAt(i);
            char before = body.charAt(i - 1);
            if ((c == '+' || c == '-') && before != 'e' && before != 'E') {
                return i;
            }
        }
        return 0;
    }

    private static double imaginary(String s) {
        return switch (s) {
            case "", "+" -> 1;
            case "-" -> -1;
            default -> FloatText.parse(s);
        };
    }

    private static RuntimeException malformed() {
        return Errors.valueError("complex() arg is a malformed string");
    }
}
