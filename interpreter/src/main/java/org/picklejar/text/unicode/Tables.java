package org.picklejar.text.unicode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the resource tables of this package. */
final class Tables {
    private Tables() {}

    static String[] tokens(String name) {
        return text(name).trim().split("\\s+");
    }

    static String[] lines(String name) {
        return text(name).trim().split("\n");
    }

    private static String text(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the Unicode table " + name + ".txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
