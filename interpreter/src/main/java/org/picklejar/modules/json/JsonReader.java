package org.picklejar.modules.json;

import java.util.HashMap;
import java.util.Map;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyFloat;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.ops.IntLimits;

/**
 * Reads one JSON value of a text. It calls no Python, so it is used where the program has set no hooks; what is not valid is
 * left to the library's Python scanner, which raises the exact error.
 */
final class JsonReader {
    /** The text is not valid JSON, or nested too deep for this reader. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** What is wrong and where, or null and 0 when Python is to find out. */
        final String problem;

        final int place;

        Refused() {
            this(null, 0);
        }

        Refused(String problem, int place) {
            super(problem, null, false, false);
            this.problem = problem;
            this.place = place;
        }
    }

    private static final int MOST_NESTED = 800;

    private final Execution x;
    private final int[] text;
    private final boolean isStrict;
    private final Map<String, PyStr> keys = new HashMap<>();
    /** Where the reader stands, in code points. */
    int at;

    private int depth;

    JsonReader(Execution x, PyStr text, int at, boolean isStrict) {
        this.x = x;
        this.text = text.codePoints();
        this.at = at;
        this.isStrict = isStrict;
    }

    PyObject value() {
        switch (peek()) {
            case '"':
                at++;
                return PyStr.of(string());
            case '{':
                return object();
            case '[':
                return array();
            case 'n':
                return word("null", PySingleton.NONE);
            case 't':
                return word("true", PyBool.TRUE);
            case 'f':
                return word("false", PyBool.FALSE);
            case 'N':
                return word("NaN", new PyFloat(Double.NaN));
            case 'I':
                return word("Infinity", new PyFloat(Double.POSITIVE_INFINITY));
            default:
                return number();
        }
    }

    private int peek() {
        if (at < 0 || at >= text.length) {
            throw new Refused();
        }
        return text[at];
    }

    private PyObject word(String word, PyObject value) {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw new Refused();
            }
            at++;
        }
        return value;
    }

    private void skipSpace() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
    }

    private PyObject object() {
        enter();
        PyDict d = new PyDict();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            depth--;
            return d;
        }
        for (; ; ) {
            if (peek() != '"') {
                throw new Refused();
            }
            at++;
            PyStr key = keys.computeIfAbsent(string(), PyStr::of);
            skipSpace();
            if (peek() != ':') {
                throw new Refused();
            }
            at++;
            skipSpace();
            d.put(key, value());
            if (!goesOn('}')) {
                return d;
            }
        }
    }

    private PyObject array() {
        enter();
        PyList list = new PyList();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            depth--;
            return list;
        }
        for (; ; ) {
            list.append(value());
            if (!goesOn(']')) {
                return list;
            }
        }
    }

    private void enter() {
        if (++depth > MOST_NESTED) {
            throw new Refused();
        }
    }

    /** Passes the comma or the end of an object or array. */
    private boolean goesOn(char end) {
        skipSpace();
        int c = peek();
        at++;
        if (c == end) {
            depth--;
            return false;
        }
        if (c != ',') {
            throw new Refused();
        }
        skipSpace();
        return true;
    }

    /** The text of a string; the opening quote has been passed. */
    String string() {
        StringBuilder out = new StringBuilder();
        for (; ; ) {
            int c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            } else if (c == '\\') {
                escape(out);
            } else if (c < ' ' && isStrict) {
                throw new Refused("Invalid control character at", at - 1);
            } else {
                out.appendCodePoint(c);
            }
        }
    }

    private void escape(StringBuilder out) {
        int c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> out.append((char) c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = peek() < 128 ? Character.digit(text[at], 16) : -1;
                    if (digit < 0) {
                        throw new Refused();
                    }
                    unit = unit << 4 | digit;
                    at++;
                }
                out.append((char) unit);
            }
            default -> throw new Refused("Invalid \\escape", at - 2);
        }
    }

    private PyObject number() {
        int start = at;
        if (peek() == '-') {
            at++;
            if (peek() == 'I') {
                return word("Infinity", new PyFloat(Double.NEGATIVE_INFINITY));
            }
        }
        if (!isDigit(at)) {
            throw new Refused();
        }
        if (text[at] == '0') {
            at++;
        } else {
            skipDigits();
        }
        boolean isFloat = false;
        if (at < text.length && text[at] == '.' && isDigit(at + 1)) {
            isFloat = true;
            at++;
            skipDigits();
        }
        if (at < text.length && (text[at] | 0x20) == 'e') {
            int sign = at + 1 < text.length && (text[at + 1] == '+' || text[at + 1] == '-') ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                isFloat = true;
                at += 1 + sign;
                skipDigits();
            }
        }
        String s = new String(text, start, at - start);
        if (isFloat) {
            return new PyFloat(Double.parseDouble(s));
        }
        return s.length() < 18 ? PyInt.of(Long.parseLong(s)) : IntLimits.parse(x, s, 10);
    }

    private boolean isDigit(int i) {
        return i < text.length && text[i] >= '0' && text[i] <= '9';
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }
}
