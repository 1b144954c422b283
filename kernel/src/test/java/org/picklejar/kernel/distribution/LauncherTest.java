package org.picklejar.kernel.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs with the launcher, in processes of their own: what depends on options, the environment, the standard streams, or starts
 * {@code sys.executable}. Lines {@code # expect: ...} hold what they write; both streams go into one pipe.
 */
@Tag("distribution")
class LauncherTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/launcher");
    private static final String EXPECT = "# expect: ";

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void writesWhatItSays(Path program) throws Exception {
        Process process = new ProcessBuilder("../picklejar", "script", program.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String expected = Files.readAllLines(program).stream()
                .filter(l -> l.startsWith(EXPECT))
                .map(l -> l.substring(EXPECT.length()))
                .collect(Collectors.joining("\n"));
        assertEquals(expected, written.stripTrailing());
    }
}
