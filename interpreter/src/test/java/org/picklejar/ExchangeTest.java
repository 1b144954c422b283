package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/**
 * Pickles that CPython has written are read here, and the other way round: generated values of many kinds (see
 * {@code exchange_values.py}), by the fast picklers and those in Python, in all protocols. Damaged ones end in the same exceptions. Another seed: {@code -Dexchange.seed=2},
 * more values: {@code -Dexchange.count=5000}.
 */
@Timeout(300)
@Tag("slow")
class ExchangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/exchange").toAbsolutePath();
    private static final String SEED = System.getProperty("exchange.seed", "1");
    private static final int COUNT = Integer.getInteger("exchange.count", 500);
    /** Each value is written in the protocols 0 to 5. */
    private static final String ALL_RIGHT = 6 * COUNT + " read, 0 wrong\n";

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        CPython.require();
    }

    private static String cpython(String program, String action, Path file) throws IOException, InterruptedException {
        return CPython.run(
                FOLDER.resolve(program + ".py").toString(), action, file.toString(), SEED, String.valueOf(COUNT));
    }

    private static String picklejar(String module, String action, Path file) {
        StringBuilder printed = new StringBuilder();
        String program = String.format(Locale.ROOT, """
            import sys
            sys.path.insert(0, r'%s')
            import %s as program
            program.%s(r'%s', '%s', %d)
            """, FOLDER, module, action, file, SEED, COUNT);
        try (Runtime runtime = Runtime.builder()
                .output((stream, text, origin) -> printed.append(text))
                .build()) {
            if (runtime.script(program, "run_exchange.py", false) instanceof Interpreter.Outcome.Error e) {
                printed.append(String.join("\n", e.error().traceback()));
            }
        }
        return printed.toString();
    }

    @Test
    void readsWhatCPythonWrites(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("pickles.json");
        assertEquals("", cpython("exchange", "write", file));
        assertEquals(ALL_RIGHT, picklejar("exchange", "read", file));
    }

    @Test
    void writesWhatCPythonReads(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("pickles.json");
        assertEquals("", picklejar("exchange", "write", file));
        assertEquals(ALL_RIGHT, cpython("exchange", "read", file));
    }

    @Test
    void takesDamagedPicklesAsCPythonDoes(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("damaged.json");
        assertEquals("", cpython("damaged", "write", file));
        assertEquals("True 0 wrong\n", picklejar("damaged", "read", file));
    }
}
