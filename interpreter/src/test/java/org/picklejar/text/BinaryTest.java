package org.picklejar.text;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.picklejar.text.deflate.Checksums;

class BinaryTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A value from its kind and text: B0, i12, f and the bits, s and hex digits. */
    private static Object value(String text) {
        String rest = text.substring(1);
        switch (text.charAt(0)) {
            case 'B':
                return rest.equals("1");
            case 'i':
                return new BigInteger(rest);
            case 'f':
                return FloatTextTest.number(rest);
            default:
                return hex(rest);
        }
    }

    private static String text(Object value) {
        if (value instanceof Boolean b) {
            return b ? "B1" : "B0";
        }
        if (value instanceof Long || value instanceof BigInteger) {
            return "i" + value;
        }
        if (value instanceof Double d) {
            return d.isNaN() ? "nan" : String.format(Locale.ROOT, "f%016x", Double.doubleToRawLongBits(d));
        }
        return "s" + hex((byte[]) value);
    }

    static String run(String name, String[] a) {
        switch (name) {
            case "pack":
                StructFormat format = StructFormat.parse(a[0]);
                String[] texts = a[1].isEmpty() ? new String[0] : a[1].split(" ");
                Object[] items = new Object[texts.length];
                for (int i = 0; i < items.length; i++) {
                    items[i] = value(texts[i]);
                }
                return hex(format.pack(items));
            case "unpack":
                StringBuilder out = new StringBuilder();
                for (Object item : StructFormat.parse(a[0]).unpack(hex(a[1]))) {
                    out.append(out.length() == 0 ? "" : " ").append(text(item));
                }
                return out.toString();
            case "a2b_base64":
                return hex(Binascii.fromBase64(latin(a[0]), a[1].equals("1")));
            case "b2a_base64":
                return latin(Binascii.toBase64(hex(a[0]), a[1].equals("1")));
            case "hexlify":
                return latin(Binascii.toHex(hex(a[0]), ':', Integer.parseInt(a[1])));
            case "unhexlify":
                return hex(Binascii.fromHex(latin(a[0])));
            case "b2a_uu":
                return latin(Binascii.toUu(hex(a[0]), a[1].equals("1")));
            case "a2b_uu":
                return hex(Binascii.fromUu(latin(a[0])));
            case "crc32":
                return Long.toString(Checksums.crc32((int) Long.parseLong(a[1]), hex(a[0])));
            case "crc_hqx":
                return Integer.toString(Binascii.crcHqx(hex(a[0]), Integer.parseInt(a[1])));
            case "b2a_qp":
                return latin(QuotedPrintable.encode(latin(a[0]), a[1].equals("1"), a[2].equals("1"), a[3].equals("1")));
            case "a2b_qp":
                return latin(QuotedPrintable.decode(latin(a[0]), a[1].equals("1")));
            default:
                throw new AssertionError(name);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("binary.tsv", BinaryTest::run);
    }
}
