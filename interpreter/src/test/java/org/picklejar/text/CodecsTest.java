package org.picklejar.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.picklejar.text.codec.ByteOrder;
import org.picklejar.text.codec.Decoded;
import org.picklejar.text.codec.ErrorHandler;
import org.picklejar.text.codec.ErrorHandlers;
import org.picklejar.text.codec.SingleByte;
import org.picklejar.text.codec.UnicodeEscape;
import org.picklejar.text.codec.Utf7;
import org.picklejar.text.codec.Utf8;
import org.picklejar.text.codec.WideCodec;

class CodecsTest {
    static String run(String name, String[] a) {
        ErrorHandler handler = ErrorHandlers.named(a[1]);
        if (name.equals("encode")) {
            return new String(encode(a[0], handler, a[2]), StandardCharsets.ISO_8859_1);
        }
        Decoded decoded = decode(a[0], handler, a[3].getBytes(StandardCharsets.ISO_8859_1), a[2].equals("1"));
        return decoded.consumed() + "|" + decoded.text();
    }

    private static ByteOrder order(String encoding) {
        return encoding.endsWith("-le")
                ? ByteOrder.LITTLE
                : encoding.endsWith("-be") ? ByteOrder.BIG : ByteOrder.MARKED;
    }

    private static byte[] encode(String encoding, ErrorHandler handler, String text) {
        switch (encoding) {
            case "utf-8":
                return Utf8.encode(text, handler);
            case "utf-7":
                return Utf7.encode(text);
            case "ascii":
                return SingleByte.encodeAscii(text, handler);
            case "latin-1":
                return SingleByte.encodeLatin1(text, handler);
            case "charmap":
                return SingleByte.encodeCharmap(
                        text, handler, c -> c == SingleByte.UNDEFINED ? -1 : cp1252().indexOf(c));
            case "unicode_escape":
                return UnicodeEscape.encode(text);
            case "raw_unicode_escape":
                return UnicodeEscape.encodeRaw(text);
            default:
                WideCodec codec = encoding.startsWith("utf-16") ? WideCodec.UTF_16 : WideCodec.UTF_32;
                return codec.encode(text, handler, order(encoding));
        }
    }

    private static Decoded decode(String encoding, ErrorHandler handler, byte[] bytes, boolean complete) {
        switch (encoding) {
            case "utf-8":
                return Utf8.decode(bytes, handler, complete);
            case "utf-7":
                return Utf7.decode(bytes, handler, complete);
            case "ascii":
                return SingleByte.decodeAscii(bytes, handler);
            case "latin-1":
                return SingleByte.decodeLatin1(bytes);
            case "charmap":
                return SingleByte.decodeCharmap(bytes, handler, cp1252());
            case "unicode_escape":
                UnicodeEscape.Result result = UnicodeEscape.decode(bytes, handler, complete);
                return new Decoded(result.text(), result.consumed());
            case "raw_unicode_escape":
                return UnicodeEscape.decodeRaw(bytes, handler, complete);
            default:
                WideCodec codec = encoding.startsWith("utf-16") ? WideCodec.UTF_16 : WideCodec.UTF_32;
                WideCodec.Result wide = codec.decode(bytes, handler, order(encoding), complete);
                return new Decoded(wide.text(), wide.consumed());
        }
    }

    /** The decoding table of cp1252, with its five holes. */
    private static String cp1252() {
        StringBuilder table = new StringBuilder();
        for (int b = 0; b < 256; b++) {
            table.append(
                    b < 0x80 || b >= 0xA0
                            ? (char) b
                            : "\u20AC\uFFFE\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFE\u017D\uFFFE"
                                    .concat(
                                            "\uFFFE\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFE\u017E\u0178")
                                    .charAt(b - 0x80));
        }
        return table.toString();
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("codec.tsv", CodecsTest::run);
    }
}
