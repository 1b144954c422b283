package org.picklejar.kernel.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter.HostCall;
import org.picklejar.runtime.Interpreter.OutputSink;

/** Runs shell commands for {@code !command} and {@code %%bash}: output appears while they run, and an interrupt ends them. */
public final class Commands {
    private static final int PATIENCE_SECONDS = 2;

    private final OutputSink output;

    public Commands(OutputSink output) {
        this.output = output;
    }

    /** Text from a stream of the process, or with a null text the end of that stream. */
    private record Chunk(String stream, String text) {}

    /**
     * The host function {@code run_command(argv, cwd, env, input, capture)}.
     *
     * @param args command and arguments; working directory or null; environment or null; text for its standard input or null;
     *     whether output is returned instead of shown
     * @return a map with status, stdout and stderr
     */
    public Object run(HostCall call, Object[] args) {
        boolean capture = args.length > 4 && Boolean.TRUE.equals(args[4]);
        Process process = start(args);
        BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>();
        read("stdout", process.getInputStream(), chunks);
        read("stderr", process.getErrorStream(), chunks);
        feed(process, args.length > 3 && args[3] instanceof String text ? text : "");
        Map<String, StringBuilder> captured = Map.of("stdout", new StringBuilder(), "stderr", new StringBuilder());
        try {
            for (int open = 2; open > 0; ) {
                Chunk chunk = call.take(chunks);
                if (chunk.text == null) {
                    open--;
                } else if (capture) {
                    captured.get(chunk.stream).append(chunk.text);
                } else {
                    output.write(chunk.stream, chunk.text, call.origin());
                }
            }
        } catch (GuestException interrupt) {
            end(process);
            throw interrupt;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", (long) status(process));
        result.put("stdout", captured.get("stdout").toString());
        result.put("stderr", captured.get("stderr").toString());
        return result;
    }

    private static Process start(Object[] args) {
        List<String> command = ((List<?>) args[0]).stream().map(String::valueOf).toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        if (args.length > 1 && args[1] instanceof String directory) {
            builder.directory(Path.of(directory).toFile());
        }
        if (args.length > 2 && args[2] instanceof Map<?, ?> environment) {
            builder.environment().clear();
            environment.forEach((key, value) -> builder.environment().put(String.valueOf(key), String.valueOf(value)));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GuestException("OSError", e.getMessage(), List.of("OSError: " + e.getMessage()));
        }
    }

    private static void read(String stream, InputStream in, BlockingQueue<Chunk> chunks) {
        daemon("picklejar-command-" + stream, () -> {
            try (Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                char[] buffer = new char[8192];
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    chunks.add(new Chunk(stream, new String(buffer, 0, n)));
                }
            } catch (IOException e) {
                chunks.add(new Chunk("stderr", "reading " + stream + " of the command: " + e.getMessage() + "\n"));
            } finally {
                chunks.add(new Chunk(stream, null));
            }
        });
    }

    private static void feed(Process process, String text) {
        daemon("picklejar-command-stdin", () -> {
            try (OutputStream in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return; // the command ended before it had read everything: its own business
            }
        });
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                children.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
