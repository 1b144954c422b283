package org.picklejar.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.picklejar.kernel.wire.Message;

/** Runs the code cells of a notebook in order and puts what they show into the notebook. */
public final class NotebookRunner {
    private final KernelClient client;
    private final PrintStream progress;
    private final DisplayIds displays = new DisplayIds();
    private final StateCells states = new StateCells();
    private final Map<String, CellOutputs> running = new HashMap<>();

    /** @param progress gets a line for each cell */
    public NotebookRunner(KernelClient client, PrintStream progress) {
        this.client = client;
        this.progress = progress;
        client.listen(this::receive);
    }

    /**
     * Runs all code cells, up to the first that fails. Cells tagged {@code skip-execution} are left out, those tagged
     * {@code raises-exception} may fail.
     *
     * @param allowErrors whether to go on after a failure
     * @return how many cells failed that were not allowed to
     */
    public int run(NotebookFile notebook, boolean allowErrors) throws KernelDied {
        describeKernel(notebook);
        List<JsonObject> cells = codeCells(notebook);
        int failures = 0;
        try {
            for (int i = 0; i < cells.size() && (failures == 0 || allowErrors); i++) {
                progress.printf(Locale.ROOT, "[%d/%d] %s", i + 1, cells.size(), firstLine(cells.get(i)));
                progress.flush();
                long start = System.nanoTime();
                JsonObject reply = execute(cells.get(i));
                boolean ok = reply.get("status").getAsString().equals("ok");
                progress.printf(
                        Locale.ROOT,
                        "  %s (%.2f s)%n",
                        ok ? "ok" : "failed: " + error(reply),
                        (System.nanoTime() - start) / 1e9);
                failures += ok || hasTag(cells.get(i), "raises-exception") ? 0 : 1;
            }
        } finally {
            states.store(notebook);
        }
        return failures;
    }

    private JsonObject execute(JsonObject cell) throws KernelDied {
        JsonObject content = new JsonObject();
        content.addProperty("code", NotebookFile.source(cell));
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        CellOutputs outputs = new CellOutputs(cell, displays, states);
        String request = client.send("execute_request", content);
        running.put(request, outputs);
        return client.await(request);
    }

    /** Output goes to the cell it belongs to, which may be one that ran before. */
    private void receive(Message message) {
        CellOutputs outputs = running.get(KernelClient.parent(message));
        if (outputs != null) {
            outputs.receive(message);
        }
    }

    private void describeKernel(NotebookFile notebook) throws KernelDied {
        JsonObject info = client.request("kernel_info_request", new JsonObject());
        notebook.metadata().add("language_info", info.get("language_info"));
        if (!notebook.metadata().has("kernelspec")) {
            JsonObject spec = new JsonObject();
            spec.addProperty("display_name", "Picklejar");
            spec.addProperty("language", "python");
            spec.addProperty("name", "picklejar");
            notebook.metadata().add("kernelspec", spec);
        }
    }

    private static List<JsonObject> codeCells(NotebookFile notebook) {
        List<JsonObject> cells = new ArrayList<>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            JsonObject cell = notebook.cell(i);
            boolean code = cell.get("cell_type").getAsString().equals("code");
            if (code && !NotebookFile.source(cell).isBlank() && !hasTag(cell, "skip-execution")) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private static boolean hasTag(JsonObject cell, String tag) {
        return cell.getAsJsonObject("metadata").get("tags") instanceof JsonArray tags
                && tags.contains(new JsonPrimitive(tag));
    }

    private static String firstLine(JsonObject cell) {
        String line = NotebookFile.source(cell).strip().lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    private static String error(JsonObject reply) {
        return reply.has("ename")
                ? reply.get("ename").getAsString() + ": " + reply.get("evalue").getAsString()
                : reply.get("status").getAsString();
    }
}
