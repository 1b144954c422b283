package org.picklejar.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import org.picklejar.kernel.wire.Message;

/** Collects the outputs of one code cell, as front ends do. */
final class CellOutputs {
    private final JsonObject cell;
    private final DisplayIds displays;
    private final StateCells states;
    private JsonArray outputs = new JsonArray();
    private boolean clearNext;

    /** Clears the cell. */
    CellOutputs(JsonObject cell, DisplayIds displays, StateCells states) {
        this.cell = cell;
        this.displays = displays;
        this.states = states;
        cell.add("outputs", outputs);
        cell.add("execution_count", JsonNull.INSTANCE);
    }

    void receive(Message message) {
        JsonObject content = message.content();
        switch (message.type()) {
            case "execute_input" -> cell.add("execution_count", content.get("execution_count"));
            case "stream" -> stream(content);
            case "display_data" -> display(content);
            case "update_display_data" -> displays.update(content);
            case "execute_result" -> add(bundle("execute_result", content, content.get("execution_count")), content);
            case "error" -> add(error(content), content);
            case "clear_output" -> clear(content);
            default -> {}
        }
    }

    private void clear(JsonObject content) {
        if (content.get("wait") instanceof JsonPrimitive wait && wait.getAsBoolean()) {
            clearNext = true;
        } else {
            outputs = new JsonArray();
            cell.add("outputs", outputs);
            clearNext = false;
        }
    }

    private void clearIfDue() {
        if (clearNext) {
            clear(new JsonObject());
        }
    }

    private void display(JsonObject content) {
        if (states.accept(cell, content)) {
            content.getAsJsonObject("data").remove(StateCells.MIME);
            if (content.getAsJsonObject("data").size() == 0) {
                return;
            }
        }
        displays.update(content); // front ends let a display with a known id replace the older ones too
        add(bundle("display_data", content, null), content);
    }

    private void add(JsonObject output, JsonObject content) {
        clearIfDue();
        outputs.add(output);
        displays.note(content, output);
    }

    private void stream(JsonObject content) {
        clearIfDue();
        String name = content.get("name").getAsString();
        String text = content.get("text").getAsString();
        if (outputs.size() > 0
                && outputs.get(outputs.size() - 1) instanceof JsonObject last
                && last.get("output_type").getAsString().equals("stream")
                && last.get("name").getAsString().equals(name)) {
            StringBuilder joined = new StringBuilder();
            last.getAsJsonArray("text").forEach(line -> joined.append(line.getAsString()));
            last.add(
                    "text",
                    NotebookFile.lines(StreamText.settle(joined.append(text).toString())));
            return;
        }
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "stream");
        output.addProperty("name", name);
        output.add("text", NotebookFile.lines(StreamText.settle(text)));
        outputs.add(output);
    }

    private static JsonObject error(JsonObject content) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", "error");
        for (String key : new String[] {"ename", "evalue", "traceback"}) {
            output.add(key, content.get(key));
        }
        return output;
    }

    private static JsonObject bundle(String type, JsonObject content, JsonElement count) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        if (count != null) {
            output.add("execution_count", count);
        }
        fill(output, content);
        return output;
    }

    /** Puts the data and metadata of a message into an output. */
    static void fill(JsonObject output, JsonObject content) {
        JsonObject data = new JsonObject();
        for (Map.Entry<String, JsonElement> item :
                content.getAsJsonObject("data").entrySet()) {
            data.add(item.getKey(), stored(item.getKey(), item.getValue()));
        }
        output.add("data", data);
        output.add("metadata", content.get("metadata") instanceof JsonObject metadata ? metadata : new JsonObject());
    }

    private static JsonElement stored(String mime, JsonElement value) {
        boolean text =
                mime.startsWith("text/") || mime.equals("image/svg+xml") || mime.equals("application/javascript");
        return text && value instanceof JsonPrimitive primitive && primitive.isString()
                ? NotebookFile.lines(primitive.getAsString())
                : value;
    }
}
