package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** Tasklets that are switched away from inside a blocking builtin, seen from Java. */
@Timeout(60)
class HardSwitchTest {
    private static final String PROGRAM = """
        import stackless, sys
        ch = stackless.channel()
        def answer(): return [str(ch.receive())]
        def find(): print(sys.call_tracing(answer, ()))
        ts = [stackless.tasklet(find)() for i in range(5)]
        stackless.run()
        print(ch.balance)
        """;

    private static List<Thread> carriers() {
        Set<Thread> all = Thread.getAllStackTraces().keySet();
        return all.stream().filter(t -> t.getName().equals("python-carrier")).toList();
    }

    private static Interpreter.Outcome run(Runtime r, String code) {
        return r.execute(new Interpreter.Cell(code, "<test>", null, false, false));
    }

    @Test
    void parkedStacksGoOnInLaterCells() {
        StringBuilder out = new StringBuilder();
        try (Runtime r = Runtime.builder().output((s, t, o) -> out.append(t)).build()) {
            run(r, PROGRAM);
            run(r, "ch.send(True)\nprint(ch.balance)\n");
            run(r, "for i in range(4): ch.send(False)\nprint(ch.balance, any(t.alive for t in ts))\n");
        }
        assertEquals("-5\n['True']\n-4\n['False']\n['False']\n['False']\n['False']\n0 False\n", out.toString());
    }

    @Test
    void closingTheRuntimeEndsTheirThreads() throws InterruptedException {
        List<Thread> before = carriers();
        Runtime r = Runtime.builder().output((s, t, o) -> {}).build();
        run(r, PROGRAM);
        List<Thread> made = carriers().stream().filter(t -> !before.contains(t)).toList();
        assertFalse(made.size() < 6, () -> made.toString());
        r.close();
        for (Thread t : made) {
            t.join();
        }
    }
}
