package org.picklejar.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores pickled states in the notebook. The format has no attachments on code cells; so a state becomes the attachment of a markdown cell
 * behind the code cell, whose text refers to it as an image: that is what makes every front end keep it.
 */
final class StateCells {
    static final String MIME = "application/vnd.picklejar.state+json";
    private static final String OWN = "picklejar";
    private static final String DEFAULT_NAME = "state.json";

    private record State(JsonObject cell, String name, JsonElement data, String text) {}

    private final List<State> states = new ArrayList<>();

    /** Takes the state out of a display message that asks to be attached. */
    boolean accept(JsonObject cell, JsonObject content) {
        JsonObject data = content.getAsJsonObject("data");
        if (!data.has(MIME)
                || !(content.get("metadata") instanceof JsonObject metadata)
                || !(metadata.get(OWN) instanceof JsonObject wish)
                || !(wish.get("attach") instanceof JsonPrimitive attach)
                || !attach.getAsBoolean()) {
            return false;
        }
        String name = wish.get("name") instanceof JsonPrimitive given ? given.getAsString() : DEFAULT_NAME;
        String text = data.get("text/markdown") instanceof JsonPrimitive markdown
                ? markdown.getAsString()
                : data.get("text/plain") instanceof JsonPrimitive plain ? plain.getAsString() : "";
        states.add(new State(cell, name.replaceAll("[^A-Za-z0-9._-]", "-"), data.get(MIME), text));
        return true;
    }

    /** Puts the cells into the notebook; a cell from an earlier run is replaced. */
    void store(NotebookFile notebook) {
        for (State state : states) {
            JsonObject markdown = markdown(state);
            int behind = indexOf(notebook.cells(), state.cell) + 1;
            while (behind < notebook.cells().size()
                    && belongsTo(notebook.cell(behind), state.cell)
                    && !isNamed(notebook.cell(behind), state.name)) {
                behind++;
            }
            if (behind < notebook.cells().size() && belongsTo(notebook.cell(behind), state.cell)) {
                markdown.add("id", notebook.cell(behind).get("id"));
                notebook.cells().set(behind, markdown);
            } else {
                notebook.insert(behind, markdown);
            }
        }
        states.clear();
    }

    private static JsonObject markdown(State state) {
        JsonObject bundle = new JsonObject();
        bundle.add(MIME, state.data);
        JsonObject attachments = new JsonObject();
        attachments.add(state.name, bundle);
        JsonObject own = new JsonObject();
        own.add("state_of", state.cell.get("id"));
        JsonObject metadata = new JsonObject();
        metadata.add(OWN, own);
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", "markdown");
        cell.addProperty("id", NotebookFile.newId());
        cell.add("metadata", metadata);
        cell.add("attachments", attachments);
        String text = "**Pickled state** of the cell above: " + state.text.strip() + "\n\n![" + state.name
                + "](attachment:" + state.name + ")";
        cell.add("source", NotebookFile.lines(text));
        return cell;
    }

    private static boolean belongsTo(JsonObject cell, JsonObject code) {
        return cell.get("metadata") instanceof JsonObject metadata
                && metadata.get(OWN) instanceof JsonObject own
                && code.get("id").equals(own.get("state_of"));
    }

    private static boolean isNamed(JsonObject cell, String name) {
        return cell.get("attachments") instanceof JsonObject attachments && attachments.has(name);
    }

    private static int indexOf(JsonArray cells, JsonObject cell) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) == cell) {
                return i;
            }
        }
        throw new IllegalArgumentException("the cell is not in the notebook");
    }
}
