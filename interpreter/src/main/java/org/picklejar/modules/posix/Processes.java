package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.picklejar.core.Execution;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;

/** The child processes of a runtime. */
public final class Processes {
    private final Map<Long, Process> children = new ConcurrentHashMap<>();

    private Processes() {}

    public static Processes of(Execution x) {
        return x.machine.state(Processes.class, m -> new Processes());
    }

    /** A builder with the runtime's variables, directory and mask of file modes. */
    public static ProcessBuilder builder(Execution x, String... command) {
        ProcessBuilder b = new ProcessBuilder(command);
        Environment e = Environment.of(x);
        if (e.hasOwnUmask()) {
            String change = "umask " + Integer.toOctalString(e.umask()) + " && exec \"$@\"";
            b.command(Stream.concat(Stream.of("/bin/sh", "-c", change, "sh"), Stream.of(command))
                    .toList());
        }
        b.environment().clear();
        b.environment().putAll(e.variables());
        b.directory(e.directory().toFile());
        return b;
    }

    public void add(Process p) {
        children.put(p.pid(), p);
    }

    /** {@code waitpid}: pid and status, (0, 0) when it still runs and {@code wait} is false. */
    PyObject wait(Execution x, long pid, boolean wait) {
        Process p = pid > 0 ? children.get(pid) : anyChild();
        if (p == null) {
            throw OsFailure.of(OsFailure.ECHILD);
        }
        if (!wait && p.isAlive()) {
            return PyTuple.of(PyInt.ZERO, PyInt.ZERO);
        }
        waitFor(x, p);
        children.remove(p.pid());
        return PyTuple.of(
                PyInt.of(p.pid()), PyInt.of(p instanceof ChildOfSystem c ? c.status() : status(p.exitValue())));
    }

    private Process anyChild() {
        Optional<Process> ended =
                children.values().stream().filter(c -> !c.isAlive()).findFirst();
        return ended.orElseGet(() -> children.values().stream().findFirst().orElse(null));
    }

    private static void waitFor(Execution x, Process p) {
        Object monitor = new Object();
        p.onExit().thenRun(() -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
        Blocking.await(x, monitor, () -> !p.isAlive(), -1);
    }

    /** Java reports death by a signal as 128 + signal. */
    static int status(int exitValue) {
        return exitValue > 128 && exitValue < 128 + 65 ? exitValue - 128 : exitValue << 8;
    }

    /** Runs a command with this process's streams.
     * @return its exit value */
    static int run(Execution x, String... command) {
        try {
            Process p = builder(x, command).inheritIO().start();
            waitFor(x, p);
            return p.exitValue();
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    /** What a command prints. */
    static String output(Execution x, String... command) {
        try {
            Process p = builder(x, command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            p.getOutputStream().close();
            return new String(Blocking.run(x, () -> p.getInputStream().readAllBytes()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }
}
