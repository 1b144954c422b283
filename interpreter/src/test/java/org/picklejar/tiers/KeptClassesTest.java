package org.picklejar.tiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.runtime.Runtime;

/** Compiled classes that are kept in a folder serve later runtimes, and do nobody any harm. */
class KeptClassesTest {
    private static final String PROGRAM = """
            class Shape:
                def __init__(self, side):
                    self.side = side
                def area(self):
                    return self.side * self.side
            def texts(n):
                for i in range(n):
                    yield str(i) + 'abc'.upper() + repr(len('x' * i))
            def total(values, shape):
                sum_ = 0
                for v in values:
                    try:
                        sum_ += v * shape.area() %% 1009 + abs(-3)
                    except TypeError:
                        sum_ -= 1
                return sum_, isinstance(shape, Shape)
            for values in %s:
                print(total(values, Shape(3)), sum(len(t) for t in texts(50)))
            """;
    private static final String INTS = "[range(100)] * 9";
    private static final String MIXED = "[range(100), [0.5, 'text', 2 ** 70] * 30] * 9";

    @TempDir
    Path folder;

    private String run(String values) {
        StringBuilder printed = new StringBuilder();
        try (Runtime r = Runtime.builder()
                .keepClassesIn(folder)
                .compileAfter(3, 20)
                .output((stream, text, origin) -> printed.append(text))
                .build()) {
            r.script(PROGRAM.formatted(values), "program.py", false);
        }
        return printed.toString();
    }

    private Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path p : all.toList()) {
                found.put(p.getFileName().toString(), Files.getLastModifiedTime(p));
            }
        }
        return found;
    }

    @Test
    void theSecondRunMakesNone() throws IOException {
        String printed = run(INTS);
        Map<String, FileTime> first = files();
        assertTrue(first.size() > 5, () -> "kept: " + first);
        assertEquals(printed, run(INTS));
        assertEquals(first, files());
    }

    @Test
    void otherNumbersAreOtherClasses() throws IOException {
        String expected = run(MIXED);
        Map<String, FileTime> first = files();
        run(INTS);
        assertTrue(files().size() > first.size());
        assertEquals(expected, run(MIXED));
    }

    @Test
    void damagedFilesAreMadeAgain() throws IOException {
        String printed = run(INTS);
        int kind = 0;
        for (String name : files().keySet()) {
            Path file = folder.resolve(name);
            byte[] content = Files.readAllBytes(file);
            switch (kind++ % 3) {
                case 0 -> content[content.length / 2] ^= 1;
                case 1 -> content = new byte[content.length - 1];
                default -> content = new byte[3];
            }
            Files.write(file, content);
        }
        Map<String, FileTime> damaged = files();
        assertEquals(printed, run(INTS));
        assertEquals(damaged.keySet(), files().keySet());
        for (String name : damaged.keySet()) {
            assertTrue(Files.size(folder.resolve(name)) > 12, name);
        }
    }

    @Test
    void aProgramThatMakesFunctionsWithoutEndDoesNotFillTheDisk() throws IOException {
        String program = """
                import os
                for i in range(600):
                    exec(f'def f(): return {i} + 1', names := {})
                    names['f'](), names['f'](), names['f']()
                    if i == 20:
                        for n in range(5000):
                            open(os.path.join(FOLDER, f'older{n}'), 'w').close()
                """;
        try (Runtime r =
                Runtime.builder().keepClassesIn(folder).compileAfter(3, 20).build()) {
            r.script(program.replace("FOLDER", "'" + folder + "'"), "program.py", false);
        }
        int left = files().size();
        assertTrue(left > 1500 && left < 3000, () -> "kept: " + left);
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        String printed = run(INTS);
        folder = Files.writeString(folder.resolve("file"), "").resolve("in a file");
        assertEquals(printed, run(INTS));
    }
}
