package org.picklejar.kernel.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.picklejar.kernel.launch.InterpreterFactory;
import org.picklejar.runtime.GuestException;
import org.picklejar.runtime.Interpreter;

/** Understands a few commands, one per line, that exercise everything a kernel must do for a language. */
public final class FakeInterpreter implements Interpreter {
    /** The service that {@code KernelMain} finds in tests. */
    public static final class Factory implements InterpreterFactory {
        @Override
        public Interpreter create(Host host) {
            return new FakeInterpreter(host);
        }
    }

    /** Put into the queue of a blocked call to wake it. */
    private static final Object INTERRUPT = new Object();

    private final InterpreterFactory.Host host;
    private final CountDownLatch lateRelease = new CountDownLatch(1);
    private volatile Object origin;
    private int depth;
    private volatile boolean interrupted;
    private volatile BlockingQueue<Object> blockedOn;

    public FakeInterpreter(InterpreterFactory.Host host) {
        this.host = host;
    }

    @Override
    public Outcome execute(Cell cell) {
        origin = cell.origin();
        Work work = begin();
        try {
            for (String line : cell.code().split("\n")) {
                if (line.startsWith("exit ")) {
                    return new Outcome.Exit(Integer.parseInt(line.substring(5)));
                }
                run(line, cell);
            }
            return new Outcome.Ok();
        } catch (GuestException e) {
            return new Outcome.Error(e);
        } finally {
            work.close();
        }
    }

    private void run(String line, Cell cell) {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        switch (command) {
            case "" -> {}
            case "print" -> host.output().write("stdout", rest + "\n", origin);
            case "err" -> host.output().write("stderr", rest + "\n", origin);
            case "flood" -> {
                for (int i = 0; i < Integer.parseInt(rest); i++) {
                    host.output().write("stdout", i + "\n", origin);
                }
            }
            case "raise" -> throw error("ValueError", rest);
            case "crash" -> throw new IllegalStateException("bug");
            case "memory" -> throw new OutOfMemoryError("Java heap space");
            case "sleep", "interrupted" -> call(new LinkedBlockingQueue<>());
            case "loop" -> {
                while (!interrupted) {
                    Thread.onSpinWait();
                }
                throw error("KeyboardInterrupt", "");
            }
            case "input", "password" -> input(rest, command.equals("password"));
            case "value" -> {
                if (cell.display()) {
                    publish(
                            "execute_result",
                            Map.of(
                                    "execution_count",
                                    hostCall("execution_count"),
                                    "data",
                                    Map.of("text/plain", rest),
                                    "metadata",
                                    Map.of()));
                }
            }
            case "display" -> {
                String[] parts = rest.split(" ", 2);
                publish("display_data", Map.of("data", Map.of(parts[0], parts[1]), "metadata", Map.of()));
            }
            case "named" -> displayWithId("display_data", rest);
            case "update" -> displayWithId("update_display_data", rest);
            case "state" ->
                publish(
                        "display_data",
                        Map.of(
                                "data",
                                        Map.of(
                                                "application/vnd.picklejar.state+json",
                                                Map.of("tasklets", List.of(rest)),
                                                "text/plain",
                                                "state of " + rest),
                                "metadata", Map.of("picklejar", Map.of("attach", true))));
            case "clear" -> hostCall("clear_output", rest.equals("wait"));
            case "page" ->
                hostCall("set_payload", Map.of("source", "page", "data", Map.of("text/plain", rest), "start", 0L));
            case "open" -> publish("comm_open", Map.of("comm_id", rest, "target_name", "fake", "data", Map.of()));
            case "command" -> hostCall("run_command", List.of("sh", "-c", rest), null, null, null, false);
            case "late" -> startLate(rest);
            case "release" -> lateRelease.countDown();
            case "legacy" -> host.output().write("stdout", "legacy " + cell.legacy() + "\n", origin);
            default -> throw error("NameError", "name '" + command + "' is not defined");
        }
    }

    private void input(String prompt, boolean password) {
        try {
            String line = host.input().readLine(prompt, password, new Call(origin));
            host.output().write("stdout", line == null ? "end of file\n" : "got " + line + "\n", origin);
        } catch (UnsupportedOperationException e) {
            throw error("RuntimeError", e.getMessage());
        }
    }

    private void displayWithId(String type, String rest) {
        String[] parts = rest.split(" ", 2);
        hostCall(
                "publish",
                type,
                Map.of("data", Map.of("text/plain", parts[1]), "metadata", Map.of()),
                Map.of(),
                Map.of("display_id", parts[0]));
    }

    private void startLate(String text) {
        Object mine = origin;
        new Thread(
                        () -> {
                            try {
                                lateRelease.await();
                            } catch (InterruptedException e) {
                                return;
                            }
                            host.output().write("stdout", text + "\n", mine);
                        },
                        "fake-late")
                .start();
    }

    private void publish(String type, Map<String, Object> content) {
        hostCall("publish", type, content);
    }

    private Object hostCall(String function, Object... args) {
        return host.module().get(function).call(new Call(origin), args);
    }

    private void call(BlockingQueue<Object> queue) {
        new Call(origin).take(queue);
    }

    @Override
    public Object call(String module, String function, Object... args) {
        origin = null;
        switch (module + "." + function) {
            case "picklejar_kernel.begin_cell":
                if (args[1].equals("interrupted")) {
                    interrupt();
                }
                return null;
            case "picklejar_kernel.completion.complete":
                return complete((String) args[0], (Long) args[1]);
            case "picklejar_kernel.inspection.inspect":
                return Map.of(
                        "found",
                        true,
                        "data",
                        Map.of("text/plain", "about " + args[0] + " at " + args[1] + " level " + args[2]),
                        "metadata",
                        Map.of());
            case "picklejar_kernel.expressions.evaluate":
                Map<String, Object> results = new LinkedHashMap<>();
                ((Map<?, ?>) args[0])
                        .forEach((key, value) -> results.put(
                                (String) key,
                                Map.of(
                                        "status",
                                        "ok",
                                        "data",
                                        Map.of("text/plain", "value of " + value),
                                        "metadata",
                                        Map.of())));
                return results;
            case "picklejar_kernel.comms.handle_comm_open":
                Map<?, ?> content = (Map<?, ?>) ((Map<?, ?>) args[0]).get("content");
                if (!content.get("target_name").equals("fake")) {
                    publish("comm_close", Map.of("comm_id", content.get("comm_id"), "data", Map.of()));
                }
                return null;
            case "picklejar_kernel.comms.handle_comm_msg":
                Map<?, ?> message = (Map<?, ?>) args[0];
                hostCall(
                        "publish",
                        "comm_msg",
                        message.get("content"),
                        message.get("metadata"),
                        null,
                        message.get("buffers"));
                return null;
            default:
                return null;
        }
    }

    private Object complete(String code, long cursor) {
        if (code.equals("slow")) {
            Work work = begin();
            try {
                call(new LinkedBlockingQueue<>());
            } finally {
                work.close();
            }
        }
        return Map.of("matches", List.of("found"), "cursor_start", 0L, "cursor_end", cursor);
    }

    @Override
    public synchronized Work begin() {
        interrupted &= depth++ > 0;
        return this::end;
    }

    private synchronized void end() {
        depth--;
    }

    @Override
    public synchronized void interrupt() {
        if (depth == 0) {
            return;
        }
        interrupted = true;
        BlockingQueue<Object> blocked = blockedOn;
        if (blocked != null) {
            blocked.add(INTERRUPT);
        }
    }

    @Override
    public Completeness completeness(String code) {
        return code.endsWith(":")
                ? new Completeness("incomplete", "    ")
                : new Completeness(code.contains("(]") ? "invalid" : "complete", "");
    }

    @Override
    public void close() {}

    private static GuestException error(String name, String value) {
        return new GuestException(
                name,
                value,
                List.of(
                        "Traceback (most recent call last):",
                        "  File \"<cell 1>\", line 1, in <module>",
                        value.isEmpty() ? name : name + ": " + value));
    }

    private final class Call implements HostCall {
        private final Object mine;

        Call(Object mine) {
            this.mine = mine;
        }

        @Override
        public Object origin() {
            return mine;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T take(BlockingQueue<T> queue) {
            blockedOn = (BlockingQueue<Object>) queue;
            try {
                if (interrupted) {
                    throw error("KeyboardInterrupt", "");
                }
                Object value = blockedOn.take();
                if (value == INTERRUPT) {
                    throw error("KeyboardInterrupt", "");
                }
                return (T) value;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                blockedOn = null;
            }
        }
    }
}
