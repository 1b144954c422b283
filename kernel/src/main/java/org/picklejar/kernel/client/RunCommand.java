package org.picklejar.kernel.client;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.picklejar.runtime.ProcessSignals;

/** {@code run NOTEBOOK.ipynb [-o OUT.ipynb] [--allow-errors]}. */
public final class RunCommand {
    private static final String USAGE = "usage: picklejar run NOTEBOOK.ipynb [-o OUT.ipynb] [--allow-errors]";
    private static final String HELP = USAGE + """


        Runs all code cells in a new kernel and writes the notebook with their outputs, to its place or to OUT.ipynb.
          --allow-errors   go on after a cell that fails
        Exit status: 0 all cells ran, 1 a cell failed, 2 wrong use or no notebook, 3 the kernel died.""";

    private static final int OK = 0;
    private static final int CELL_FAILED = 1;
    private static final int BAD_USE = 2;
    private static final int KERNEL_DIED = 3;

    private RunCommand() {}

    public static void main(String[] args) {
        System.exit(run(args, KernelProcess.ownLauncher(), System.err));
    }

    /**
     * Runs a notebook in a new kernel process and writes it, with what its cells showed, in its place or to another file.
     *
     * @param launcher command of the kernel, such as {@link KernelProcess#ownLauncher}
     * @param messages for progress and errors
     * @return exit status: 0 all cells ran, 1 a cell failed, 2 wrong arguments or no notebook, 3 the kernel died
     */
    public static int run(String[] args, List<String> launcher, PrintStream messages) {
        if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
            System.out.println(HELP);
            return OK;
        }
        Path input = null;
        Path output = null;
        boolean allowErrors = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--allow-errors")) {
                allowErrors = true;
            } else if (args[i].equals("-o") && i + 1 < args.length) {
                output = Path.of(args[++i]);
            } else if (!args[i].startsWith("-") && input == null) {
                input = Path.of(args[i]);
            } else {
                messages.println(USAGE);
                return BAD_USE;
            }
        }
        if (input == null) {
            messages.println(USAGE);
            return BAD_USE;
        }
        try {
            return run(input, output == null ? input : output, allowErrors, launcher, messages);
        } catch (NotebookFile.Broken e) {
            messages.println(e.getMessage());
            return BAD_USE;
        } catch (IOException e) {
            messages.println("picklejar run: " + e.getMessage());
            return BAD_USE;
        }
    }

    private static int run(Path input, Path output, boolean allowErrors, List<String> launcher, PrintStream messages)
            throws IOException, NotebookFile.Broken {
        NotebookFile notebook = NotebookFile.read(input);
        Path place = output.toAbsolutePath().getParent();
        if (Files.isDirectory(output) || !Files.isWritable(place)) {
            throw new IOException(
                    "cannot write " + output + (Files.isDirectory(place) ? "" : ": there is no folder " + place));
        }
        // Ctrl-C reaches the kernel too, which interrupts the cell; this process then writes what there is.
        ProcessSignals.handle("INT", () -> {});
        Path folder = input.toAbsolutePath().getParent();
        try (KernelProcess kernel = KernelProcess.start(launcher, folder);
                KernelClient client = new KernelClient(kernel.connection(), kernel.onExit())) {
            int failures;
            try {
                failures = new NotebookRunner(client, messages).run(notebook, allowErrors);
            } finally {
                notebook.write(output);
            }
            client.shutDown();
            return failures == 0 ? OK : CELL_FAILED;
        } catch (KernelDied e) {
            messages.println("picklejar run: " + e.getMessage());
            return KERNEL_DIED;
        }
    }
}
