package org.picklejar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the runtimes of one test process keep what they have compiled: what a program runs is compiled once, not in each of a hundred runtimes. */
public final class CompiledUnits {
    public static final Path FOLDER = fresh();

    private CompiledUnits() {}

    private static Path fresh() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/units")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
