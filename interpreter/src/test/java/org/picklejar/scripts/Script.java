package org.picklejar.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.picklejar.syntax.Expr;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;
import org.picklejar.syntax.Stmt;

/**
 * A program with its expectations. A line says what it prints ({@code # expect: 3}, several lines for several prints) or raises
 * ({@code # expect error: TypeError: ...}); each top-level statement runs by itself, so the script goes on after an error.
 * The comments on top may say {@code # legacy}, or {@code # of the main tasklet} where a script is about that one and is not run in
 * a tasklet that is saved. A statement during which the program cannot be saved says why:
 * {@code # not saved: holds an open file}.
 */
record Script(Path path, boolean legacy, boolean ofMain, List<Statement> statements) {
    private static final Pattern EXPECT = Pattern.compile("# expect: ?(.*)$");
    private static final Pattern ERROR = Pattern.compile("# expect error: ?(.*)$");
    private static final Pattern NOT_SAVED = Pattern.compile("# not saved: ([^#]+)");

    /** How it is run. */
    enum Mode {
        PLAIN,
        SWITCH,
        PICKLE
    }

    /**
     * @param line its first
     * @param code stands there, behind empty lines
     * @param error null when none is expected
     * @param notSaved why the program cannot be saved during it; null when it can
     */
    record Statement(int line, String code, List<String> expected, String error, String notSaved) {
        boolean expectsSomething() {
            return error != null || !expected.isEmpty();
        }

        /** Compares with what happened.
         * @return what is wrong, or null */
        String problem(String printed, String raised) {
            if (error == null
                    ? raised != null
                    : raised == null
                            || !raised.equals(error)
                                    && !raised.lines().findFirst().orElse("").equals(error)) {
                return "line " + line + ": expected error " + error + ", got " + raised;
            }
            List<String> actual =
                    printed.stripTrailing().lines().map(String::strip).toList();
            return actual.equals(expected) ? null : "line " + line + ": expected " + expected + ", printed " + actual;
        }
    }

    static Script read(Path path) throws IOException {
        String text = Files.readString(path);
        String[] lines = text.split("\n", -1);
        boolean legacy = false;
        boolean ofMain = false;
        for (int i = 0; i < lines.length && lines[i].startsWith("#"); i++) {
            legacy |= lines[i].contains("legacy");
            ofMain |= lines[i].contains("of the main tasklet");
        }
        return new Script(
                path,
                legacy,
                ofMain,
                statements(Parser.parseModule(text, path.toString(), new ParseOptions(legacy)), lines));
    }

    private static List<Statement> statements(Node.Module tree, String[] lines) {
        List<Statement> out = new ArrayList<>();
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
            String notSaved = null;
            for (int n = first; n <= to; n++) {
                Matcher e = ERROR.matcher(lines[n - 1]);
                Matcher m = EXPECT.matcher(lines[n - 1]);
                Matcher u = NOT_SAVED.matcher(lines[n - 1]);
                if (u.find()) {
                    notSaved = u.group(1).strip();
                }
                if (e.find()) {
                    error = e.group(1).strip();
                } else if (m.find()) {
                    expected.add(m.group(1).strip());
                }
            }
            String code = "\n".repeat(first - 1) + String.join("\n", Arrays.copyOfRange(lines, first - 1, to)) + "\n";
            out.add(new Statement(first, code, expected, error, notSaved));
            from = to + 1;
        }
        return out;
    }

    private static int firstLine(Stmt s) {
        List<Expr> decorators = s instanceof Stmt.FunctionDef f
                ? f.decorators()
                : s instanceof Stmt.ClassDef c ? c.decorators() : List.of();
        return decorators.stream()
                .mapToInt(d -> d.span().line())
                .reduce(s.span().line(), Math::min);
    }
}
