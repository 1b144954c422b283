package org.picklejar.modules.datetime;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Imports;
import org.picklejar.modules.MethodCall;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;

/** {@code strftime} of dates and times: what {@code time.strftime} does not know is put into the format first (CPython: wrap_strftime). */
final class Strftime {
    private static final PyStr PERCENT = PyStr.of("%");
    private static final PyStr PERCENTS = PyStr.of("%%");

    private Strftime() {}

    /**
     * As the last act of the caller.
     *
     * @param tuple for {@code time.strftime}
     * @param zone null for none
     * @param time what the methods of the zone get
     */
    static PyObject format(Execution x, PyStr format, PyObject tuple, PyTzInfo zone, PyObject time, int microsecond) {
        String text = format.toString();
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('%'); at >= 0 && at + 1 < text.length(); at = text.indexOf('%', at)) {
            int end = at + 2;
            String replacement = null;
            switch (text.charAt(at + 1)) {
                case 'z' -> replacement = offset(x, zone, time, "");
                case 'Z' -> replacement = name(x, zone, time);
                case 'f' -> {
                    StringBuilder digits = new StringBuilder();
                    Digits.append(digits, microsecond, 6);
                    replacement = digits.toString();
                }
                case ':' -> {
                    if (text.startsWith("z", end)) {
                        end++;
                        replacement = offset(x, zone, time, ":");
                    }
                }
                default -> {}
            }
            if (replacement != null) {
                out.append(text, from, at).append(replacement);
                from = end;
            }
            at = end;
        }
        PyObject known = from == 0
                ? format
                : PyStr.of(out.append(text, from, text.length()).toString());
        Frame caller = x.top;
        return Finish.CALL_RESULT.on(
                x, caller, Imports.attribute(x, "time", "strftime"), PyTuple.of(known, tuple), PySingleton.NONE);
    }

    private static String offset(Execution x, PyTzInfo zone, PyObject time, String separator) {
        PyTimeDelta offset = PyTzInfo.offset(x, zone, time);
        if (offset == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        Digits.offset(out, offset, separator);
        return out.toString();
    }

    /** With percent signs doubled, since it becomes part of a format. */
    private static String name(Execution x, PyTzInfo zone, PyObject time) {
        PyObject name = PyTzInfo.name(x, zone, time);
        if (name == PySingleton.NONE) {
            return "";
        }
        if (name instanceof PyStr s) {
            return s.toString().replace("%", "%%");
        }
        PyObject escaped = MethodCall.now(x, name, "replace", PERCENT, PERCENTS);
        if (Values.payload(escaped) instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError("tzname.replace() did not return a string");
    }
}
