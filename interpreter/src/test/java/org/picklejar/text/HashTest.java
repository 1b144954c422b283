package org.picklejar.text;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.picklejar.text.hash.Blake2;
import org.picklejar.text.hash.Shake;

class HashTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static int n(String digits) {
        return Integer.parseInt(digits);
    }

    static String run(String name, String[] a) {
        byte[] data = hex(a[0]);
        int half = data.length / 2;
        if (name.startsWith("shake")) {
            Shake shake = new Shake(n(name.substring(5)));
            shake.update(data, 0, half);
            shake.digest(3);
            shake.update(data, half, data.length - half);
            return HexFormat.of().formatHex(shake.digest(n(a[1])));
        }
        Blake2 blake = new Blake2(
                Blake2.Variant.valueOf(name.substring(6)),
                new Blake2.Parameters(
                        n(a[1]),
                        hex(a[2]),
                        hex(a[3]),
                        hex(a[4]),
                        n(a[5]),
                        n(a[6]),
                        new BigInteger(a[7]),
                        new BigInteger(a[8]),
                        n(a[9]),
                        n(a[10]),
                        a[11].equals("1")));
        blake.update(data, 0, half);
        blake.digest();
        blake.update(data, half, data.length - half);
        return HexFormat.of().formatHex(blake.digest());
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("hash.tsv", HashTest::run);
    }
}
