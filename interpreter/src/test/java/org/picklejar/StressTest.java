package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/**
 * Random worlds of tasklets give the same log whether their state is taken to a fresh runtime after each step or not, and what has to
 * hold holds after each, also when threads take turns in a step. Where threads run at the same time only that is looked at, and that
 * nothing is lost. {@code -Dstress.seconds=N} goes on for so long, {@code -Dstress.seed=S} begins with another world.
 */
@Tag("slow")
class StressTest {
    private static final Path WORLD = Path.of("src/test/resources/stress/world.py");
    private static final Path CROWD = Path.of("src/test/resources/stress/crowd.py");
    private static final int STEPS = 60;
    private static final long SECONDS = Long.getLong("stress.seconds", 15);

    /** What is done with a seed. */
    private interface Trial {
        void run(long seed) throws IOException;
    }

    @Test
    void statesChangeNothing() throws IOException {
        repeat("worlds", SECONDS, seed -> assertEquals(log(seed, false), log(seed, true), "seed " + seed));
    }

    @Test
    void threadsLoseNothing() throws IOException {
        String crowd = Files.readString(CROWD);
        repeat("crowds", SECONDS / 3, seed -> {
            try (Runtime r = fresh(new StringBuilder())) {
                run(r, seed, crowd + "\ncrowd = Crowd(" + seed + ")\ncrowd.run()\n");
            }
        });
    }

    private static void repeat(String what, long seconds, Trial trial) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long first = Long.getLong("stress.seed", System.currentTimeMillis());
        long seed = first;
        do {
            trial.run(seed++);
        } while (System.nanoTime() < end);
        System.out.println("stress: " + (seed - first) + " " + what + ", seeds " + first + " to " + (seed - 1));
    }

    private static String log(long seed, boolean saved) throws IOException {
        StringBuilder printed = new StringBuilder();
        Runtime r = fresh(printed);
        try {
            run(
                    r,
                    seed,
                    Files.readString(WORLD) + "\nworld = World(" + seed
                            + ")\nkeeper = stackless.tasklet(lambda: world).bind(None, ())\n");
            for (int i = 0; i < STEPS; i++) {
                run(r, seed, "world.step()\n");
                if (saved) {
                    String state = (String) r.call("_picklejar_state", "dumps", null, false);
                    r.close();
                    r = fresh(printed);
                    r.call("_picklejar_state", "loads", state);
                    run(r, seed, "import stackless\n");
                }
            }
            run(r, seed, "print(*world.log, sep='\\n')\n");
        } finally {
            r.close();
        }
        return printed.toString();
    }

    private static Runtime fresh(StringBuilder printed) {
        return Runtime.builder()
                .keepClassesIn(CompiledUnits.FOLDER)
                .output((stream, text, origin) -> printed.append(text))
                .build();
    }

    private static void run(Runtime r, long seed, String code) {
        if (r.execute(new Interpreter.Cell(code, "<world>", null, false, false))
                instanceof Interpreter.Outcome.Error e) {
            throw new AssertionError(
                    "seed " + seed + ": " + String.join("\n", e.error().traceback()));
        }
    }
}
