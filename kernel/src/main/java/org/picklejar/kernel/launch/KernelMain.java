package org.picklejar.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.picklejar.kernel.history.History;
import org.picklejar.kernel.transport.ConnectionFile;
import org.picklejar.kernel.wire.Log;
import org.picklejar.runtime.ProcessSignals;
import org.zeromq.ZMQException;

/** {@code kernel -f CONNECTION_FILE}: what kernel.json starts. */
public final class KernelMain {
    /** Makes the kernel print a line when it listens, for programs that start it. */
    public static final String ANNOUNCE = "--announce";

    private static final String USAGE = "usage: kernel -f CONNECTION_FILE [" + ANNOUNCE + "]";

    private static final Set<String> OWN_THREADS =
            Set.of("picklejar-shell", "picklejar-control", "picklejar-sockets", "picklejar-relay");

    private KernelMain() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args, Interpreters.find()));
    }

    /**
     * Serves until shutdown_request, SIGTERM or the end of the parent process.
     *
     * @return the exit status of the process
     */
    public static int run(String[] args, InterpreterFactory factory) throws InterruptedException {
        Path file = connectionFile(args);
        if (file == null) {
            System.err.println(USAGE);
            return 2;
        }
        boolean created = !Files.exists(file);
        try {
            ConnectionFile connection =
                    created ? ConnectionFile.fresh(UUID.randomUUID().toString()) : ConnectionFile.read(file);
            Kernel kernel =
                    new Kernel(connection, factory, History.dataDirectory().resolve("history.jsonl"));
            if (!kernel.connection().json().equals(connection.json())) {
                kernel.connection().write(file);
            }
            Thread.setDefaultUncaughtExceptionHandler(KernelMain::ended);
            kernel.start();
            handleSignals(kernel);
            ParentWatch.start(
                    System.getenv("JPY_PARENT_PID"), () -> Runtime.getRuntime().halt(1));
            if (List.of(args).contains(ANNOUNCE)) {
                System.out.println("listening: " + file);
            }
            kernel.awaitEnd();
            kernel.close();
            return 0;
        } catch (IOException e) {
            System.err.println("picklejar kernel: " + e.getMessage());
            return 1;
        } catch (ZMQException e) {
            System.err.println("picklejar kernel: cannot listen as " + file + " says: " + e.getMessage());
            return 1;
        } finally {
            if (created) {
                delete(file);
            }
        }
    }

    private static Path connectionFile(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("-f") || args[i].equals("--connection-file")) {
                return i + 1 < args.length ? Path.of(args[i + 1]) : null;
            }
            if (args[i].startsWith("--connection-file=") || args[i].startsWith("-f=")) {
                return Path.of(args[i].substring(args[i].indexOf('=') + 1));
            }
        }
        return null;
    }

    /** Servers send SIGINT to the whole process group; without a handler the JVM would exit. */
    private static void handleSignals(Kernel kernel) {
        ProcessSignals.handle("INT", () -> kernel.interrupt());
        ProcessSignals.handle("TERM", () -> kernel.stop());
    }

    /** Without one of its threads the kernel would hang (a rebuild took its classes away, say); the server starts another when it ends. */
    private static void ended(Thread thread, Throwable reason) {
        reason.printStackTrace();
        if (OWN_THREADS.contains(thread.getName())) {
            System.err.println("picklejar kernel: cannot go on without thread " + thread.getName());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warn("cannot delete " + file + ": " + e.getMessage());
        }
    }
}
