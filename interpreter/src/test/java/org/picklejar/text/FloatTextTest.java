package org.picklejar.text;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FloatTextTest {
    static double number(String bits) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    }

    static String run(String name, String[] a) {
        switch (name) {
            case "repr":
                return FloatText.repr(number(a[0]));
            case "parse":
                return FloatText.repr(FloatText.parse(a[0]));
            case "hex":
                return FloatText.hex(number(a[0]));
            case "fromhex":
                return FloatText.hex(FloatText.fromHex(a[0]));
            case "round":
                return FloatText.repr(FloatText.round(number(a[0]), Integer.parseInt(a[1])));
            case "int":
                return FloatText.toInteger(number(a[0])).toString();
            case "format":
                return FloatText.format(
                        number(a[0]),
                        a[1].charAt(0),
                        Integer.parseInt(a[2]),
                        new FloatText.Layout(a[3].equals("#"), false, false));
            default:
                throw new AssertionError(name);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("float.tsv", FloatTextTest::run);
    }
}
