package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Programs with the text that they shall give beside them. {@code -Dgolden.write=true} writes what they give now. */
final class GoldenFiles {
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** What a program gives. */
    interface Producer {
        String produce(Path program) throws IOException;
    }

    private GoldenFiles() {}

    /** One test for each NAME.py of a folder: it gives the text of NAME.txt. */
    static Stream<DynamicTest> tests(String folder, Producer producer) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<Path> programs =
                    files.filter(p -> p.toString().endsWith(".py")).sorted().toList();
            assertTrue(programs.size() >= 12, folder);
            return programs.stream()
                    .map(p ->
                            DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p, producer.produce(p))));
        }
    }

    private static void compare(Path program, String actual) throws IOException {
        Path golden = Path.of(program.toString().replaceFirst("\\.py$", ".txt"));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual);
    }
}
