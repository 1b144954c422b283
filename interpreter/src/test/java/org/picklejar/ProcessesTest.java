package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs under {@code processes/}, which start processes of their own, as a user would. {@code # expect: } lines say what they print. */
@Tag("slow")
class ProcessesTest {
    private static final Path PROGRAMS = Path.of("src/test/resources/processes");
    private static final String EXPECT = "# expect: ";
    private static final int MINUTES = 3;

    /** What the launcher does, without the jars: says which descriptors were given, and is {@code sys.executable}. */
    private static final String LAUNCHER = """
            #!/usr/bin/env bash
            for entry in /proc/$$/fd/*; do
              fd=${entry##*/}
              case "$fd" in 0|1|2|'*') continue ;; esac
              [ -e "$entry" ] || [ -L "$entry" ] || continue
              [ "$entry" -ef "$0" ] || given="$given $fd"
            done
            exec 'JAVA' -Xss8m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dpicklejar.launcher="$0" -Dpicklejar.descriptors="$given" -cp 'CLASSES' org.picklejar.cli.Main "$@"
            """;

    @TestFactory
    Stream<DynamicTest> eachProgramPrintsWhatItSays(@TempDir Path folder) throws IOException {
        Path launcher = folder.resolve("launcher");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Files.writeString(launcher, LAUNCHER.replace("JAVA", java).replace("CLASSES", classPath));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            return files.sorted().toList().stream()
                    .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> run(launcher, p)));
        }
    }

    private static void run(Path launcher, Path program) throws IOException, InterruptedException {
        String expected = Files.readString(program)
                .lines()
                .filter(l -> l.startsWith(EXPECT))
                .map(l -> l.substring(EXPECT.length()))
                .collect(Collectors.joining("\n"));
        assertTrue(!expected.isEmpty(), "nothing is expected");
        File out = Files.createTempFile(launcher.getParent(), "out", ".txt").toFile();
        Process p = new ProcessBuilder(
                        launcher.toString(), program.toAbsolutePath().toString())
                .redirectOutput(out)
                .redirectErrorStream(true)
                .start();
        try {
            p.getOutputStream().close();
            assertTrue(p.waitFor(MINUTES, TimeUnit.MINUTES), () -> "still runs; it has printed: " + text(out));
            assertEquals(expected, text(out));
        } finally {
            p.destroyForcibly();
        }
    }

    private static String text(File f) {
        try {
            return Files.readString(f.toPath()).stripTrailing();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
