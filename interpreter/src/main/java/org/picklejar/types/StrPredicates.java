package org.picklejar.types;

import java.util.function.IntPredicate;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.TypeBuilder;
import org.picklejar.text.unicode.UnicodeProperties;

/** The methods of str that ask what its characters are. */
final class StrPredicates {
    private StrPredicates() {}

    static void define(TypeBuilder<PyStr> b) {
        all(b, "isalnum", UnicodeProperties::isAlnum);
        all(b, "isalpha", UnicodeProperties::isAlpha);
        all(b, "isdecimal", UnicodeProperties::isDecimal);
        all(b, "isdigit", UnicodeProperties::isDigit);
        all(b, "isnumeric", UnicodeProperties::isNumeric);
        all(b, "isspace", UnicodeProperties::isSpace);
        b.method("isprintable(self, /)", s -> PyBool.of(every(s, UnicodeProperties::isPrintable)))
                .method("isascii(self, /)", s -> PyBool.of(every(s, c -> c < 128)))
                .method("isidentifier(self, /)", s -> PyBool.of(isIdentifier(s)))
                .method(
                        "islower(self, /)",
                        s -> PyBool.of(isCased(s, UnicodeProperties::isLower, UnicodeProperties::isUpper)))
                .method(
                        "isupper(self, /)",
                        s -> PyBool.of(isCased(s, UnicodeProperties::isUpper, UnicodeProperties::isLower)))
                .method("istitle(self, /)", StrPredicates::isTitle);
    }

    private static void all(TypeBuilder<PyStr> b, String name, IntPredicate test) {
        b.method(name + "(self, /)", s -> PyBool.of(s.length() > 0 && every(s, test)));
    }

    private static boolean every(PyStr s, IntPredicate test) {
        for (int i = 0, n = s.length(); i < n; i++) {
            if (!test.test(s.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(PyStr s) {
        if (s.length() == 0 || !UnicodeProperties.isIdentifierStart(s.codePointAt(0))) {
            return false;
        }
        return every(s, UnicodeProperties::isIdentifierPart);
    }

    /** Some character satisfies {@code wanted}, none {@code other} or title case. */
    private static boolean isCased(PyStr s, IntPredicate wanted, IntPredicate other) {
        boolean some = false;
        for (int i = 0, n = s.length(); i < n; i++) {
            int c = s.codePointAt(i);
            if (other.test(c) || UnicodeProperties.isTitle(c)) {
                return false;
            }
            some |= wanted.test(c);
        }
        return some;
    }

    private static PyObject isTitle(PyStr s) {
        boolean some = false;
        boolean afterCased = false;
        for (int i = 0, n = s.length(); i < n; i++) {
            int c = s.codePointAt(i);
            if (UnicodeProperties.isUpper(c) || UnicodeProperties.isTitle(c)) {
                if (afterCased) {
                    return PyBool.FALSE;
                }
                some = afterCased = true;
            } else if (UnicodeProperties.isLower(c)) {
                if (!afterCased) {
                    return PyBool.FALSE;
                }
                some = true;
            } else {
                afterCased = false;
            }
        }
        return PyBool.of(some);
    }
}
