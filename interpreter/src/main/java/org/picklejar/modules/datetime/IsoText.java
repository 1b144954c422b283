package org.picklejar.modules.datetime;

import java.nio.charset.StandardCharsets;
import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.PyException;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;
import org.picklejar.text.IsoTimestamp;

/** The texts of dates and times that {@code fromisoformat} and {@code ctime} have to do with. */
final class IsoText {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };
    /** Where a date can end, and any character be between it and the time. */
    private static final int[] SEPARATORS = {7, 8, 10};

    private IsoText() {}

    /** A text in UTF-8; null when it has half a surrogate pair. */
    static byte[] utf8(PyObject o) {
        if (!(Values.payload(o) instanceof PyStr s)) {
            throw Errors.typeError("fromisoformat: argument must be str");
        }
        for (int i = 0; i < s.length(); i++) {
            if (isSurrogate(s, i)) {
                return null;
            }
        }
        return s.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #utf8}; half a surrogate pair may be between date and time. */
    static byte[] utf8OfDateTime(PyObject o) {
        if (Values.payload(o) instanceof PyStr s) {
            for (int at : SEPARATORS) {
                if (at < s.length() && isSurrogate(s, at)) {
                    return utf8(s.substring(0, at).concat(PyStr.of("T")).concat(s.substring(at + 1, s.length())));
                }
            }
        }
        return utf8(o);
    }

    private static boolean isSurrogate(PyStr s, int at) {
        int c = s.codePointAt(at);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    static PyException invalid(Execution x, PyObject text) {
        return Errors.valueError("Invalid isoformat string: %s", Text.reprNow(x, text));
    }

    /** The zone that a time was read with; null when there was none. */
    static PyTzInfo zone(Execution x, IsoTimestamp t) {
        return t.hasOffset ? PyTimeZone.of(x, PyTimeDelta.of(0, t.offset, t.offsetMicroseconds), null) : null;
    }

    static PyObject ctime(PyDate d, int hour, int minute, int second) {
        StringBuilder out = new StringBuilder(24);
        out.append(DAYS[d.weekday()]).append(' ').append(MONTHS[d.month - 1]).append(d.day < 10 ? "  " : " ");
        out.append(d.day).append(' ');
        Digits.clock(out, hour, minute, second);
        Digits.append(out.append(' '), d.year, 4);
        return PyStr.of(out.toString());
    }
}
