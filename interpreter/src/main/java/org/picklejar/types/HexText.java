package org.picklejar.types;

import java.io.ByteArrayOutputStream;
import org.picklejar.core.Errors;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** Bytes as hexadecimal digits (CPython: pystrhex.c). */
public final class HexText {
    private static final String DIGITS = "0123456789abcdef";

    private HexText() {}

    /** {@code b.hex(sep, bytes_per_sep)}; {@code sep} is null when not given. */
    public static PyStr of(byte[] b, PyObject sep, PyObject perSep) {
        int group = Values.toInt(perSep);
        char separator = sep == null ? 0 : separator(sep);
        StringBuilder out = new StringBuilder(b.length * 2);
        int n = Math.abs(group);
        for (int i = 0; i < b.length; i++) {
            if (sep != null && i > 0 && n > 0 && (group > 0 ? b.length - i : i) % n == 0) {
                out.append(separator);
            }
            out.append(DIGITS.charAt(b[i] >> 4 & 15)).append(DIGITS.charAt(b[i] & 15));
        }
        return PyStr.of(out.toString());
    }

    private static char separator(PyObject sep) {
        PyObject v = Values.payload(sep);
        int length;
        int c = 0;
        if (v instanceof PyStr s) {
            length = s.length();
            c = length == 1 ? s.codePointAt(0) : 0;
        } else {
            byte[] b = Buffers.bytesOrNull(sep);
            if (b == null) {
                throw Errors.typeError("sep must be str or bytes.");
            }
            length = b.length;
            c = length == 1 ? b[0] & 0xFF : 0;
        }
        if (length != 1) {
            throw Errors.valueError("sep must be length 1.");
        }
        if (c > 127) {
            throw Errors.valueError("sep must be ASCII.");
        }
        return (char) c;
    }

    /** The bytes of pairs of digits with whitespace between them. */
    static byte[] parse(PyStr s) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int n = s.length();
        for (int i = 0; i < n; ) {
            if (BytesSplit.isSpace(s.codePointAt(i))) {
                i++;
                continue;
            }
            int high = digit(s, i);
            int low = high < 0 ? -1 : digit(s, i + 1);
            if (low < 0) {
                throw Errors.valueError(
                        "non-hexadecimal number found in fromhex() arg at position %d", high < 0 ? i : i + 1);
            }
            out.write(high << 4 | low);
            i += 2;
        }
        return out.toByteArray();
    }

    private static int digit(PyStr s, int i) {
        return i < s.length() && s.codePointAt(i) < 128 ? Character.digit(s.codePointAt(i), 16) : -1;
    }
}
