package org.picklejar.kernel.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.picklejar.kernel.testing.TestClient.bytes;
import static org.picklejar.kernel.testing.TestClient.json;
import static org.picklejar.kernel.testing.TestClient.summary;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.testing.FakeInterpreter;
import org.picklejar.kernel.testing.TestClient;
import org.picklejar.kernel.testing.TestClient.Received;
import org.picklejar.kernel.testing.TestKernel;
import org.picklejar.kernel.transport.ConnectionFile;
import org.zeromq.ZMQ;

/** Requests and what comes back, over ZeroMQ. */
class SessionTest {
    @TempDir
    Path directory;

    private TestKernel kernel;
    private TestClient client;

    @BeforeEach
    void connect() {
        kernel = new TestKernel(directory.resolve("history.jsonl"));
        client = kernel.connect();
        String ready = client.execute("", "{\"silent\": true}");
        client.reply(client.shell, ready);
        client.transcript(ready);
    }

    @AfterEach
    void disconnect() {
        client.close();
        kernel.close();
    }

    @Test
    void kernelInfoIsAnsweredOnShellAndControl() {
        for (var socket : List.of(client.shell, client.control)) {
            String id = client.send(socket, "kernel_info_request", json("{}"));
            Received reply = client.reply(socket, id);
            assertEquals("kernel_info_reply", reply.type());
            assertEquals("ok", reply.text("status"));
            assertEquals("5.5", reply.text("protocol_version"));
            assertEquals(
                    "python",
                    reply.content().getAsJsonObject("language_info").get("name").getAsString());
            assertEquals(List.of("busy", "idle"), summary(client.transcript(id)));
        }
    }

    @Test
    void everyClientIsWelcomedWithItsSubscription() {
        try (TestClient second = kernel.connect();
                TestClient third = new TestClient(kernel.kernel.connection().json(), "kernel.x")) {
            Received welcome = third.receive(third.iopub);
            assertEquals("iopub_welcome", welcome.type());
            assertEquals("kernel.x", welcome.text("subscription"));
            assertEquals("kernel.x", welcome.topic());
            String id = second.execute("print both");
            second.transcript(id);
            assertEquals(List.of("busy", "in[1]:print both", "stdout:both\n", "idle"), summary(client.transcript(id)));
        }
    }

    @Test
    void parentHeaderIsCopiedVerbatim() {
        JsonObject header = client.header("kernel_info_request");
        header.addProperty("traceId", "t-1");
        client.send(client.shell, client.frames(header, "{}", json("{}"), List.of()));
        assertEquals(header, client.receive(client.shell).parent());
    }

    @Test
    void sessionIdNeverChanges() {
        String id = client.execute("print x");
        String session = client.reply(client.shell, id).header().get("session").getAsString();
        for (Received message : client.transcript(id)) {
            assertEquals(session, message.header().get("session").getAsString());
        }
    }

    @Test
    void damagedMessagesAreDroppedWithoutAnswer() {
        List<byte[]> good = client.frames(client.header("kernel_info_request"), "{}", json("{}"), List.of());
        List<byte[]> badSignature = new ArrayList<>(good);
        badSignature.set(1, "0".repeat(64).getBytes(StandardCharsets.US_ASCII));
        List<byte[]> unsigned = new ArrayList<>(good);
        unsigned.set(1, new byte[0]);
        client.send(client.shell, badSignature);
        client.send(client.shell, unsigned);
        client.send(client.shell, List.of(bytes(1, 2, 3)));
        client.send(client.shell, good.subList(0, 4));
        client.send(
                client.shell,
                client.withSignature(
                        List.of(bytes('{'), bytes('{', '}'), bytes('{', '}'), bytes('{', '}')), List.of()));
        client.send(
                client.shell,
                client.withSignature(
                        List.of(bytes('{', '}'), bytes('{', '}'), bytes('{', '}'), bytes('{', '}')), List.of()));
        client.send(client.control, badSignature);
        client.send(client.stdin, badSignature);
        client.send(client.shell, good);
        client.send(client.shell, good); // the same signature again
        String last = client.send(client.shell, "kernel_info_request", json("{}"));
        String goodId = json(new String(good.get(2), StandardCharsets.UTF_8))
                .get("msg_id")
                .getAsString();
        client.reply(client.shell, goodId);
        client.reply(client.shell, last);
        assertEquals(List.of("busy", "idle"), summary(client.transcript(goodId)));
        Received next = client.receive(client.iopub);
        assertEquals(last, next.parentId());
    }

    @Test
    void unknownTypeIsBusyThenIdle() {
        String id = client.send(client.shell, "tea_request", json("{}"));
        assertEquals(List.of("busy", "idle"), summary(client.transcript(id)));
        String next = client.send(client.shell, "kernel_info_request", json("{}"));
        client.reply(client.shell, next);
    }

    @Test
    void missingFieldIsAnError() {
        String id = client.send(client.shell, "execute_request", json("{}"));
        Received reply = client.reply(client.shell, id);
        assertEquals("error", reply.text("status"));
        assertEquals("execute_request lacks the string 'code'", reply.text("evalue"));
        assertEquals(List.of("busy", "idle"), summary(client.transcript(id)));
    }

    @Test
    void unknownSubshellIsAnError() {
        JsonObject header = client.header("kernel_info_request");
        header.addProperty("subshell_id", "s1");
        client.send(client.shell, client.frames(header, "{}", json("{}"), List.of()));
        assertEquals("UnknownSubshellError", client.receive(client.shell).text("ename"));
    }

    @Test
    void controlIsAnsweredWhileACellRuns() {
        String cell = client.execute("loop");
        client.await(message -> message.type().equals("execute_input"));
        String info = client.send(client.control, "kernel_info_request", json("{}"));
        assertEquals("kernel_info_reply", client.reply(client.control, info).type());
        String interrupt = client.send(client.control, "interrupt_request", json("{}"));
        assertEquals("ok", client.reply(client.control, interrupt).text("status"));
        Received reply = client.reply(client.shell, cell);
        assertEquals("KeyboardInterrupt", reply.text("ename"));
    }

    @Test
    void interruptEndsASleep() {
        String cell = client.execute("sleep");
        client.await(message -> message.type().equals("execute_input"));
        kernel.kernel.interrupt();
        assertEquals("KeyboardInterrupt", client.reply(client.shell, cell).text("ename"));
        List<String> messages = summary(client.transcript(cell));
        assertEquals(List.of("error:KeyboardInterrupt", "idle"), messages);
    }

    @Test
    void interruptBetweenInputAndBeginEndsTheCell() {
        String cell = client.execute("interrupted");
        assertEquals("KeyboardInterrupt", client.reply(client.shell, cell).text("ename"));
    }

    @Test
    void interruptWhenIdleDoesNothing() {
        String interrupt = client.send(client.control, "interrupt_request", json("{}"));
        client.reply(client.control, interrupt);
        kernel.kernel.interrupt();
        String cell = client.execute("print alive");
        assertEquals("ok", client.reply(client.shell, cell).text("status"));
    }

    @Test
    void queuedCellsAreAbortedAfterAnError() {
        String first = client.execute("input ready?");
        Received question = client.receive(client.stdin);
        String failing = client.execute("raise no");
        String second = client.execute("print second");
        String info = client.send(client.shell, "kernel_info_request", json("{}"));
        String third = client.execute("print third");
        client.sendInputReply("go", question);
        assertEquals("ok", client.reply(client.shell, first).text("status"));
        assertEquals("error", client.reply(client.shell, failing).text("status"));
        assertEquals("aborted", client.reply(client.shell, second).text("status"));
        assertEquals("ok", client.reply(client.shell, info).text("status"));
        assertEquals("aborted", client.reply(client.shell, third).text("status"));
        assertEquals(List.of("busy", "idle"), summary(client.transcript(second)));
        String later = client.execute("print later");
        assertEquals("ok", client.reply(client.shell, later).text("status"));
    }

    @Test
    void queuedCellsRunOnWithoutStopOnError() {
        String failing = client.execute("raise no", "{\"stop_on_error\": false}");
        String second = client.execute("print second");
        client.reply(client.shell, failing);
        assertEquals("ok", client.reply(client.shell, second).text("status"));
    }

    @Test
    void inputIsAskedOfTheFrontEndThatSentTheCell() {
        try (TestClient other = kernel.connect()) {
            String cell = client.execute("print before\npassword secret? ");
            Received question = client.receive(client.stdin);
            assertEquals("input_request", question.type());
            assertEquals("secret? ", question.text("prompt"));
            assertTrue(question.content().get("password").getAsBoolean());
            assertEquals(cell, question.parentId());
            client.sendInputReply("é𝄞", question);
            assertEquals("ok", client.reply(client.shell, cell).text("status"));
            assertEquals(
                    List.of(
                            "busy",
                            "in[1]:print before\npassword secret? ",
                            "stdout:before\n",
                            "stdout:got é𝄞\n",
                            "idle"),
                    summary(client.transcript(cell)));
            other.stdin.setReceiveTimeOut(0);
            assertNull(other.stdin.recv());
        }
    }

    @Test
    void inputEndsWithEndOfFile() {
        String cell = client.execute("input ?");
        client.sendInputReply("\u0004", client.receive(client.stdin));
        client.reply(client.shell, cell);
        assertTrue(summary(client.transcript(cell)).contains("stdout:end of file\n"));
    }

    @Test
    void staleInputRepliesAreIgnored() {
        String interrupted = client.execute("input first?");
        Received first = client.receive(client.stdin);
        kernel.kernel.interrupt();
        assertEquals(
                "KeyboardInterrupt", client.reply(client.shell, interrupted).text("ename"));
        String cell = client.execute("input second?");
        Received second = client.receive(client.stdin);
        client.sendInputReply("stale", first);
        client.sendInputReply("fresh", second);
        client.reply(client.shell, cell);
        assertTrue(summary(client.transcript(cell)).contains("stdout:got fresh\n"));
    }

    @Test
    void inputReplyWithoutParentIsAccepted() {
        String cell = client.execute("input ?");
        client.receive(client.stdin);
        client.sendInputReply("plain", null);
        client.reply(client.shell, cell);
        assertTrue(summary(client.transcript(cell)).contains("stdout:got plain\n"));
    }

    @Test
    void inputFailsAtOnceWhenItIsNotAllowed() {
        String cell = client.execute("input ?", "{\"allow_stdin\": false}");
        Received reply = client.reply(client.shell, cell);
        assertEquals("RuntimeError", reply.text("ename"));
        assertTrue(reply.text("evalue").contains("does not support input"));
    }

    @Test
    void heartbeatIsEchoed() {
        byte[] beat = bytes(0, 255, 7);
        client.heartbeat.send(beat);
        assertArrayEquals(beat, client.heartbeat.recv());
    }

    @Test
    void shutdownIsAnsweredAndBroadcast() throws InterruptedException {
        String id = client.send(client.control, "shutdown_request", json("{\"restart\": true}"));
        assertTrue(client.reply(client.control, id).content().get("restart").getAsBoolean());
        Received broadcast = client.await(message -> message.type().equals("shutdown_reply"));
        assertTrue(broadcast.content().get("restart").getAsBoolean());
        kernel.kernel.awaitEnd();
    }

    @Test
    void kernelRestartsOnTheSamePorts() {
        ConnectionFile connection = kernel.kernel.connection();
        String before = client.execute("print x");
        String session =
                client.reply(client.shell, before).header().get("session").getAsString();
        kernel.close();
        kernel = new TestKernel(directory.resolve("history.jsonl"), connection, FakeInterpreter::new);
        client.close();
        client = new TestClient(connection.json());
        String after = client.execute("print x");
        Received reply = client.reply(client.shell, after);
        assertEquals(1, reply.content().get("execution_count").getAsInt());
        assertFalse(session.equals(reply.header().get("session").getAsString()));
    }

    @Test
    void kernelInfoAndIsCompleteAreAnsweredDuringWarmUp() {
        CountDownLatch warm = new CountDownLatch(1);
        ConnectionFile fresh = ConnectionFile.fresh(UUID.randomUUID().toString());
        try (TestKernel cold = new TestKernel(directory.resolve("cold.jsonl"), fresh, host -> {
                    awaitQuietly(warm);
                    return new FakeInterpreter(host);
                });
                TestClient early = cold.connect()) {
            String cell = early.execute("print warm");
            String info = early.send(early.shell, "kernel_info_request", json("{}"));
            assertEquals("kernel_info_reply", early.reply(early.shell, info).type());
            String complete = early.send(early.shell, "is_complete_request", json("{\"code\": \"x\"}"));
            assertEquals("unknown", early.reply(early.shell, complete).text("status"));
            warm.countDown();
            assertEquals("ok", early.reply(early.shell, cell).text("status"));
        }
    }

    @Test
    void cellThatWaitsForWarmUpCanBeInterrupted() {
        CountDownLatch warm = new CountDownLatch(1);
        ConnectionFile fresh = ConnectionFile.fresh(UUID.randomUUID().toString());
        try (TestKernel cold = new TestKernel(directory.resolve("cold.jsonl"), fresh, host -> {
                    awaitQuietly(warm);
                    return new FakeInterpreter(host);
                });
                TestClient early = cold.connect()) {
            String cell = early.execute("print warm");
            Received reply = null;
            while (reply == null) { // the interrupt is ignored until the cell is taken
                early.send(early.control, "interrupt_request", json("{}"));
                early.receive(early.control);
                byte[] first = early.shell.recv(ZMQ.DONTWAIT);
                reply = first == null
                        ? null
                        : early.await(message -> message.type().equals("error"));
            }
            assertEquals("KeyboardInterrupt", reply.text("ename"));
            assertEquals(cell, reply.parentId());
            warm.countDown();
        }
    }

    @Test
    void failureToStartTheInterpreterIsReportedByEveryCell() {
        ConnectionFile fresh = ConnectionFile.fresh(UUID.randomUUID().toString());
        try (TestKernel broken = new TestKernel(directory.resolve("broken.jsonl"), fresh, host -> {
                    throw new IllegalStateException("no library");
                });
                TestClient visitor = broken.connect()) {
            for (int i = 0; i < 2; i++) {
                String cell = visitor.execute("print x");
                Received reply = visitor.reply(visitor.shell, cell);
                assertTrue(reply.text("evalue").contains("no library"), reply::toString);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
