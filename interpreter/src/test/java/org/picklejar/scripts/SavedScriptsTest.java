package org.picklejar.scripts;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Runs every script under {@code scripts/} in a tasklet that is saved again and again, and goes on in a fresh runtime. */
class SavedScriptsTest {
    /** Every fifth script compiled, which takes long; with the system property {@code scripts.compiled} all of them or none. */
    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> goingOnInAFreshRuntimeAtSafePoints() throws IOException {
        String all = System.getProperty("scripts.compiled", "");
        int[] number = {0};
        return ScriptsTest.scripts(Script.Mode.PICKLE, s -> {
            boolean compiled = all.isEmpty() ? number[0]++ % 5 == 0 : Boolean.parseBoolean(all);
            return compiled ? new PicklingRun(s).compiled() : new PicklingRun(s);
        });
    }
}
