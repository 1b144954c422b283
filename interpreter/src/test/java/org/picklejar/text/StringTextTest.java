package org.picklejar.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StringTextTest {
    static String run(String name, String[] a) {
        switch (name) {
            case "repr":
                return StringText.repr(a[0]);
            case "ascii":
                return StringText.ascii(a[0]);
            case "asciiOfRepr":
                return StringText.asciiOfRepr(a[0]);
            case "reprBytes":
                return StringText.reprBytes(a[0].getBytes(StandardCharsets.ISO_8859_1));
            case "splitlines":
                return joined(LineSplit.split(a[0], a[1].equals("1")));
            case "bytesSplitlines":
                StringBuilder out = new StringBuilder("[");
                for (byte[] line : LineSplit.split(a[0].getBytes(StandardCharsets.ISO_8859_1), a[1].equals("1"))) {
                    out.append(out.length() == 1 ? "" : ", ").append(StringText.reprBytes(line));
                }
                return out.append("]").toString();
            default:
                throw new AssertionError(name);
        }
    }

    private static String joined(Iterable<String> lines) {
        StringBuilder out = new StringBuilder("[");
        for (String line : lines) {
            out.append(out.length() == 1 ? "" : ", ").append(StringText.repr(line));
        }
        return out.append("]").toString();
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("string.tsv", StringTextTest::run);
    }
}
