package org.picklejar.ops;

import java.util.ArrayList;
import java.util.List;
import org.picklejar.core.Errors;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.text.Memo;
import org.picklejar.text.unicode.UnicodeProperties;

/**
 * The name of a replacement field, taken apart: {@code first.attribute[item]}.
 *
 * @param first an int, or a str that may be empty
 */
public record FieldName(PyObject first, List<Step> rest) {
    /** An attribute or a subscript. */
    public record Step(boolean attribute, PyObject key) {}

    private static final Memo<FieldName> KNOWN = new Memo<>(500);

    /** @throws org.picklejar.core.PyException ValueError */
    public static FieldName parse(PyStr name) {
        return name.isSimple() ? KNOWN.of(name.toString(), n -> parts(name)) : parts(name);
    }

    private static FieldName parts(PyStr name) {
        int n = name.length();
        int at = 0;
        while (at < n && name.codePointAt(at) != '.' && name.codePointAt(at) != '[') {
            at++;
        }
        PyObject first = number(name.substring(0, at));
        List<Step> rest = new ArrayList<>();
        while (at < n) {
            boolean attribute = name.codePointAt(at) == '.';
            if (!attribute && name.codePointAt(at) != '[') {
                throw Errors.valueError("Only '.' or '[' may follow ']' in format field specifier");
            }
            int from = ++at;
            while (at < n
                    && !(attribute
                            ? name.codePointAt(at) == '.' || name.codePointAt(at) == '['
                            : name.codePointAt(at) == ']')) {
                at++;
            }
            PyStr key = name.substring(from, at);
            if (!attribute && at++ == n) {
                throw Errors.valueError("Missing ']' in format string");
            }
            if (key.length() == 0) {
                throw Errors.valueError("Empty attribute in format string");
            }
            rest.add(new Step(attribute, attribute ? key : number(key)));
        }
        return new FieldName(first, rest);
    }

    /** An int when all characters are decimal digits. */
    private static PyObject number(PyStr s) {
        long v = 0;
        for (int i = 0, n = s.length(); i < n; i++) {
            int d = UnicodeProperties.decimalValue(s.codePointAt(i));
            if (d < 0) {
                return s;
            }
            if (v > (Long.MAX_VALUE - d) / 10) {
                throw Errors.valueError("Too many decimal digits in format string");
            }
            v = v * 10 + d;
        }
        return s.length() == 0 ? s : PyInt.of(v);
    }
}
