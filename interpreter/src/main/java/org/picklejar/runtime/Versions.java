package org.picklejar.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.picklejar.imports.Library;

/** What version this is of what; the build writes it down. */
public final class Versions {
    public static final String RESOURCE = "org/picklejar/runtime/versions.properties";

    private static final Properties TEXTS = read();

    public static final String PICKLEJAR = TEXTS.getProperty("picklejar");
    /** The version of Python that the dialect follows, and whose library comes with it: "3.13.5". */
    public static final String PYTHON = TEXTS.getProperty("python");

    private Versions() {}

    private static Properties read() {
        try {
            Properties texts = new Properties();
            texts.load(new ByteArrayInputStream(Library.bytes(RESOURCE)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
