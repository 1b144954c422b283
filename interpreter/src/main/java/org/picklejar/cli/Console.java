package org.picklejar.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.picklejar.runtime.Interpreter;

/** The standard streams of the process. */
final class Console implements Interpreter.OutputSink, Interpreter.InputSource {
    private static final int BUFFER = 1 << 16;

    private final PrintStream out = new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER), false, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    private final boolean unbuffered;
    /** Whether there is a terminal; null before somebody has asked. */
    private Boolean interactive;

    private BufferedReader in;

    /** @param unbuffered whether nothing that is written waits, whatever standard output is */
    Console(boolean unbuffered) {
        this.unbuffered = unbuffered;
    }

    @Override
    public synchronized void write(String stream, String text, Object origin) {
        if (stream.equals("stderr")) {
            out.flush();
            err.print(text);
            err.flush();
        } else {
            out.print(text);
            if (unbuffered || isInteractive()) {
                out.flush();
            }
        }
    }

    // The launcher asks JDK 22 and later for the console that is null without a terminal (jdk.console).
    @SuppressWarnings("SystemConsoleNull")
    private synchronized boolean isInteractive() {
        if (interactive == null) {
            interactive = System.console() != null;
        }
        return interactive;
    }

    @Override
    public synchronized void flush() {
        out.flush();
        err.flush();
    }

    @Override
    public String readLine(String prompt, boolean password, Interpreter.HostCall wait) {
        out.print(prompt);
        out.flush();
        BlockingQueue<Optional<String>> answer = new SynchronousQueue<>();
        if (in == null) {
            in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        Thread reader = new Thread(
                () -> {
                    try {
                        String line = password && isInteractive()
                                ? new String(System.console().readPassword())
                                : in.readLine();
                        answer.put(Optional.ofNullable(line));
                    } catch (IOException | InterruptedException e) {
                        answer.offer(Optional.empty());
                    }
                },
                "stdin");
        reader.setDaemon(true);
        reader.start();
        return wait.take(answer).orElse(null);
    }
}
