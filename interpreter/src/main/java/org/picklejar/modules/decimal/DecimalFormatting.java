package org.picklejar.modules.decimal;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Values;
import org.picklejar.text.decimal.Decimal;
import org.picklejar.text.decimal.DecimalFormat;

/** {@code Decimal.__format__}. */
final class DecimalFormatting {
    private DecimalFormatting() {}

    /** @param override a dict of what a locale would say; may be null */
    static PyObject format(Execution x, Decimal d, PyObject spec, PyObject override) {
        if (!(Values.payload(spec) instanceof PyStr s)) {
            throw Errors.typeError("format arg must be str");
        }
        String text = s.toString();
        if (text.endsWith("N")) {
            PyObject helper = DecimalState.of(x).python("_format_with_warning");
            return override == null
                    ? x.call(helper, new PyDecimal(d), s)
                    : x.call(helper, new PyDecimal(d), s, override);
        }
        return formatted(x, d, text, override);
    }

    /** The same without the warning about N. */
    static PyObject formatted(Execution x, Decimal d, String spec, PyObject override) {
        PyDecimalContext context = PyDecimalContext.current(x);
        DecimalFormat format;
        try {
            format = DecimalFormat.parse(spec, context.capitals);
        } catch (ArithmeticException e) {
            throw Errors.overflowError(e.getMessage());
        }
        if (format == null) {
            throw Errors.valueError("invalid format string");
        }
        if (override != null) {
            if (!(override instanceof PyDict o)) {
                throw Errors.typeError("optional argument must be a dict");
            }
            if (!format.localize(text(o, "decimal_point"), text(o, "thousands_sep"), text(o, "grouping"))) {
                throw Errors.valueError("invalid override dict");
            }
        }
        try {
            return PyStr.of(Operation.guarded(() -> format.format(d, context.arithmetic.rounding)));
        } catch (IllegalArgumentException e) {
            throw Errors.valueError("format specification exceeds internal limits of _decimal");
        }
    }

    private static String text(PyDict dict, String key) {
        PyObject v = dict.get(key);
        if (v == null) {
            return null;
        }
        if (!(Values.payload(v) instanceof PyStr s)) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        return s.toString();
    }
}
