package org.picklejar.kernel.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.picklejar.kernel.testing.TestClient.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.client.KernelProcess;
import org.picklejar.kernel.testing.TestClient;
import org.picklejar.kernel.testing.TestClient.Received;
import org.picklejar.kernel.transport.ConnectionFile;
import org.zeromq.ZMQ;

/** Kernels in processes of their own. */
class KernelMainTest {
    private static final int SIGINT = 2;

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(Path file) throws IOException {
        return start(file, ProcessHandle.current().pid());
    }

    /** Returns when the kernel listens. */
    private Process start(Path file, long parent) throws IOException {
        List<String> command = new ArrayList<>(KernelProcess.ownLauncher());
        command.addAll(List.of("-f", file.toString(), KernelMain.ANNOUNCE));
        return start(command, parent);
    }

    private Process start(List<String> command, long parent) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PICKLEJAR_HOME", directory.toString());
        builder.environment().put("JPY_PARENT_PID", Long.toString(parent));
        Process process = builder.start();
        started.add(process);
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        assertTrue(line != null && line.startsWith("listening: "), line);
        return process;
    }

    private static void assertEnds(Process process, int status) throws InterruptedException {
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the kernel does not end");
        assertEquals(status, process.exitValue());
    }

    @Test
    void missingConnectionFileIsCreatedForTheOwnerOnlyAndDeleted() throws Exception {
        Path file = directory.resolve("new.json");
        Process process = start(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (TestClient client = new TestClient(ConnectionFile.read(file).json())) {
            String cell = client.execute("print hello");
            assertEquals("ok", client.reply(client.shell, cell).text("status"));
            client.send(client.control, "shutdown_request", json("{\"restart\": false}"));
            assertEquals("shutdown_reply", client.receive(client.control).type());
        }
        assertEnds(process, 0);
        assertFalse(Files.exists(file));
        assertTrue(Files.readString(directory.resolve("history.jsonl")).contains("print hello"));
    }

    @Test
    void restartUsesTheSameFileAndPorts() throws Exception {
        Path file = directory.resolve("kept.json");
        ConnectionFile.fresh("secret").write(file);
        Process first = start(file);
        String ports = Files.readString(file);
        first.destroyForcibly().waitFor();
        Process second = start(file);
        assertEquals(ports, Files.readString(file));
        try (TestClient client = new TestClient(ConnectionFile.read(file).json())) {
            client.reply(client.shell, client.execute("print again"));
        }
        second.destroy();
        assertEnds(second, 0);
        assertTrue(Files.exists(file));
    }

    /** Signals that were ignored when this process was started stay so in the kernel, which would never be interrupted. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(ignored.split("\\s+")[1], 16) & 1L << SIGINT - 1) != 0;
    }

    @Timeout(120)
    @Test
    void sigintInterruptsTheCellAndNothingElse() throws Exception {
        assumeFalse(
                ignoresInterrupts(),
                "SIGINT is ignored here: this was started with & by a shell that is not interactive");
        Path file = directory.resolve("int.json");
        Process process = start(file);
        try (TestClient client = new TestClient(ConnectionFile.read(file).json())) {
            client.reply(client.shell, client.execute("print warm"));
            signal(process, "INT"); // idle: ignored
            String cell = client.execute("loop");
            client.await(message -> message.type().equals("execute_input") && cell.equals(message.parentId()));
            Received reply = null;
            while (reply == null) { // a signal that comes before the loop runs has no effect
                signal(process, "INT");
                client.send(client.control, "kernel_info_request", json("{}"));
                client.receive(client.control);
                boolean replied = (client.shell.getEvents() & ZMQ.Poller.POLLIN) != 0;
                reply = replied ? client.reply(client.shell, cell) : null;
            }
            assertEquals("KeyboardInterrupt", reply.text("ename"));
            assertEquals(
                    "ok",
                    client.reply(client.shell, client.execute("print alive")).text("status"));
        }
        signal(process, "TERM");
        assertEnds(process, 0);
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void kernelEndsWithItsParent() throws Exception {
        Path file = directory.resolve("orphan.json");
        List<String> kernel = new ArrayList<>(KernelProcess.ownLauncher());
        kernel.addAll(List.of("-f", file.toString(), KernelMain.ANNOUNCE));
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; true", "sh"));
        command.addAll(kernel);
        Process shell = start(command, ProcessHandle.current().pid());
        ProcessHandle child = shell.descendants().findFirst().orElseThrow();
        try {
            shell.destroyForcibly().waitFor();
            child.onExit().get(20, TimeUnit.SECONDS);
            assertFalse(child.isAlive());
        } finally {
            child.destroyForcibly(); // it holds the streams of this process open
        }
    }

    @Test
    void unreadableConnectionFileIsOneClearLine() throws Exception {
        Path file = Files.writeString(directory.resolve("bad.json"), "{oops");
        List<String> command = new ArrayList<>(KernelProcess.ownLauncher());
        command.addAll(List.of("-f", file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        List<String> lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))
                .lines()
                .toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("picklejar kernel: connection file " + file), lines::toString);
        assertEnds(process, 1);
    }
}
