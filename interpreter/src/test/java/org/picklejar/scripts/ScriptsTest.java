package org.picklejar.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every script under {@code scripts/} in each mode: plainly, compiled, compiled and written out at random points, with builtins
 * that begin again, and switching at every safe point.
 */
class ScriptsTest {
    private static final Path ROOT = Path.of("src/test/resources/scripts");
    private static final long SEED = Long.getLong("scripts.seed", 1);
    /** Of so many safe points of compiled code one is chosen. */
    private static final int RARITY = 6;

    @TestFactory
    Stream<DynamicTest> plainly() throws IOException {
        return scripts(Script.Mode.PLAIN, PlainRun::new);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> switchingAtEverySafePoint() throws IOException {
        return scripts(Script.Mode.SWITCH, s -> new SwitchingRun(s, () -> true));
    }

    /** Each builtin begins again after whatever it asks Python for, which must not be seen. */
    @TestFactory
    Stream<DynamicTest> beginningBuiltinsAgain() throws IOException {
        return scripts(Script.Mode.PLAIN, ReplayingRun::new);
    }

    @TestFactory
    Stream<DynamicTest> compiled() throws IOException {
        return scripts(Script.Mode.PLAIN, s -> new PlainRun(s).compiled());
    }

    /** The system property {@code scripts.seed} decides at which safe points. */
    @TestFactory
    Stream<DynamicTest> compiledAndWrittenOutAtRandomPoints() throws IOException {
        System.out.println("scripts: written out with -Dscripts.seed=" + SEED);
        return scripts(Script.Mode.SWITCH, s -> {
            Random random = new Random(SEED);
            return new SwitchingRun(s, () -> random.nextInt(RARITY) == 0).compiled();
        });
    }

    interface Maker {
        ScriptRun make(Script s);
    }

    /** The system property {@code scripts} chooses those whose path contains it. */
    static Stream<DynamicTest> scripts(Script.Mode mode, Maker maker) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            String chosen = System.getProperty("scripts", "");
            return files
                    .filter(p -> p.toString().endsWith(".py") && p.toString().contains(chosen))
                    .sorted()
                    .toList()
                    .stream()
                    .filter(p -> mode != Script.Mode.PICKLE || !isOfMain(p))
                    .map(p -> test(p, mode, maker));
        }
    }

    private static boolean isOfMain(Path p) {
        try {
            return Script.read(p).ofMain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest test(Path p, Script.Mode mode, Maker maker) {
        Script s;
        try {
            s = Script.read(p);
        } catch (IOException e) {
            return DynamicTest.dynamicTest(p.toString(), () -> {
                throw e;
            });
        }
        return DynamicTest.dynamicTest(ROOT.relativize(p) + " " + mode.name().toLowerCase(Locale.ROOT), () -> {
            assertTrue(s.statements().stream().anyMatch(Script.Statement::expectsSomething), p + " expects nothing");
            List<String> wrong = maker.make(s).run();
            assertEquals("", String.join("\n", wrong), p.toString());
        });
    }
}
