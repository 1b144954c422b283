package org.picklejar.kernel.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.picklejar.kernel.testing.TestKernel;

class RunCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private static String cell(String code) {
        return "{\"cell_type\":\"code\",\"metadata\":{},\"execution_count\":null,\"outputs\":[],\"source\":"
                + new Gson().toJson(code) + "}";
    }

    private Path notebook(String... cells) throws IOException {
        String json =
                "{\"nbformat\":4,\"nbformat_minor\":2,\"metadata\":{\"mine\":{\"x\":1.0}},\"odd\":null,\"cells\":["
                        + String.join(",", cells) + "]}";
        return Files.writeString(directory.resolve("in.ipynb"), json);
    }

    /** Runs with a kernel in this process. */
    private JsonObject run(Path file, int failures) throws Exception {
        NotebookFile notebook = NotebookFile.read(file);
        try (TestKernel kernel = new TestKernel(directory.resolve("history.jsonl"));
                KernelClient client = new KernelClient(kernel.kernel.connection(), new CompletableFuture<>())) {
            assertEquals(failures, new NotebookRunner(client, stream()).run(notebook, false));
        }
        Path out = directory.resolve("out.ipynb");
        notebook.write(out);
        return JsonParser.parseString(Files.readString(out)).getAsJsonObject();
    }

    private PrintStream stream() {
        return new PrintStream(messages, true, StandardCharsets.UTF_8);
    }

    private static String outputs(JsonObject notebook, int cell) {
        return notebook.getAsJsonArray("cells")
                .get(cell)
                .getAsJsonObject()
                .get("outputs")
                .toString();
    }

    @Test
    void outputsAreCollectedAsFrontEndsDo() throws Exception {
        JsonObject out = run(
                notebook(
                        cell("print a\nprint b\nerr c\nvalue 42"),
                        cell("display text/html <b>x</b>"),
                        cell("print x\nclear wait\nprint y")),
                0);
        assertEquals(
                "[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"a\\n\",\"b\\n\"]},"
                        + "{\"output_type\":\"stream\",\"name\":\"stderr\",\"text\":[\"c\\n\"]},"
                        + "{\"output_type\":\"execute_result\",\"execution_count\":1,\"data\":{\"text/plain\":[\"42\"]},\"metadata\":{}}]",
                outputs(out, 0));
        assertEquals(
                "[{\"output_type\":\"display_data\",\"data\":{\"text/html\":[\"<b>x</b>\"]},\"metadata\":{}}]",
                outputs(out, 1));
        assertEquals("[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"y\\n\"]}]", outputs(out, 2));
        assertEquals(
                3,
                out.getAsJsonArray("cells")
                        .get(2)
                        .getAsJsonObject()
                        .get("execution_count")
                        .getAsInt());
    }

    @Test
    void updatesReachEarlierCells() throws Exception {
        JsonObject out = run(notebook(cell("named d one"), cell("update d two")), 0);
        assertTrue(outputs(out, 0).contains("[\"two\"]"));
        assertEquals("[]", outputs(out, 1));
    }

    @Test
    void unknownFieldsStayAndCellsGetIds() throws Exception {
        JsonObject out = run(
                notebook(cell("print a"), "{\"cell_type\":\"markdown\",\"metadata\":{\"k\":[1]},\"source\":[\"t\"]}"),
                0);
        assertEquals(5, out.get("nbformat_minor").getAsInt());
        assertTrue(out.has("odd"));
        assertEquals("{\"x\":1.0}", out.getAsJsonObject("metadata").get("mine").toString());
        assertEquals(
                "python",
                out.getAsJsonObject("metadata")
                        .getAsJsonObject("language_info")
                        .get("name")
                        .getAsString());
        List<String> ids = new ArrayList<>();
        for (JsonElement cell : out.getAsJsonArray("cells")) {
            ids.add(cell.getAsJsonObject().get("id").getAsString());
        }
        assertEquals(
                2,
                ids.stream()
                        .distinct()
                        .filter(id -> id.matches("[a-zA-Z0-9-_]{1,64}"))
                        .count());
        assertEquals(
                "{\"k\":[1]}",
                out.getAsJsonArray("cells")
                        .get(1)
                        .getAsJsonObject()
                        .get("metadata")
                        .toString());
    }

    @Test
    void failureStopsTheRun() throws Exception {
        JsonObject out = run(notebook(cell("print a"), cell("raise no"), cell("print never")), 1);
        assertTrue(outputs(out, 1).contains("\"ename\":\"ValueError\""));
        assertEquals("[]", outputs(out, 2));
        assertTrue(
                messages.toString(StandardCharsets.UTF_8).contains("[2/3] raise no  failed: ValueError: no"),
                messages::toString);
    }

    @Test
    void taggedCellsMayFailOrAreSkipped() throws Exception {
        String mayFail = cell("raise no").replace("\"metadata\":{}", "\"metadata\":{\"tags\":[\"raises-exception\"]}");
        String skipped =
                cell("raise skipped").replace("\"metadata\":{}", "\"metadata\":{\"tags\":[\"skip-execution\"]}");
        JsonObject out = run(notebook(mayFail, skipped), 0);
        assertTrue(outputs(out, 0).contains("ValueError"));
        assertEquals("[]", outputs(out, 1));
    }

    @Test
    void statesBecomeAttachmentsBehindTheirCell() throws Exception {
        JsonObject once = run(notebook(cell("state worker"), cell("print x")), 0);
        JsonArray cells = once.getAsJsonArray("cells");
        assertEquals(3, cells.size());
        JsonObject state = cells.get(1).getAsJsonObject();
        assertEquals("markdown", state.get("cell_type").getAsString());
        assertEquals(
                "{\"state.json\":{\"application/vnd.picklejar.state+json\":{\"tasklets\":[\"worker\"]}}}",
                state.get("attachments").toString());
        String source = NotebookFile.source(state);
        assertTrue(
                source.contains("state of worker") && source.contains("![state.json](attachment:state.json)"), source);
        assertFalse(outputs(once, 0).contains("vnd.picklejar"));
        JsonObject twice = run(directory.resolve("out.ipynb"), 0);
        assertEquals(3, twice.getAsJsonArray("cells").size());
        assertEquals(
                state.get("id"),
                twice.getAsJsonArray("cells").get(1).getAsJsonObject().get("id"));
    }

    @Test
    void commandRunsAKernelProcess() throws Exception {
        Path in = notebook(cell("print a"), cell("raise no"), cell("print b"));
        Path out = directory.resolve("out.ipynb");
        List<String> launcher = new ArrayList<>(List.of("env", "PICKLEJAR_HOME=" + directory));
        launcher.addAll(KernelProcess.ownLauncher());
        assertEquals(
                1,
                RunCommand.run(
                        new String[] {in.toString(), "-o", out.toString(), "--allow-errors"}, launcher, stream()),
                messages::toString);
        JsonObject notebook = JsonParser.parseString(Files.readString(out)).getAsJsonObject();
        assertEquals("[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"b\\n\"]}]", outputs(notebook, 2));
        assertTrue(Files.readString(in).contains("\"nbformat_minor\":2"));
    }

    @Test
    void kernelThatDoesNotStartIsReported() throws Exception {
        Path in = notebook(cell("print a"));
        assertEquals(3, RunCommand.run(new String[] {in.toString()}, List.of("false"), stream()));
        assertTrue(messages.toString(StandardCharsets.UTF_8).contains("the kernel did not start"));
    }

    @Test
    void brokenNotebooksAreOneClearLine() throws Exception {
        for (String text : List.of(
                "{",
                "[]",
                "{\"nbformat\":3,\"cells\":[]}",
                "{\"nbformat\":4,\"cells\":[{}]}",
                "{\"nbformat\":\"x\",\"cells\":[]}")) {
            messages.reset();
            Path file = Files.writeString(directory.resolve("broken.ipynb"), text);
            assertEquals(2, RunCommand.run(new String[] {file.toString()}, List.of("false"), stream()));
            assertEquals(1, messages.toString(StandardCharsets.UTF_8).lines().count(), messages::toString);
            assertTrue(messages.toString(StandardCharsets.UTF_8).startsWith(file.toString()), messages::toString);
            assertEquals(text, Files.readString(file));
        }
        messages.reset();
        assertEquals(
                2,
                RunCommand.run(new String[] {directory.resolve("none.ipynb").toString()}, List.of("false"), stream()));
        assertTrue(messages.toString(StandardCharsets.UTF_8).contains("no such file"));
    }

    @Test
    void carriageReturnsOverwrite() {
        assertEquals("100%\n", StreamText.settle("  5%\r 50%\r100%\r\n"));
        assertEquals("abX", StreamText.settle("abc\bX"));
        assertEquals("xbc\r", StreamText.settle("abc\rx\r"));
    }
}
