package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.code.Op;
import org.picklejar.code.Opcode;
import org.picklejar.code.Operands;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;

/** What {@code dis.dis} shows. A change of the compiler shows in the golden files. */
class DisassemblyTest {
    @TestFactory
    Stream<DynamicTest> programsCompileToTheGoldenInstructions() throws IOException {
        return GoldenFiles.tests("disassembly", DisassemblyTest::disassemble);
    }

    private static String disassemble(Path program) throws IOException {
        String name = program.getFileName().toString();
        String text = Files.readString(program).replace("\\", "\\\\").replace("'''", "\\'\\'\\'");
        StringBuilder out = new StringBuilder();
        try (Runtime r =
                Runtime.builder().path("").output((s, t, o) -> out.append(t)).build()) {
            String code = "import dis\ndis.dis(compile('''" + text + "''', '" + name + "', 'exec'))\n";
            Interpreter.Outcome outcome = r.execute(new Interpreter.Cell(code, "<test>", null, false, false));
            if (outcome instanceof Interpreter.Outcome.Error e) {
                out.append(String.join("\n", e.error().traceback()));
            }
        }
        return out.toString().replaceAll("0x[0-9a-f]{6,}", "0x...");
    }

    @Test
    void everyOpcodeTellsOfThreeOperands() throws ReflectiveOperationException {
        for (Opcode op : Opcode.values()) {
            assertEquals(3, Operands.of(op).length(), op.name());
            assertEquals(op.ordinal(), Op.class.getField(op.name()).getInt(null), op.name());
        }
    }
}
