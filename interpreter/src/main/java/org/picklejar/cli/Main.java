package org.picklejar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.core.PyException;
import org.picklejar.runtime.Interpreter;
import org.picklejar.runtime.ProcessSignals;
import org.picklejar.runtime.Runtime;
import org.picklejar.runtime.SearchPath;

/** Runs a program: {@code [--legacy] FILE.py [args] | -c CODE [args] | -m MODULE [args] | - [args]}. */
public final class Main {
    private static final int WRONG_USE = 2;
    private static final String OPTIONS = "bBdEIOPqsSuvx";
    private static final String USAGE = """
        usage: picklejar script [--legacy] (FILE.py | FOLDER | ARCHIVE.zip | -c CODE | -m MODULE | -) [args...]

          FILE.py     run the program in the file
          -c CODE     run the program given as text
          -m MODULE   run a module of the library or the path
          -           read the program from standard input
          --legacy    accept Python 2 forms (print statement, except E, e, ...)

        Of python's options these, before the program, have an effect:
          -E          ignore the environment variables PYTHON...
          -P          don't import from the folder of the program (also PYTHONSAFEPATH)
          -s          don't import packages of the user (also PYTHONNOUSERSITE)
          -S          don't import installed packages
          -I          -E, -P and -s
          -u          write standard output at once (also PYTHONUNBUFFERED)
        """;

    private Main() {}

    public static void main(String[] args) {
        int status = run(args);
        // All threads are daemons. System.exit would look for a logger, in all jars of the class path (JDK 21 and
        // later).
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] args) {
        List<String> rest = new ArrayList<>(List.of(args));
        boolean legacy = rest.remove("--legacy") && !rest.isEmpty();
        if (rest.isEmpty() || rest.get(0).equals("--help") || rest.get(0).equals("-h")) {
            System.out.print(USAGE);
            return rest.isEmpty() ? WRONG_USE : 0;
        }
        String options = options(rest);
        SearchPath searchPath = SearchPath.of(options);
        String variable = searchPath.ignoreEnvironment() ? null : System.getenv("PYTHONUNBUFFERED");
        boolean unbuffered = options.indexOf('u') >= 0 || variable != null && !variable.isEmpty();
        if (rest.isEmpty()) {
            rest.add("-");
        }
        String first = rest.remove(0);
        String text;
        String file = null;
        String directory = "";
        try {
            switch (first) {
                case "-c", "-m" -> {
                    if (rest.isEmpty()) {
                        System.err.println("picklejar script: " + first + " needs an argument");
                        return WRONG_USE;
                    }
                    String given = rest.remove(0);
                    directory = first.equals("-c")
                            ? ""
                            : Path.of("").toAbsolutePath().toString();
                    text = first.equals("-c") ? given : "import runpy; runpy._run_module_as_main(" + quote(given) + ")";
                    rest.add(0, first);
                }
                case "-" -> {
                    text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
                    rest.add(0, "-");
                }
                default -> {
                    Path p = Path.of(first);
                    if (first.startsWith("-")) {
                        System.err.println(
                                "picklejar script: unknown option " + first + " (see picklejar script --help)");
                        return WRONG_USE;
                    }
                    if (!Files.exists(p)) {
                        System.err.println("picklejar: can't open file '" + first + "': no such file");
                        return WRONG_USE;
                    }
                    if (holdsModules(p)) {
                        directory = p.toAbsolutePath().toString();
                        text = "import runpy; runpy._run_module_as_main('__main__', False)";
                        rest.add(0, first);
                        break;
                    }
                    text = SourceDecoder.decode(Files.readAllBytes(p));
                    file = p.toAbsolutePath().toString();
                    // Behind links, as far as it is in a folder.
                    Path parent = (Files.isRegularFile(p) ? p.toRealPath() : p.toAbsolutePath()).getParent();
                    directory = parent == null ? "" : parent.toString();
                    rest.add(0, first);
                }
            }
        } catch (IOException e) {
            System.err.println("picklejar: cannot read the program: " + e.getMessage());
            return WRONG_USE;
        } catch (PyException e) {
            System.err.println("picklejar: cannot read the program: " + first + ": " + e.value.args.get(0));
            return WRONG_USE;
        }
        Console console = new Console(unbuffered);
        // Beside the start: the JDK makes a class for it.
        CompletableFuture<Runtime> running = new CompletableFuture<>();
        CompletableFuture<Void> signals = CompletableFuture.runAsync(
                () -> ProcessSignals.handle("INT", () -> running.thenAccept(Runtime::interrupt)));
        int status;
        try (Runtime r = Runtime.builder()
                .arguments(rest)
                .path(searchPath.safePath() ? new String[0] : new String[] {directory})
                .searchPath(searchPath)
                .output(console)
                .input(console)
                .legacy(legacy)
                .build()) {
            running.complete(r);
            signals.join();
            status = report(r.script(text, file, legacy), console);
            r.awaitThreads();
        }
        console.flush();
        return status;
    }

    /** Whether it is a folder or a zip archive (text may stand before it), whose module {@code __main__} is the program. */
    private static boolean holdsModules(Path p) {
        if (Files.isDirectory(p)) {
            return true;
        }
        if (p.toString().endsWith(".py") || !Files.isRegularFile(p)) {
            return false;
        }
        try (ZipFile archive = new ZipFile(p.toFile())) {
            return archive.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes the options of python away, as programs give them that start {@code sys.executable}; returns their letters. */
    private static String options(List<String> arguments) {
        StringBuilder letters = new StringBuilder();
        while (!arguments.isEmpty() && isOption(arguments.get(0))) {
            String option = arguments.remove(0);
            if (!option.startsWith("-W") && !option.startsWith("-X")) {
                letters.append(option, 1, option.length());
            }
            boolean hasValue = option.equals("-W") || option.equals("-X");
            if (hasValue && !arguments.isEmpty()) {
                arguments.remove(0);
            }
        }
        return letters.toString();
    }

    /** Without a regular expression: these take time at a start. */
    private static boolean isOption(String argument) {
        if (argument.startsWith("-W") || argument.startsWith("-X")) {
            return true;
        }
        boolean letters = argument.length() > 1 && argument.startsWith("-");
        for (int i = 1; letters && i < argument.length(); i++) {
            letters = OPTIONS.indexOf(argument.charAt(i)) >= 0;
        }
        return letters;
    }

    private static String quote(String s) {
        return "'" + s.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static int report(Interpreter.Outcome outcome, Console console) {
        if (outcome instanceof Interpreter.Outcome.Exit e) {
            return e.status();
        }
        if (outcome instanceof Interpreter.Outcome.Error e) {
            console.write("stderr", String.join("\n", e.error().traceback()) + "\n", null);
            return e.error().name().equals("KeyboardInterrupt") ? 130 : 1;
        }
        return 0;
    }
}
