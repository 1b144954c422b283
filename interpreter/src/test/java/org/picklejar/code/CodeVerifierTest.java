package org.picklejar.code;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.picklejar.compile.Compilation;
import org.picklejar.source.Diagnostic;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** What the compiler makes is valid; what is damaged is found. */
class CodeVerifierTest {
    private static final Path LIBRARY = Path.of("target/classes/picklejar-lib");
    private static final Path RESOURCES = Path.of("src/main/resources/org/picklejar/python");
    private static final Path SCRIPTS = Path.of("src/test/resources/scripts");
    private static final String PROGRAM = """
            def f(a, *rest, key=1, **named):
                total = 0
                for x in rest:
                    try:
                        total += x
                    except TypeError as e:
                        print(f'{e!r:>10}', *rest, **named)
                        raise
                return lambda: (a, total, [y for y in rest if y])
            """;

    private static CodeObject compile(String text) {
        return Compilation.compile(
                Parser.parseModule(text, "<test>", ParseOptions.DEFAULT),
                text,
                "<test>",
                Compilation.Options.DEFAULT,
                new ArrayList<>());
    }

    /** The code of f in {@link #PROGRAM}, for damaging. */
    private static CodeObject function() {
        for (Object o : compile(PROGRAM).constants) {
            if (o instanceof CodeObject c) {
                return c;
            }
        }
        throw new AssertionError("no function");
    }

    @Test
    void theCodeOfTheLibraryIsValid() throws IOException {
        List<String> faults = new ArrayList<>();
        int files = 0;
        for (Path folder : List.of(LIBRARY, RESOURCES, SCRIPTS)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path p : found.filter(f -> f.toString().endsWith(".py")).toList()) {
                    try {
                        CodeVerifier.verifyAll(compile(Files.readString(p)));
                        files++;
                    } catch (InvalidCodeException e) {
                        faults.add(p + ": " + e.getMessage());
                    } catch (Diagnostic | IOException e) {
                        // Some files are no source of this dialect, or not in UTF-8.
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(files > 500, files + " files");
    }

    private static void rejects(String fault, Consumer<CodeObject> damage) {
        CodeObject c = function();
        assertDoesNotThrow(() -> CodeVerifier.verify(c));
        damage.accept(c);
        InvalidCodeException e = assertThrows(InvalidCodeException.class, () -> CodeVerifier.verify(c));
        assertTrue(e.getMessage().contains(fault), e.getMessage());
    }

    /** The place of the first instruction of a kind. */
    private static int find(CodeObject c, int op) {
        for (int pc = 0; pc < c.code.length; pc += Opcode.WIDTH) {
            if (c.code[pc] == op) {
                return pc;
            }
        }
        throw new AssertionError("no " + Opcode.at(op));
    }

    @Test
    void operandsAreInRange() {
        rejects("no register", c -> c.code[find(c, Op.GET_ITER) + 1] = c.registers);
        rejects("no register", c -> c.code[find(c, Op.GET_ITER) + 2] = -1);
        rejects("no constant", c -> c.code[find(c, Op.LOAD_CONST) + 2] = c.constants.length);
        rejects("no register or constant", c -> c.code[find(c, Op.IADD) + 3] = ~c.constants.length);
        rejects("no name", c -> c.code[find(c, Op.LOAD_GLOBAL) + 2] = c.names.length);
        rejects("no conversion", c -> c.code[find(c, Op.CONVERT) + 3] = 'x');
        rejects("no opcode", c -> c.code[0] = Opcode.COUNT);
        rejects("is no code", c -> c.code[find(c, Op.MAKE_FUNCTION) + 2] = c.code[find(c, Op.LOAD_CONST) + 2]);
    }

    @Test
    void jumpsLeadToInstructions() {
        rejects("a jump to", c -> c.code[find(c, Op.JUMP_BACK) + 3] += 1);
        rejects("a jump to", c -> c.code[find(c, Op.FOR_ITER) + 3] = c.code.length);
        rejects("its end can be passed", c -> c.code[c.code.length - Opcode.WIDTH] = Op.NOP);
        rejects("tests not the result", c -> {
            int pc = find(c, Op.JUMP_IF_FALSE);
            c.code[pc + 2] = c.code[pc - Opcode.WIDTH + 1] == 0 ? 1 : 0;
        });
    }

    @Test
    void registersAreSetBeforeTheyAreRead() {
        rejects("may be unbound", c -> c.code[find(c, Op.GET_ITER) + 2] = c.registers - 1);
        rejects("not one of [CELL]", c -> c.code[find(c, Op.LOAD_CELL) + 2] = 0);
        rejects("not one of [LIST]", c -> c.code[find(c, Op.LIST_TO_TUPLE) + 2] = 0);
        rejects("no tuple of cells", c -> c.code[find(c, Op.MAKE_FUNCTION) + 3] = -1);
    }

    @Test
    void tablesFit() {
        rejects("handler is no instruction", c -> {
            CodeObject.Handler h = c.handlers[0];
            c.handlers[0] = new CodeObject.Handler(h.from(), h.to(), h.handler() + 1, h.register());
        });
        rejects("a handler covers", c -> {
            CodeObject.Handler h = c.handlers[0];
            c.handlers[0] = new CodeObject.Handler(h.to(), h.from(), h.handler(), h.register());
        });
        rejects("a handler has no register", c -> {
            CodeObject.Handler h = c.handlers[0];
            c.handlers[0] = new CodeObject.Handler(h.from(), h.to(), h.handler(), c.registers);
        });
        rejects("parameters", c -> c.argCount = c.varNames.length + 1);
        rejects("registers for its variables", c -> c.registers = 1);
        rejects("broken instruction", c -> c.code = new int[0]);
        rejects("positions", c -> c.positions = new int[4]);
        rejects("cells", c -> c.cellParameters = new int[0]);
    }

    @Test
    void damagedBytesAreNoCode() {
        byte[] bytes = CodeFormat.write(compile(PROGRAM));
        assertTrue(CodeFormat.read(bytes) != null);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            assertEquals(null, CodeFormat.read(damaged), "byte " + i);
        }
    }
}
