package org.picklejar.modules.codecs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.picklejar.core.Errors;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;

/** {@code escape_encode} and {@code escape_decode}: the escapes of bytes literals. */
final class EscapeCodec {
    private EscapeCodec() {}

    static void define(ModuleBuilder b) {
        b.function("escape_encode(data, errors=None, /)", EscapeCodec::encode)
                .function("escape_decode(data, errors=None, /)", EscapeCodec::decode);
    }

    private static PyObject encode(PyObject data, PyObject errors) {
        if (!(Values.payload(data) instanceof PyBytes b)) {
            throw Errors.typeError(
                    "escape_encode() argument 1 must be bytes, not %s",
                    data.type().name());
        }
        StringBuilder out = new StringBuilder();
        for (byte octet : b.value) {
            int c = octet & 0xFF;
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\'' -> out.append("\\'");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default ->
                    out.append(c < 32 || c > 126 ? String.format(Locale.ROOT, "\\x%02x", c) : String.valueOf((char) c));
            }
        }
        return CodecsModule.pair(new PyBytes(out.toString().getBytes(StandardCharsets.ISO_8859_1)), b.value.length);
    }

    private static PyObject decode(PyObject data, PyObject errors) {
        byte[] s = Values.payload(data) instanceof PyStr t
                ? t.toString().getBytes(StandardCharsets.UTF_8)
                : Buffers.bytes(data);
        String handling = errors == PySingleton.NONE ? "strict" : errors.toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream(s.length);
        int i = 0;
        while (i < s.length) {
            int c = s[i++];
            if (c != '\\') {
                out.write(c);
                continue;
            }
            if (i == s.length) {
                throw Errors.valueError("Trailing \\ in string");
            }
            c = s[i++];
            int simple = "\\'\"abfnrtv".indexOf(c);
            if (simple >= 0) {
                out.write("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            } else if (c >= '0' && c <= '7') {
                int value = c - '0';
                for (int k = 0; k < 2 && i < s.length && s[i] >= '0' && s[i] <= '7'; k++) {
                    value = value * 8 + s[i++] - '0';
                }
                out.write(value);
            } else if (c == 'x') {
                int high = i < s.length ? Character.digit(s[i], 16) : -1;
                int low = i + 1 < s.length ? Character.digit(s[i + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    i += 2;
                } else if (handling.equals("strict")) {
                    throw Errors.valueError("invalid \\x escape at position %d", i - 2);
                } else {
                    if (handling.equals("replace")) {
                        out.write('?');
                    } else if (!handling.equals("ignore")) {
                        throw Errors.valueError("decoding error; unknown error handling code: " + handling);
                    }
                    i += high >= 0 ? 1 : 0;
                }
            } else if (c != '\n') {
                out.write('\\');
                out.write(c);
            }
        }
        return CodecsModule.pair(new PyBytes(out.toByteArray()), s.length);
    }
}
