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
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.WaitingFrames;

/**
 * A program whose function {@code f} waits. A file holds several, each under a line with what it stands for
 * ({@code # frame: ops.ExtendFrame/1}) and with the lines that it prints ({@code # expect: [1, 2]}): what CPython prints when
 * {@code wait} just returns its argument.
 */
record StoppedProgram(String name, String code, List<String> expected) {
    private static final Pattern EXPECT = Pattern.compile("(?m)^# expect: (.*)$");
    private static final Pattern REFUSED_AT_TICKS = Pattern.compile("(?m)^# refused at some ticks: (.*)$");
    /** No program stops so often. */
    private static final int MOST_STOPS = 300;

    /** How {@code wait} stops the program, and what makes it go on. */
    enum Way {
        /** The tasklet takes itself out of the queue. */
        PAUSE("stackless.schedule_remove()", "job.insert()"),
        /** It blocks on a channel. */
        CHANNEL("channel.receive()", "channel.send(None)"),
        /** It does not stop by itself. */
        NONE("pass", "job.insert()");

        private final String stop;
        private final String goOn;

        Way(String stop, String goOn) {
            this.stop = stop;
            this.goOn = goOn;
        }
    }

    /** What programs wait with: {@code wait} itself, and values whose truth, order or equality waits. */
    private static final String HEAD = """
        import stackless

        channel = stackless.channel()


        def wait(value=None):
            if not stackless.getcurrent().is_main:
                STOP
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


        def main_of_the_job():
            print(f())


        job = stackless.tasklet(main_of_the_job)()
        """;
    private static final String RUN = "import stackless\nstackless.run()\n";

    /**
     * Those in the files of a folder, by their names.
     *
     * @param what the word before the name
     */
    static Map<String, StoppedProgram> readAll(Path folder, String what) throws IOException {
        Map<String, StoppedProgram> all = new TreeMap<>();
        Pattern title = Pattern.compile("(?m)^# " + what + ": (.*)\\n");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String text = Files.readString(file);
                Matcher m = title.matcher(text);
                for (boolean more = m.find(); more; ) {
                    String name = m.group(1);
                    int from = m.end();
                    more = m.find();
                    String code = text.substring(from, more ? m.start() : text.length());
                    List<String> expected =
                            EXPECT.matcher(code).results().map(r -> r.group(1)).toList();
                    assertEquals(null, all.put(name, new StoppedProgram(name, code, expected)), name + " twice");
                }
            }
        }
        return all;
    }

    /** The program, of which nothing has run when its text has. */
    private String text(Way way) {
        return HEAD.replace("STOP", way.stop) + code + TAIL;
    }

    /**
     * Runs it, and lets it go on in a fresh runtime whenever it waits.
     *
     * @return the builtins inside which it waited, by the names of their frames
     */
    Set<String> check(Way way) {
        StringBuilder printed = new StringBuilder();
        Set<String> seen = new LinkedHashSet<>();
        Runtime r = fresh(printed);
        try {
            execute(r, text(way) + RUN);
            for (int stops = 0; WaitingFrames.isStopped(r, "job"); stops++) {
                assertTrue(stops < MOST_STOPS, () -> "it does not end: " + printed);
                seen.addAll(WaitingFrames.of(r, "job"));
                String state = (String) r.call("_picklejar_state", "dumps", null, false);
                r.close();
                r = fresh(printed);
                r.call("_picklejar_state", "loads", state);
                execute(r, way.goOn + "\n" + RUN);
            }
        } finally {
            r.close();
        }
        compare(printed);
        return seen;
    }

    /**
     * Stops it after each of its first ticks, and lets what a state has of some of these places go on in a fresh runtime.
     *
     * @param most how many ticks are tried
     * @param chosen for which of them a state is made
     */
    void checkTicks(int most, IntPredicate chosen) {
        StringBuilder printed = new StringBuilder();
        try (Runtime r = fresh(printed)) {
            execute(r, text(Way.NONE));
            for (int tick = 1; tick <= most; tick++) {
                execute(r, "import stackless\n_ = stackless.run(1)\nif _ is not None: _.insert()\n");
                if (!WaitingFrames.isStopped(r, "job")) {
                    break;
                }
                if (chosen.test(tick)) {
                    String where = name + ", tick " + tick;
                    String state;
                    try {
                        state = (String) r.call("_picklejar_state", "dumps", null, false);
                    } catch (GuestException e) {
                        assertTrue(mayRefuse(e.getMessage()), where + ": " + e.getMessage());
                        continue;
                    }
                    StringBuilder after = new StringBuilder(printed);
                    try (Runtime other = fresh(after)) {
                        other.call("_picklejar_state", "loads", state);
                        execute(other, RUN);
                    } catch (GuestException | AssertionError e) {
                        throw new AssertionError(where + ": " + e.getMessage(), e);
                    }
                    assertEquals(String.join("\n", expected), after.toString().stripTrailing(), where);
                }
            }
            execute(r, RUN);
        }
        compare(printed);
    }

    /** Whether the program says that it cannot be saved at some ticks, and the reason is one of those. */
    private boolean mayRefuse(String message) {
        return REFUSED_AT_TICKS.matcher(code).results().anyMatch(m -> message.contains(m.group(1)));
    }

    private void compare(StringBuilder printed) {
        assertEquals(String.join("\n", expected), printed.toString().stripTrailing());
    }

    private static Runtime fresh(StringBuilder printed) {
        return Runtime.builder()
                .keepClassesIn(CompiledUnits.FOLDER)
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
