package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.WaitingFrames;

/**
 * A program whose function {@code f} waits inside a builtin. A file holds several, each under a line with the name of the frame
 * ({@code # frame: ops.ExtendFrame/1}) and with the lines that it prints ({@code # expect: [1, 2]}): what CPython prints when
 * {@code wait} just returns its argument.
 */
record NativeFrameProgram(String frame, String code, List<String> expected) {
    private static final Pattern FRAME = Pattern.compile("(?m)^# frame: (.*)\\n");
    private static final Pattern EXPECT = Pattern.compile("(?m)^# expect: (.*)$");
    /** No program stops so often. */
    private static final int MOST_STOPS = 200;

    /** What programs wait with: {@code wait} itself, and values whose truth, order or equality waits. */
    private static final String HEAD = """
        import stackless


        def wait(value=None):
            stackless.schedule_remove()
            return value


        class Truth:
            def __init__(self, value):
                self.value = value

            def __bool__(self):
                return wait(self.value)


        class Less:
            def __init__(self, value, place=0):
                self.value = value
                self.place = place

            def __lt__(self, other):
                return wait(Truth(self.value < other.value))


        class Equal:
            def __init__(self, value):
                self.value = value

            def __eq__(self, other):
                return wait(Truth(self.value == getattr(other, 'value', other)))


        """;

    private static final String TAIL = """


        def run():
            print(f())


        job = stackless.tasklet(run)()
        stackless.run()
        """;
    private static final String GO_ON = """
        import stackless

        job.insert()
        stackless.run()
        """;

    /** Those in the files of a folder, by the names of the frames. */
    static Map<String, NativeFrameProgram> readAll(Path folder) throws IOException {
        Map<String, NativeFrameProgram> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String text = Files.readString(file);
                Matcher m = FRAME.matcher(text);
                for (boolean more = m.find(); more; ) {
                    String name = m.group(1);
                    int from = m.end();
                    more = m.find();
                    String code = text.substring(from, more ? m.start() : text.length());
                    List<String> expected =
                            EXPECT.matcher(code).results().map(r -> r.group(1)).toList();
                    assertEquals(null, all.put(name, new NativeFrameProgram(name, code, expected)), name + " twice");
                }
            }
        }
        return all;
    }

    /** Runs it, and lets it go on in a fresh runtime whenever it waits. */
    void check() {
        StringBuilder printed = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        Runtime r = fresh(printed);
        try {
            execute(r, HEAD + code + TAIL);
            for (int stops = 0; WaitingFrames.isPaused(r, "job"); stops++) {
                assertTrue(stops < MOST_STOPS, () -> "it does not end: " + printed);
                seen.addAll(WaitingFrames.of(r, "job"));
                String state = (String) r.call("_picklejar_state", "dumps");
                r.close();
                r = fresh(printed);
                r.call("_picklejar_state", "loads", state);
                execute(r, GO_ON);
            }
        } finally {
            r.close();
        }
        assertEquals(String.join("\n", expected), printed.toString().stripTrailing());
        assertTrue(seen.contains(frame), () -> "it never waited inside " + frame + ", only inside " + seen);
    }

    private static Runtime fresh(StringBuilder printed) {
        return Runtime.builder()
                .path("", "src/test/resources/python")
                .output((stream, text, origin) -> printed.append(text))
                .build();
    }

    private static void execute(Runtime r, String code) {
        if (r.execute(new Interpreter.Cell(code, "<test>", null, false, false))
                instanceof Interpreter.Outcome.Error e) {
            throw new AssertionError(String.join("\n", e.error().traceback()));
        }
    }
}
