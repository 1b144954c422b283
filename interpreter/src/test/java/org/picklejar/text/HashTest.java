package org.picklejar.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.picklejar.text.hash.Blake2;
import org.picklejar.text.hash.Keccak;
import org.picklejar.text.hash.Md5;
import org.picklejar.text.hash.Sha1;
import org.picklejar.text.hash.Sha256;
import org.picklejar.text.hash.Sha512;
import org.picklejar.text.hash.StreamHash;

class HashTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static int n(String digits) {
        return Integer.parseInt(digits);
    }

    static String run(String name, String[] a) {
        byte[] data = hex(a[0]);
        if (name.startsWith("shake")) {
            return digest(data, Keccak.shake(n(name.substring(5))), n(a[1]));
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
        return digest(data, blake, 0);
    }

    /** In two parts; the second is given to a hash that has the state of the first. */
    private static String digest(byte[] data, StreamHash hash, int length) {
        StreamHash next = hash.copy();
        int half = data.length / 2;
        hash.update(data, 0, half);
        hash.digest(3);
        next.restore(hash.state());
        next.update(data, half, data.length - half);
        return HexFormat.of().formatHex(next.digest(length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MD5",
                "SHA-1",
                "SHA-224",
                "SHA-256",
                "SHA-384",
                "SHA-512",
                "SHA3-224",
                "SHA3-256",
                "SHA3-384",
                "SHA3-512"
            })
    void agreesWithTheJdk(String name) throws NoSuchAlgorithmException {
        byte[] data = new byte[700];
        new Random(1).nextBytes(data);
        for (int n = 0; n <= data.length; n++) {
            byte[] part = Arrays.copyOf(data, n);
            String expected =
                    HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(part));
            assertEquals(expected, digest(part, make(name), 0), name + " of " + n + " bytes");
        }
    }

    private static StreamHash make(String name) {
        int bits = n(name.substring(name.length() - 3).replaceAll("[^0-9]", ""));
        return switch (name) {
            case "MD5" -> new Md5();
            case "SHA-1" -> new Sha1();
            case "SHA-224", "SHA-256" -> new Sha256(bits);
            case "SHA-384", "SHA-512" -> new Sha512(bits);
            default -> Keccak.sha3(bits);
        };
    }

    @Test
    void damagedStatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Md5().restore(new Sha1().state()));
        byte[] state = new Sha256(256).state();
        state[3] = 64;
        assertThrows(IllegalArgumentException.class, () -> new Sha256(256).restore(state));
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("hash.tsv", HashTest::run);
    }
}
