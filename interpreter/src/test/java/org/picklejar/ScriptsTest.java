package org.picklejar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;
import org.picklejar.syntax.Stmt;

/**
 * Runs every script under {@code scripts/}. A line says what it prints ({@code # expect: 3}, several lines for several prints) or
 * raises ({@code # expect error: TypeError: ...}); each top-level statement runs by itself, so the script goes on after an error.
 */
class ScriptsTest {
    private static final Path ROOT = Path.of("src/test/resources/scripts");
    private static final Pattern EXPECT = Pattern.compile("# expect: ?(.*)$");
    private static final Pattern ERROR = Pattern.compile("# expect error: ?(.*)$");

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(p -> p.toString().endsWith(".py")).sorted().toList().stream()
                .map(p -> DynamicTest.dynamicTest(ROOT.relativize(p).toString(), () -> check(p)));
        }
    }

    private static void check(Path script) throws IOException {
        String text = Files.readString(script);
        String[] lines = text.split("\n", -1);
        boolean legacy = lines[0].contains("legacy");
        Node.Module tree = Parser.parseModule(text, script.toString(), new ParseOptions(legacy));
        StringBuilder printed = new StringBuilder();
        List<String> wrong = new ArrayList<>();
        int checks = 0;
        try (Runtime runtime = Runtime.builder().path("").legacy(legacy).output((stream, t, origin) -> printed.append(t)).build()) {
            int from = 1;
            for (Stmt s : tree.body()) {
                int to = s.span().endLine();
                if (to < from) {
                    continue;
                }
                // Comment lines behind a statement with more expectations belong to it.
                while (to < lines.length && lines[to].strip().startsWith("# expect")) {
                    to++;
                }
                int first = Math.max(from, firstLine(s));
                List<String> expected = new ArrayList<>();
                String error = null;
                for (int n = first; n <= to; n++) {
                    Matcher e = ERROR.matcher(lines[n - 1]);
                    Matcher m = EXPECT.matcher(lines[n - 1]);
                    if (e.find()) {
                        error = e.group(1).strip();
                    } else if (m.find()) {
                        expected.add(m.group(1).strip());
                    }
                }
                String code = "\n".repeat(first - 1) + String.join("\n", java.util.Arrays.copyOfRange(lines, first - 1, to)) + "\n";
                printed.setLength(0);
                Interpreter.Outcome outcome = runtime.execute(new Interpreter.Cell(code, script.toString(), null, false, legacy));
                String actualError = outcome instanceof Interpreter.Outcome.Error o ? o.error().getMessage() : null;
                if (error != null || actualError != null) {
                    checks++;
                    if (error == null || actualError == null || !matches(error, actualError)) {
                        wrong.add("line " + first + ": expected error " + error + ", got " + actualError
                            + (actualError == null || error != null ? "" : "\n" + String.join("\n", ((Interpreter.Outcome.Error) outcome).error().traceback())));
                    }
                }
                if (!expected.isEmpty()) {
                    checks++;
                    List<String> actual = printed.toString().stripTrailing().lines().map(String::strip).toList();
                    if (!actual.equals(expected)) {
                        wrong.add("line " + first + ": expected " + expected + ", printed " + actual);
                    }
                }
                from = to + 1;
            }
        }
        if (!wrong.isEmpty()) {
            fail(script + ":\n" + String.join("\n", wrong));
        }
        assertEquals(true, checks > 0, script + " expects nothing");
    }

    private static boolean matches(String expected, String actual) {
        return actual.equals(expected) || actual.lines().findFirst().orElse("").equals(expected);
    }

    private static int firstLine(Stmt s) {
        int line = s.span().line();
        List<org.picklejar.syntax.Expr> decorators = s instanceof Stmt.FunctionDef f ? f.decorators()
            : s instanceof Stmt.ClassDef c ? c.decorators() : List.of();
        for (org.picklejar.syntax.Expr d : decorators) {
            line = Math.min(line, d.span().line());
        }
        return line;
    }
}
