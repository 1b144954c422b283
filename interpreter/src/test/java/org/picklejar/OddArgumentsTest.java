package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/**
 * Whatever can be called in the modules that are written in Java, or are ours in Python, takes odd arguments without a failure of Java
 * ({@code odd/odd_calls.py} makes the calls): none is logged as an internal error, and a call that takes long ends when it is
 * interrupted. {@code -Dodd.rounds=N} makes more calls of each, {@code -Dodd.seconds=T} for longer, {@code -Dodd.seed=S} others, {@code -Dodd.module=M}
 * those of one module.
 */
@Tag("slow")
class OddArgumentsTest {
    private static final String ODD =
            Path.of("src/test/resources/odd").toAbsolutePath().toString();
    private static final int SECONDS = Integer.getInteger("odd.seconds", 12);
    private static final long PATIENCE_MILLIS = 300;
    /** After so many times the patience a call that was interrupted counts as one that cannot be. */
    private static final int MOST_INTERRUPTS = 40;

    /** What goes on: the call, and how often it was found to be the same. */
    private static final class Watch {
        private final Map<String, String> failures = new TreeMap<>();
        private volatile String call = "";
        private final AtomicInteger times = new AtomicInteger();

        Object begin(Object[] args) {
            times.set(0);
            call = args.length == 1 ? args[0].toString() : "";
            return null;
        }

        void look(Runtime r) {
            if (!call.isEmpty() && times.incrementAndGet() > 1) {
                if (times.get() == MOST_INTERRUPTS) {
                    add("goes on after an interrupt", stacks());
                }
                r.interrupt();
            }
        }

        synchronized void add(String what, String stack) {
            failures.putIfAbsent(what + "\n" + stack, call);
        }

        synchronized String report() {
            return failures.entrySet().stream()
                    .map(e -> e.getValue() + ": " + e.getKey())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Hears of the failures of Java that programs see as internal errors. */
    private static final class Listener extends Handler {
        private final Watch watch;

        Listener(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void publish(LogRecord r) {
            if (r.getThrown() != null) {
                String stack = Arrays.stream(r.getThrown().getStackTrace())
                        .limit(7)
                        .map(f -> "  " + f)
                        .collect(Collectors.joining("\n"));
                watch.add(r.getThrown().getClass().getName(), stack);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static String stacks() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> Arrays.toString(e.getValue()).contains("picklejar"))
                .map(e -> e.getKey().getName() + "\n"
                        + Arrays.stream(e.getValue())
                                .limit(12)
                                .map(f -> "  " + f)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void noneOfThemIsAFailureOfJava(@TempDir Path folder) {
        Watch watch = new Watch();
        Listener listener = new Listener(watch);
        Logger logger = Logger.getLogger("org.picklejar");
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
        ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
        @SuppressWarnings("JdkObsolete") // Threads of the program print too.
        StringBuffer printed = new StringBuffer();
        try (Runtime r = Runtime.builder()
                .keepClassesIn(CompiledUnits.FOLDER)
                .path(ODD)
                .module("watch", Map.of("begin", (call, args) -> watch.begin(args)))
                .output((stream, text, origin) -> printed.append(text))
                .build()) {
            watchdog.scheduleAtFixedRate(() -> watch.look(r), 2000, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            String program = String.format(
                    Locale.ROOT,
                    """
                    import os, watch
                    from odd_calls import walk
                    os.chdir(%s)
                    calls = walk(%d, %d, %d, watch.begin, "%s")
                    """,
                    "'" + folder + "'",
                    Long.getLong("odd.seed", 1),
                    Integer.getInteger("odd.rounds", 1),
                    SECONDS,
                    System.getProperty("odd.module", ""));
            Interpreter.Outcome outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(3 * SECONDS + 60),
                    () -> r.script(program, "odd.py", false),
                    () -> "at " + watch.call + "\n" + watch.report() + "\n" + stacks());
            watchdog.shutdownNow();
            String trouble = outcome instanceof Interpreter.Outcome.Error e
                    ? String.join("\n", e.error().traceback())
                    : "";
            assertEquals("", trouble, "at " + watch.call + ", " + watch.report());
            r.script("print(calls)", null, false);
        } finally {
            watchdog.shutdownNow();
            logger.removeHandler(listener);
            logger.setUseParentHandlers(true);
        }
        assertEquals("", watch.report());
        String[] lines = printed.toString().split("\n");
        long calls = Long.parseLong(lines[lines.length - 1]);
        System.out.println("odd arguments: " + calls + " calls");
        assertTrue(calls > 10, "next to nothing was called: " + calls);
    }
}
