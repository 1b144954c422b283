package org.picklejar.tiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.picklejar.runtime.Runtime;

/** Random programs give the same in the interpreter and compiled early, late and in between, undisturbed and stopped at random ticks. */
class TiersTest {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int[][] THRESHOLDS = {{1, 1}, {2, 6}, {5, 40}};

    /** Prints where the program was stopped, so that all tiers have to count the same ticks. */
    private static final String STOPPING = """
            import stackless
            t = stackless.tasklet(work)()
            for n in %s:
                left = stackless.run(n)
                if left is None:
                    break
                print('stopped', left.frame.f_code.co_name, left.frame.f_lineno)
                left.insert()
            stackless.run()
            """;

    /** The system properties {@code tiers.seconds} (15) and {@code tiers.seed} (1) choose how long, and what comes first. */
    @Test
    @Tag("slow")
    void allTiersDoTheSame() {
        long seed = Long.getLong("tiers.seed", 1);
        long end = System.nanoTime() + Long.getLong("tiers.seconds", 15) * 1_000_000_000L;
        int programs = 0;
        int lines = 0;
        while (System.nanoTime() < end) {
            String source = GeneratedProgram.of(seed);
            String stopped = source + STOPPING.formatted(GeneratedProgram.stops(seed));
            source += "work()\n";
            String expected = run(source, NEVER, NEVER);
            String expectedStopped = run(stopped, NEVER, NEVER);
            for (int[] t : THRESHOLDS) {
                assertEquals(expected, run(source, t[0], t[1]), message(seed, t, ""));
                assertEquals(expectedStopped, run(stopped, t[0], t[1]), message(seed, t, " and stopped"));
            }
            programs++;
            lines += (int) expected.lines().count();
            seed++;
        }
        System.out.println("tiers: " + programs + " programs up to seed " + (seed - 1));
        assertTrue(lines > 90 * programs, "the programs say too little");
    }

    private static String message(long seed, int[] thresholds, String more) {
        return "-Dtiers.seed=" + seed + ", compiled after " + thresholds[0] + " calls or " + thresholds[1] + " turns"
                + more;
    }

    private static String run(String source, int calls, int turns) {
        StringBuilder printed = new StringBuilder();
        try (Runtime r = Runtime.builder()
                .compileAfter(calls, turns)
                .output((stream, text, origin) -> printed.append(text))
                .build()) {
            r.script(source, "program.py", false);
        }
        return printed.toString();
    }
}
