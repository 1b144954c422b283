package org.picklejar.text;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class IntTextTest {
    static String run(String name, String[] a) {
        switch (name) {
            case "parse":
                return IntText.toText(IntText.parse(a[0], Integer.parseInt(a[1]), IntText.DEFAULT_MAX_DIGITS), 36, 0);
            case "text":
                return IntText.toText(IntText.parse(a[0], 36, 0), Integer.parseInt(a[1]), Integer.parseInt(a[2]));
            default:
                throw new AssertionError(name);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("int.tsv", IntTextTest::run);
    }
}
