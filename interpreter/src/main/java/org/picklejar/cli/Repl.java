package org.picklejar.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SearchPath;
import org.picklejar.runtime.Versions;

/** The interactive console: history, editing over several lines, completion by Tab. */
public final class Repl {
    private static final String USAGE = "usage: picklejar repl [--legacy]\n";
    private static final int WRONG_USE = 2;

    private final Runtime runtime;
    private final boolean legacy;
    private int count;

    private Repl(Runtime runtime, boolean legacy) {
        this.runtime = runtime;
        this.legacy = legacy;
    }

    public static void main(String[] args) {
        boolean legacy = List.of(args).contains("--legacy");
        if (args.length > (legacy ? 1 : 0)) {
            System.out.print(USAGE);
            System.exit(args[0].equals("--help") || args[0].equals("-h") ? 0 : WRONG_USE);
        }
        Console console = new Console(false);
        SearchPath searchPath = SearchPath.of("");
        try (Runtime r = Runtime.builder()
                        .arguments(List.of(""))
                        .path(searchPath.safePath() ? new String[0] : new String[] {""})
                        .searchPath(searchPath)
                        .output(console)
                        .input(console)
                        .legacy(legacy)
                        .build();
                Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            terminal.handle(Terminal.Signal.INT, s -> r.interrupt());
            System.exit(new Repl(r, legacy).loop(terminal, console));
        } catch (IOException e) {
            System.err.println("picklejar repl: no terminal: " + e.getMessage());
            System.exit(1);
        }
    }

    private int loop(Terminal terminal, Console console) {
        console.write(
                "stdout", "Picklejar " + Versions.PICKLEJAR + ", a stackless Python 3.13. Exit with Ctrl-D.\n", null);
        console.flush();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(new BlockParser())
                .completer((r, line, out) -> complete(
                        line.line()
                                .substring(
                                        0, Math.min(line.cursor(), line.line().length())),
                        out))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".picklejar_history"))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        for (; ; ) {
            String code;
            try {
                code = reader.readLine(">>> ");
            } catch (UserInterruptException e) {
                console.write("stderr", "KeyboardInterrupt\n", null);
                continue;
            } catch (EndOfFileException e) {
                return 0;
            }
            if (code.isBlank()) {
                continue;
            }
            Interpreter.Outcome outcome =
                    runtime.execute(new Interpreter.Cell(code + "\n", "<console " + ++count + ">", null, true, legacy));
            if (outcome instanceof Interpreter.Outcome.Exit e) {
                console.flush();
                return e.status();
            }
            if (outcome instanceof Interpreter.Outcome.Error e) {
                console.write("stderr", String.join("\n", e.error().traceback()) + "\n", null);
            }
            console.flush();
        }
    }

    /** Names of {@code __main__} and builtins, and attributes behind a dot. */
    private void complete(String before, List<Candidate> out) {
        int from = before.length();
        while (from > 0
                && (Character.isLetterOrDigit(before.charAt(from - 1)) || "_.".indexOf(before.charAt(from - 1)) >= 0)) {
            from--;
        }
        String text = before.substring(from);
        if (text.isEmpty()) {
            return;
        }
        List<String> matches = new ArrayList<>();
        try {
            Object found = runtime.call("_picklejar_complete", "matches", text);
            ((List<?>) found).forEach(m -> matches.add(m.toString()));
        } catch (GuestException e) {
            return;
        }
        for (String m : matches) {
            out.add(new Candidate(m, m, null, null, null, null, false));
        }
    }

    /** Asks for another line while the input is incomplete. */
    private final class BlockParser extends DefaultParser {
        BlockParser() {
            setEscapeChars(null);
            setQuoteChars(new char[0]);
        }

        @Override
        public ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
            if (context == Parser.ParseContext.ACCEPT_LINE
                    && runtime.completeness(line).status().equals("incomplete")) {
                throw new EOFError(-1, cursor, "more");
            }
            return super.parse(
                    line,
                    cursor,
                    context == Parser.ParseContext.ACCEPT_LINE ? Parser.ParseContext.UNSPECIFIED : context);
        }
    }
}
