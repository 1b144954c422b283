package org.picklejar.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What version this is of what; the build writes it down. */
public final class Versions {
    private static final Properties TEXTS = read();

    public static final String PICKLEJAR = TEXTS.getProperty("picklejar");
    /** The version of Python that the dialect follows, and whose library comes with it: "3.13.5". */
    public static final String PYTHON = TEXTS.getProperty("python");

    private Versions() {}

    private static Properties read() {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            Properties texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
