package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.runtime.Runtime;

/** The programs of {@code bench/} give the right results, and its tables say what was measured. */
class BenchmarksTest {
    private static final Path BENCH = Path.of("../bench").toAbsolutePath().normalize();
    private static final StringBuilder PRINTED = new StringBuilder();
    private static Runtime runtime;

    @BeforeAll
    static void start() {
        runtime = Runtime.builder()
                .path(BENCH.toString())
                .output((stream, text, origin) -> PRINTED.append(text))
                .build();
    }

    @AfterAll
    static void end() {
        runtime.close();
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(BENCH.resolve("programs"))) {
            return files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".py"))
                    .map(n -> n.substring(0, n.length() - ".py".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String print(String code) {
        PRINTED.setLength(0);
        runtime.script(code, null, false);
        return PRINTED.toString();
    }

    @TestFactory
    @Tag("slow")
    Stream<DynamicTest> eachProgramGivesWhatItExpects() {
        return print("import compare; print(*compare.CPU, *compare.STACKLESS)")
                .strip()
                .lines()
                .flatMap(names -> Stream.of(names.split(" ")))
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> runtime.call(
                                "harness",
                                "check",
                                BENCH.resolve("programs").resolve(name + ".py").toString())));
    }

    @Test
    void everyProgramIsNamedOnce() throws IOException {
        assertEquals(
                String.join("\n", programs()) + "\n",
                print("import compare; print(*sorted(compare.CPU + compare.STACKLESS), sep='\\n')"));
    }

    @Test
    void steadyIsTheMedianOfTheLastHalf() {
        assertEquals("{'first': 8, 'after': 5, 'steady': 6}\n", print("""
                        import harness, time
                        class Program:
                            EXPECTED = None
                        taken = iter([8, 0.5, 1, 7, 6, 5, 4])
                        now, clock = 0, time.perf_counter
                        def once(program):
                            global now
                            took = next(taken)
                            now += 0.25
                            return took
                        run, harness.once, time.perf_counter = harness.once, once, lambda: now
                        print(harness.measure(Program, 1.75))
                        harness.once, time.perf_counter = run, clock
                        """));
    }

    @Test
    void aTableHasTheRatiosOfTheMediansAndTheirMeans() {
        assertEquals("""
                | program | first | after 1 s | steady | spread | Picklejar, ms | other 1.0, ms |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                | quick | 2.00 |  | 0.50 | 3.00 | 4.0 / - / 1.0 | 2.0 / 2.0 / 2.0 |
                | slow | 8.00 |  | 2.00 | 3.00 | 16.0 / - / 4.0 | 2.0 / 2.0 / 2.0 |
                | broken |  |  |  |  | failed: ValueError: no |  |
                | geometric mean | 4.00 |  | 1.00 |  |  |  |
                | above 1.5 | 2 of 2 |  | 1 of 2 |  |  |  |
                False
                """, print("""
                        import compare
                        factor = {'quick': 1, 'slow': 4}
                        rounds = iter([1, 0.5, 1.5] * 2)
                        def measures(python, program, seconds):
                            if program == 'broken':
                                raise compare.Failure('ValueError: no')
                            if python == ['other']:
                                return {'first': 0.002, 'after': 0.002, 'steady': 0.002}
                            steady = 0.001 * factor[program] * next(rounds)
                            return {'first': 0.004 * factor[program], 'after': None, 'steady': steady}
                        real, compare.measures = compare.measures, measures
                        print(compare.side_by_side(['ours'], ['other'], 'other 1.0', ['quick', 'slow', 'broken'], 1, 3))
                        compare.measures = real
                        """));
    }
}
