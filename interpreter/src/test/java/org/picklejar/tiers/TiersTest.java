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

    /** Its number has another form than that of the operand, which no other instruction reads. */
    private static final String REPLACED = """
            def to_float(n):
                n += 0.0
                return n
            def half(n):
                n /= 2
                return n
            def kind(v):
                match v:
                    case (_, *_):
                        return 'some'
                    case int():
                        return 'int'
                return 'other'
            for i in range(100):
                to_float(i), half(i), kind([i])
                if i > 95:
                    print(to_float(i), half(i), to_float('s'[:0] or 1.5), kind([i]), kind(i), kind(()))
            print(to_float(True), half(2 ** 70))
            """;

    /** Code that cannot be written is an AssertionError here. */
    @Test
    void aResultMayReplaceItsOperand() {
        String expected = run(REPLACED, NEVER, NEVER);
        for (int[] t : THRESHOLDS) {
            assertEquals(expected, run(REPLACED, t[0], t[1]));
        }
    }

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
