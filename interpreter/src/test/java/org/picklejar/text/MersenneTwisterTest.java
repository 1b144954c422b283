package org.picklejar.text;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    /** Draws floats (-1) and numbers of so many bits, and appends the digest of the state. */
    static String run(String name, String[] a) {
        MersenneTwister twister = new MersenneTwister();
        twister.seed(new BigInteger(a[0], 16));
        StringBuilder out = new StringBuilder();
        for (String bits : a[1].split(" ")) {
            int n = Integer.parseInt(bits);
            out.append(
                            n < 0
                                    ? FloatText.repr(twister.random())
                                    : twister.getRandomBits(n).toString(16))
                    .append(' ');
        }
        long[] state = twister.getState();
        twister.setState(state);
        String text = Arrays.stream(state).mapToObj(Long::toString).collect(Collectors.joining(","));
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
            return out + String.format(Locale.ROOT, "%032x", new BigInteger(1, digest));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void agreesWithCPython() throws IOException {
        TextCases.check("random.tsv", MersenneTwisterTest::run);
    }
}
