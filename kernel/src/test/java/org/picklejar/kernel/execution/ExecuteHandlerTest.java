package org.picklejar.kernel.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.picklejar.kernel.testing.TestClient.json;
import static org.picklejar.kernel.testing.TestClient.summary;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.testing.TestClient;
import org.picklejar.kernel.testing.TestClient.Received;
import org.picklejar.kernel.testing.TestKernel;

/** What cells do, seen from a front end. */
class ExecuteHandlerTest {
    @TempDir
    Path directory;

    private TestKernel kernel;
    private TestClient client;

    @BeforeEach
    void connect() {
        kernel = new TestKernel(directory.resolve("history.jsonl"));
        client = kernel.connect();
    }

    @AfterEach
    void disconnect() {
        client.close();
        kernel.close();
    }

    private Received run(String code) {
        return run(code, "{}");
    }

    private Received run(String code, String options) {
        return client.reply(client.shell, client.execute(code, options));
    }

    private List<String> transcript(String code, String options) {
        String id = client.execute(code, options);
        client.reply(client.shell, id);
        return summary(client.transcript(id));
    }

    @Test
    void resultsAndStreamsComeInOrder() {
        assertEquals(
                List.of(
                        "busy",
                        "in[1]:print a\nerr b\nvalue 42\nprint c",
                        "stdout:a\n",
                        "stderr:b\n",
                        "out[1]:42",
                        "stdout:c\n",
                        "idle"),
                transcript("print a\nerr b\nvalue 42\nprint c", "{}"));
    }

    @Test
    void replyHasCountPayloadAndExpressions() {
        Received reply = run("page manual", "{\"user_expressions\": {\"k\": \"1+1\"}}");
        assertEquals(1, reply.content().get("execution_count").getAsInt());
        JsonObject payload = reply.content().getAsJsonArray("payload").get(0).getAsJsonObject();
        assertEquals("page", payload.get("source").getAsString());
        assertEquals("manual", payload.getAsJsonObject("data").get("text/plain").getAsString());
        JsonObject value = reply.content().getAsJsonObject("user_expressions").getAsJsonObject("k");
        assertEquals(
                "value of 1+1", value.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals(0, run("print x").content().getAsJsonArray("payload").size());
    }

    @Test
    void counterCountsStoredCellsOnly() {
        assertEquals(1, run("print x").content().get("execution_count").getAsInt());
        String id = client.execute("value 1", "{\"store_history\": false}");
        assertEquals(
                1,
                client.reply(client.shell, id).content().get("execution_count").getAsInt());
        assertEquals(List.of("busy", "in[2]:value 1", "out[2]:1", "idle"), summary(client.transcript(id)));
        assertEquals(1, run(" \n").content().get("execution_count").getAsInt());
        assertEquals(
                1,
                run("print x", "{\"silent\": true}")
                        .content()
                        .get("execution_count")
                        .getAsInt());
        assertEquals(2, run("print x").content().get("execution_count").getAsInt());
    }

    @Test
    void silentCellsShowNeitherInputNorResult() {
        assertEquals(List.of("busy", "stdout:x\n", "idle"), transcript("value 1\nprint x", "{\"silent\": true}"));
    }

    @Test
    void silentErrorsDoNotAbortTheQueue() {
        String failing = client.execute("raise no", "{\"silent\": true}");
        String next = client.execute("print x");
        assertEquals("error", client.reply(client.shell, failing).text("status"));
        assertEquals("ok", client.reply(client.shell, next).text("status"));
    }

    @Test
    void semicolonHidesTheResult() {
        assertEquals(List.of("busy", "in[1]:value 1;", "idle"), transcript("value 1;", "{}"));
    }

    @Test
    void errorsAreColouredAndEqualInReplyAndBroadcast() {
        String id = client.execute("raise no", "{\"user_expressions\": {\"k\": \"1\"}}");
        Received reply = client.reply(client.shell, id);
        assertEquals("ValueError", reply.text("ename"));
        assertEquals("no", reply.text("evalue"));
        assertEquals(0, reply.content().getAsJsonObject("user_expressions").size());
        List<Received> messages = client.transcript(id);
        assertEquals(List.of("busy", "in[1]:raise no", "error:ValueError", "idle"), summary(messages));
        assertEquals(reply.content().get("traceback"), messages.get(2).content().get("traceback"));
        assertEquals(
                "\u001b[1;31mValueError\u001b[0m: no",
                reply.content().getAsJsonArray("traceback").get(2).getAsString());
    }

    @Test
    void failuresOfTheInterpreterAreErrorsOfTheCell() {
        assertEquals("SystemError", run("crash").text("ename"));
        assertEquals("MemoryError", run("memory").text("ename"));
        assertEquals("SystemExit", run("exit 3").text("ename"));
        assertEquals("ok", run("print alive").text("status"));
    }

    @Test
    void aFloodOfPrintsMakesFewMessagesAndLosesNothing() {
        String id = client.execute("flood 200000");
        client.reply(client.shell, id);
        List<Received> streams = client.transcript(id).stream()
                .filter(message -> message.type().equals("stream"))
                .toList();
        String expected = IntStream.range(0, 200_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        assertEquals(
                expected, streams.stream().map(message -> message.text("text")).collect(Collectors.joining()));
        assertTrue(streams.size() < 200, () -> streams.size() + " messages");
    }

    @Test
    void alternatingStreamsStayBounded() {
        String code = "print o\nerr e\n".repeat(2000);
        String id = client.execute(code);
        client.reply(client.shell, id);
        List<Received> messages = client.transcript(id);
        String out = messages.stream()
                .filter(message ->
                        message.type().equals("stream") && message.text("name").equals("stdout"))
                .map(message -> message.text("text"))
                .collect(Collectors.joining());
        assertEquals("o\n".repeat(2000), out);
        assertTrue(messages.size() < 400, () -> messages.size() + " messages");
    }

    @Test
    void lateOutputBelongsToItsCell() {
        String first = client.execute("late afterwards");
        client.transcript(first);
        client.execute("release");
        Received late = client.await(message -> message.type().equals("stream"));
        assertEquals("afterwards\n", late.text("text"));
        assertEquals(first, late.parentId());
    }

    @Test
    void displaysCarryTransientAndClearOutputItsFlag() {
        String id = client.execute("named d1 one\nupdate d1 two\nclear wait\nclear");
        client.reply(client.shell, id);
        List<Received> messages = client.transcript(id);
        assertEquals(
                List.of(
                        "busy",
                        "execute_input",
                        "display_data",
                        "update_display_data",
                        "clear_output",
                        "clear_output",
                        "idle"),
                messages.stream()
                        .map(m -> m.type().equals("status") ? m.text("execution_state") : m.type())
                        .toList());
        assertEquals(
                "d1",
                messages.get(3)
                        .content()
                        .getAsJsonObject("transient")
                        .get("display_id")
                        .getAsString());
        assertTrue(messages.get(4).content().get("wait").getAsBoolean());
        assertFalse(messages.get(5).content().get("wait").getAsBoolean());
    }

    @Test
    void legacyCellsAreMarked() {
        assertTrue(transcript("%%legacy\nlegacy", "{}").contains("stdout:legacy true\n"));
        assertTrue(transcript("legacy", "{}").contains("stdout:legacy false\n"));
    }

    @Test
    void commandsShowTheirOutputAndCanBeInterrupted() {
        assertTrue(transcript("command printf hello; printf oops >&2", "{}")
                .containsAll(List.of("stdout:hello", "stderr:oops")));
        String id = client.execute("command echo started; sleep 600");
        client.await(message ->
                message.type().equals("stream") && message.text("text").equals("started\n"));
        kernel.kernel.interrupt();
        assertEquals("KeyboardInterrupt", client.reply(client.shell, id).text("ename"));
    }

    @Test
    void commsAreFollowedFromBothSides() {
        run("open c1");
        String known = client.send(
                client.shell, "comm_open", json("{\"comm_id\": \"c2\", \"target_name\": \"fake\", \"data\": {}}"));
        assertEquals(List.of("busy", "idle"), summary(client.transcript(known)));
        String unknown = client.send(
                client.shell, "comm_open", json("{\"comm_id\": \"c3\", \"target_name\": \"none\", \"data\": {}}"));
        assertEquals(List.of("busy", "comm_close", "idle"), summary(client.transcript(unknown)));
        String info = client.send(client.shell, "comm_info_request", json("{\"target_name\": \"fake\"}"));
        JsonObject comms = client.reply(client.shell, info).content().getAsJsonObject("comms");
        assertEquals(json("{\"c1\": {\"target_name\": \"fake\"}, \"c2\": {\"target_name\": \"fake\"}}"), comms);
        String close = client.send(client.shell, "comm_close", json("{\"comm_id\": \"c2\", \"data\": {}}"));
        client.transcript(close);
        info = client.send(client.control, "comm_info_request", json("{}"));
        assertEquals(
                1,
                client.reply(client.control, info)
                        .content()
                        .getAsJsonObject("comms")
                        .size());
    }

    @Test
    void commMessagesCarryBuffers() {
        byte[] buffer = TestClient.bytes(1, 0, 255);
        String id = client.send(
                client.shell, "comm_msg", json("{\"comm_id\": \"c1\", \"data\": {\"x\": null}}"), List.of(buffer));
        Received echo = client.await(message -> message.type().equals("comm_msg"));
        assertEquals(id, echo.parentId());
        assertEquals(1, echo.buffers().size());
        assertArrayEquals(buffer, echo.buffers().get(0));
        assertTrue(echo.content().getAsJsonObject("data").has("x"));
    }

    @Test
    void cursorsAreCodePoints() {
        String id = client.send(client.shell, "complete_request", json("{\"code\": \"𝄞𝄞x\", \"cursor_pos\": 99}"));
        Received reply = client.reply(client.shell, id);
        assertEquals(3, reply.content().get("cursor_end").getAsInt());
        assertEquals("found", reply.content().getAsJsonArray("matches").get(0).getAsString());
        id = client.send(
                client.shell, "inspect_request", json("{\"code\": \"𝄞x\", \"cursor_pos\": 2, \"detail_level\": 1}"));
        reply = client.reply(client.shell, id);
        assertTrue(reply.content().get("found").getAsBoolean());
        assertEquals(
                "about 𝄞x at 2 level 1",
                reply.content().getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void slowCompletionEndsEmpty() {
        String id = client.send(client.shell, "complete_request", json("{\"code\": \"slow\", \"cursor_pos\": 4}"));
        Received reply = client.reply(client.shell, id);
        assertEquals("ok", reply.text("status"));
        assertEquals(0, reply.content().getAsJsonArray("matches").size());
    }

    @Test
    void isCompleteKnowsMagics() {
        run("print warm");
        assertEquals("complete", isComplete("x = 1").text("status"));
        assertEquals("    ", isComplete("if x:").text("indent"));
        assertEquals("invalid", isComplete("(]").text("status"));
        assertEquals("unknown", isComplete("%%legacy\\n(]").text("status"));
        assertEquals("incomplete", isComplete("%%bash\\necho if:").text("status"));
        assertEquals("complete", isComplete("%%bash\\necho\\n\\n").text("status"));
    }

    private Received isComplete(String code) {
        return client.reply(
                client.shell, client.send(client.shell, "is_complete_request", json("{\"code\": \"" + code + "\"}")));
    }

    @Test
    void historyIsKeptAcrossKernels() {
        run("value 1");
        run("print b");
        run("print b");
        assertEquals("[[1,2,\"print b\"],[1,3,\"print b\"]]", history("{\"hist_access_type\": \"tail\", \"n\": 2}"));
        kernel.close();
        client.close();
        kernel = new TestKernel(directory.resolve("history.jsonl"));
        client = kernel.connect();
        run("print c");
        assertEquals(
                "[[1,1,[\"value 1\",\"1\"]]]",
                history("{\"hist_access_type\": \"search\", \"pattern\": \"value*\", \"output\": true}"));
        assertEquals(
                "[[1,3,\"print b\"],[2,1,\"print c\"]]",
                history("{\"hist_access_type\": \"search\", \"pattern\": \"print ?\", \"unique\": true}"));
        assertEquals(
                "[[1,2,\"print b\"]]",
                history("{\"hist_access_type\": \"range\", \"session\": -1, \"start\": 2, \"stop\": 3}"));
        assertEquals("[[2,1,\"print c\"]]", history("{\"hist_access_type\": \"range\", \"session\": 0, \"start\": 1}"));
    }

    private String history(String request) {
        Received reply = client.reply(client.shell, client.send(client.shell, "history_request", json(request)));
        return reply.content().get("history").toString();
    }
}
