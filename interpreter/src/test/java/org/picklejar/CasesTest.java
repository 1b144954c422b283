package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/**
 * Runs the programs under {@code cases/}. One with lines {@code # ==== fresh process} has several parts, each of which a fresh
 * runtime runs, in the same folder; the {@code # expect: } lines say what the last one prints.
 */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String FRESH = "(?m)^# ==== fresh process.*\n";
    private static final String EXPECT = "# expect:";

    @TestFactory
    Stream<DynamicTest> eachCaseGivesWhatItSays(@TempDir Path folders) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .filter(p -> p.getFileName().toString().contains(System.getProperty("cases", "")))
                    .sorted()
                    .toList()
                    .stream()
                    .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> run(p, folders)));
        }
    }

    private static void run(Path file, Path folders) throws IOException {
        String text = Files.readString(file);
        List<String> expected = text.lines()
                .filter(l -> l.startsWith(EXPECT))
                .map(l -> l.substring(EXPECT.length()).replaceFirst("^ ", ""))
                .toList();
        assertTrue(!expected.isEmpty(), "nothing is expected");
        Path folder = Files.createDirectory(folders.resolve(file.getFileName()));
        StringBuilder printed = new StringBuilder();
        String[] parts = text.split(FRESH);
        for (int i = 0; i < parts.length; i++) {
            printed.setLength(0);
            String name = "part" + i + ".py";
            Files.writeString(folder.resolve(name), parts[i]);
            try (Runtime r = Runtime.builder()
                    .keepClassesIn(CompiledUnits.FOLDER)
                    .path(folder.toString())
                    .output((stream, out, origin) -> {
                        synchronized (printed) {
                            printed.append(out);
                        }
                    })
                    .build()) {
                r.script("__import__('os').chdir(" + quoted(folder) + ")", null, false);
                Interpreter.Outcome outcome = r.script(parts[i], name, false);
                r.awaitThreads();
                if (outcome instanceof Interpreter.Outcome.Error e) {
                    printed.append(String.join("\n", e.error().traceback()));
                }
            }
            Files.delete(folder.resolve(name));
        }
        assertEquals(String.join("\n", expected), printed.toString().stripTrailing());
    }

    private static String quoted(Path p) {
        return "'" + p.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
