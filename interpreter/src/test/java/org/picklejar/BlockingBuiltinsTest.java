package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.picklejar.core.BlockingBuiltins;

/** The list of blocking builtins says all places that wait for Python in Java. A new one needs a reason; one less shortens the list. */
class BlockingBuiltinsTest {
    private static final Pattern WAIT = Pattern.compile("\\b(x|e|execution)\\.(await|callAndWait)\\(");
    private static final Path SOURCES = Path.of("src/main/java/org/picklejar");

    @Test
    void theListIsWhatTheSourcesHold() throws IOException {
        Map<String, Integer> listed = new TreeMap<>();
        BlockingBuiltins.all().forEach((name, entry) -> listed.put(name, entry.uses()));
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path p : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".java"))::iterator) {
                String name =
                        SOURCES.relativize(p).toString().replace(".java", "").replace('/', '.');
                int uses = (int) WAIT.matcher(Files.readString(p)).results().count();
                // The facade waits for programs as a whole.
                if (uses > 0 && !name.startsWith("runtime.") && !name.equals("core.Execution")) {
                    found.put(name, uses);
                }
            }
        }
        assertEquals(listed, found);
    }
}
