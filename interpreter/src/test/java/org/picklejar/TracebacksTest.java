package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** The tracebacks of programs that raise; the golden files hold what CPython 3.13 prints. */
class TracebacksTest {
    @TestFactory
    Stream<DynamicTest> programsThatRaiseGiveTheTracebackOfCPython() throws IOException {
        return GoldenFiles.tests("tracebacks", TracebacksTest::traceback);
    }

    private static String traceback(Path program) throws IOException {
        try (Runtime r = Runtime.builder().path("").build()) {
            Interpreter.Cell cell = new Interpreter.Cell(
                    Files.readString(program), program.getFileName().toString(), null, false, false);
            Interpreter.Outcome.Error e = assertInstanceOf(Interpreter.Outcome.Error.class, r.execute(cell));
            return String.join("\n", e.error().traceback()).stripTrailing() + "\n";
        }
    }
}
