package org.picklejar.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.picklejar.core.PyStr;
import org.picklejar.text.codec.CodingError;
import org.picklejar.text.codec.Decoded;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.UnicodeEscape;
import org.picklejar.text.codec.Utf8;

/** Text in pickles: UTF-8 in which lone surrogates survive ("surrogatepass"), and the escapes of protocol 0. */
final class PickleText {
    private PickleText() {}

    static byte[] encode(PyStr s) {
        if (s.isSimple()) {
            String text = s.toString();
            byte[] out = text.getBytes(StandardCharsets.UTF_8);
            // One byte for each char: all are ASCII, or surrogates, for which there is a question mark then.
            if (out.length == text.length() && text.equals(new String(out, StandardCharsets.ISO_8859_1))) {
                return out;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(s.length() + 16);
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (c < 0x80) {
                out.write(c);
                continue;
            }
            if (c < 0x800) {
                out.write(0xC0 | c >> 6);
            } else {
                if (c < 0x10000) {
                    out.write(0xE0 | c >> 12);
                } else {
                    out.write(0xF0 | c >> 18);
                    out.write(0x80 | c >> 12 & 0x3F);
                }
                out.write(0x80 | c >> 6 & 0x3F);
            }
            out.write(0x80 | c & 0x3F);
        }
        return out.toByteArray();
    }

    /** @throws CodingError for malformed bytes */
    static PyStr decode(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return PyStr.of(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        Decoded d = Utf8.decode(Arrays.copyOfRange(bytes, from, to), ErrorHandlers.SURROGATE_PASS, true);
        return PyStr.of(d.text());
    }

    /** Raw-unicode-escape that keeps to one line (CPython: raw_unicode_escape in _pickle.c). */
    static byte[] escape(PyStr s) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            int c = s.codePointAt(i);
            if (c >= 0x10000) {
                b.append(String.format(Locale.ROOT, "\\U%08x", c));
            } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
                b.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                b.append((char) c);
            }
        }
        return b.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static PyStr unescape(byte[] line) {
        return PyStr.of(
                UnicodeEscape.decodeRaw(line, ErrorHandlers.STRICT, true).text());
    }
}
