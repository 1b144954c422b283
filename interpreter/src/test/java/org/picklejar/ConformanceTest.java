package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/**
 * Runs modules of CPython's own test suite, which the build unpacks for the tests. {@code conformance/modules.txt} names the modules
 * and under each the tests that are known to fail, with the reason; {@code *} stands for any text. A test that fails and is not
 * named is an error, and so is one that is named and passes, but for those with a question mark, which depend on when Java collects,
 * or on the machine.
 */
@Tag("slow")
class ConformanceTest {
    private static final Path FOLDER = Path.of("src/test/resources/conformance");
    private static final Path SUITE = Path.of("target/conformance/org/bytedeco/cpython/linux-x86_64/lib/python3.13")
            .toAbsolutePath();

    /** Behind the name of a module that takes minutes: it is only run when the system property {@code modules} chooses it. */
    private static final String LONG = " (long)";

    @TestFactory
    Stream<DynamicTest> modules() throws IOException {
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        Set<String> failures = null;
        for (String line : Files.readAllLines(FOLDER.resolve("modules.txt"))) {
            if (line.startsWith("test_")) {
                failures = new TreeSet<>();
                expected.put(line.strip(), failures);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                assertTrue(colon > 0 && colon + 2 < line.length(), "no reason is given: " + line);
                failures.add(line.substring(0, colon).strip());
            }
        }
        String chosen = System.getProperty("modules", "");
        return expected.entrySet().stream()
                .filter(e -> chosen.isEmpty()
                        ? !e.getKey().endsWith(LONG)
                        : e.getKey().contains(chosen))
                .map(e -> {
                    String module = e.getKey().replace(LONG, "");
                    return DynamicTest.dynamicTest(module, () -> check(module, e.getValue()));
                });
    }

    // A StringBuffer, because threads of the module print too.
    @SuppressWarnings("JdkObsolete")
    private static void check(String module, Set<String> expectedFailures) throws IOException {
        StringBuffer printed = new StringBuffer();
        String program = Files.readString(FOLDER.resolve("run_module.py")) + "\nrun('" + module + "')\n";
        try (Runtime runtime = Runtime.builder()
                .keepClassesIn(CompiledUnits.FOLDER)
                .path(SUITE.toString())
                .output((stream, text, origin) -> printed.append(stream.equals("stdout") ? text : ""))
                .build()) {
            Interpreter.Outcome outcome = runtime.script(program, "run_module.py", false);
            String trouble = outcome instanceof Interpreter.Outcome.Error e
                    ? String.join("\n", e.error().traceback())
                    : "";
            assertEquals("", trouble);
        }
        List<String> lines = printed.toString().lines().toList();
        assertTrue(lines.stream().anyMatch(l -> l.matches("run [1-9].*")), module + " has run no test");
        Set<String> failures = lines.stream()
                .filter(l -> l.startsWith("failed "))
                .map(l -> l.substring(7))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unexpected = new TreeSet<>(failures);
        expectedFailures.forEach(e -> unexpected.removeIf(f -> names(e, f)));
        Set<String> mended = new TreeSet<>(expectedFailures);
        mended.removeIf(e -> e.startsWith("? ") || failures.stream().anyMatch(f -> names(e, f)));
        assertEquals(
                "failing: [], passing though named: []",
                "failing: " + unexpected + ", passing though named: " + mended,
                module);
    }

    private static boolean names(String expected, String test) {
        String name = expected.startsWith("? ") ? expected.substring(2) : expected;
        return test.matches("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    }
}
