package org.picklejar.kernel.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.WireException;

/** A notebook of format 4.5. Fields that we do not know are kept. */
public final class NotebookFile {
    private static final int MINOR = 5;

    private final JsonObject json;

    private NotebookFile(JsonObject json) {
        this.json = json;
    }

    /** A file that is no notebook; the message is one line for the user. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** Reads a notebook of format 4.x and brings it to 4.5: its cells get ids. */
    public static NotebookFile read(Path file) throws IOException, Broken {
        JsonObject json;
        if (Files.isDirectory(file)) {
            throw new Broken(file + ": is a folder, not a notebook");
        }
        try {
            json = Json.parseObject(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Broken(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new Broken(file + ": not UTF-8 text, so no notebook");
        } catch (WireException e) {
            throw new Broken(file + ": not a notebook: " + e.getMessage().replace('\n', ' '));
        }
        if (!(json.get("nbformat") instanceof JsonPrimitive major) || !(json.get("cells") instanceof JsonArray cells)) {
            throw new Broken(file + ": not a notebook: it lacks 'nbformat' or 'cells'");
        }
        if (!major.isNumber() || major.getAsInt() != 4) {
            throw new Broken(file + ": notebook format " + major.getAsString()
                    + " is not supported; save it as format 4 in Jupyter");
        }
        for (JsonElement cell : cells) {
            if (!(cell instanceof JsonObject object)
                    || !(object.get("cell_type") instanceof JsonPrimitive)
                    || !object.has("source")) {
                throw new Broken(file + ": not a notebook: a cell lacks 'cell_type' or 'source'");
            }
        }
        NotebookFile notebook = new NotebookFile(json);
        notebook.upgrade();
        return notebook;
    }

    /** Writes aside, then renames: a notebook is never half written. */
    public void write(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path aside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".new");
        try {
            Files.writeString(aside, Json.write(json, " ") + "\n");
            Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    public JsonArray cells() {
        return json.getAsJsonArray("cells");
    }

    public JsonObject cell(int index) {
        return cells().get(index).getAsJsonObject();
    }

    public JsonObject metadata() {
        return child(json, "metadata");
    }

    public void insert(int index, JsonObject cell) {
        JsonArray cells = cells();
        cells.add(cell);
        for (int i = cells.size() - 1; i > index; i--) {
            cells.set(i, cells.get(i - 1));
        }
        cells.set(index, cell);
    }

    /** The text of a cell, which is stored as a string or as a list of lines. */
    public static String source(JsonObject cell) {
        JsonElement source = cell.get("source");
        if (source instanceof JsonArray lines) {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line.getAsString()));
            return text.toString();
        }
        return source.getAsString();
    }

    /** Text as a list of lines that keep their ends, the form that front ends write. */
    public static JsonArray lines(String text) {
        JsonArray lines = new JsonArray();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** An object in an object, made when it is missing. */
    static JsonObject child(JsonObject object, String key) {
        if (!(object.get(key) instanceof JsonObject)) {
            object.add(key, new JsonObject());
        }
        return object.getAsJsonObject(key);
    }

    private void upgrade() {
        int minor =
                json.get("nbformat_minor") instanceof JsonPrimitive number && number.isNumber() ? number.getAsInt() : 0;
        json.addProperty("nbformat_minor", Math.max(minor, MINOR));
        metadata();
        Set<String> ids = new HashSet<>();
        for (JsonElement element : cells()) {
            JsonObject cell = element.getAsJsonObject();
            child(cell, "metadata");
            if (!(cell.get("id") instanceof JsonPrimitive id) || !ids.add(id.getAsString())) {
                String fresh = newId();
                ids.add(fresh);
                cell.addProperty("id", fresh);
            }
        }
    }

    static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
