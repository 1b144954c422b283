package org.picklejar.kernel.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.picklejar.kernel.launch.KernelMain;
import org.picklejar.kernel.transport.ConnectionFile;

/** A kernel in a process of its own, on ports that it chose. Its log goes to our standard error. */
public final class KernelProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Process process;
    private final Path directory;
    private final ConnectionFile connection;

    private KernelProcess(Process process, Path directory, ConnectionFile connection) {
        this.process = process;
        this.directory = directory;
        this.connection = connection;
    }

    /**
     * Starts a kernel and waits until it listens.
     *
     * @param launcher command that stands before {@code kernel}'s arguments
     * @param workingDirectory where its programs run
     */
    public static KernelProcess start(List<String> launcher, Path workingDirectory) throws IOException, KernelDied {
        Path directory = Files.createTempDirectory("picklejar");
        Path file = directory.resolve("kernel.json");
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("-f", file.toString(), KernelMain.ANNOUNCE));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.directory(workingDirectory.toFile());
        builder.environment()
                .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        Process process = builder.start();
        process.getOutputStream().close();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (output.readLine() == null) {
            delete(directory);
            throw new KernelDied("the kernel did not start: " + String.join(" ", command));
        }
        Thread drain = new Thread(() -> output.lines().forEach(System.err::println), "picklejar-kernel-output");
        drain.setDaemon(true);
        drain.start();
        return new KernelProcess(process, directory, ConnectionFile.read(file));
    }

    /** The command for a kernel of this very program, on the class path of this process. */
    public static List<String> ownLauncher() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", System.getProperty("java.class.path"), KernelMain.class.getName());
    }

    public ConnectionFile connection() {
        return connection;
    }

    /** Completes when the process ends. */
    public CompletableFuture<?> onExit() {
        return process.onExit();
    }

    /** Waits a little for a kernel that was asked to shut down, then ends it. */
    @Override
    public void close() throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(directory);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
