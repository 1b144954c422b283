package org.picklejar.kernel.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs with the launcher, in processes of their own: what depends on options, the environment, descriptors, the standard
 * streams, or starts {@code sys.executable}. Lines {@code # expect: ...} hold what they write; both streams go into one file.
 */
@Tag("distribution")
class LauncherTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/launcher");
    private static final String EXPECT = "# expect: ";
    private static final int MINUTES = 3;

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void writesWhatItSays(Path program, @TempDir Path folder) throws Exception {
        String expected = Files.readAllLines(program).stream()
                .filter(l -> l.startsWith(EXPECT))
                .map(l -> l.substring(EXPECT.length()))
                .collect(Collectors.joining("\n"));
        assertTrue(!expected.isEmpty(), "nothing is expected");
        Path written = folder.resolve("written");
        Process process = new ProcessBuilder("../picklejar", "script", program.toString())
                .redirectOutput(written.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            boolean ends = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(written).stripTrailing();
            assertTrue(ends, () -> "still runs; it has written: " + text);
            assertEquals(expected, text);
        } finally {
            process.destroyForcibly();
        }
    }
}
