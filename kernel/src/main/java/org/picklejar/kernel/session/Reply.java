package org.picklejar.kernel.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.picklejar.runtime.GuestException;

/** The answer to a request. */
public record Reply(JsonObject content, JsonObject metadata) {
    /** An answer with {@code status: ok}, to be filled. */
    public static Reply ok() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        return new Reply(content, new JsonObject());
    }

    public static Reply ok(JsonObject content) {
        if (!content.has("status")) {
            content.addProperty("status", "ok");
        }
        return new Reply(content, new JsonObject());
    }

    public static Reply error(String name, String value, List<String> traceback) {
        JsonObject content = errorContent(name, value, traceback);
        content.addProperty("status", "error");
        return new Reply(content, new JsonObject());
    }

    public static Reply error(GuestException error) {
        return error(error.name(), error.value(), error.traceback());
    }

    /** The fields of an error on IOPub and in replies. */
    public static JsonObject errorContent(String name, String value, List<String> traceback) {
        JsonObject content = new JsonObject();
        content.addProperty("ename", name);
        content.addProperty("evalue", value);
        JsonArray lines = new JsonArray();
        traceback.forEach(lines::add);
        content.add("traceback", lines);
        return content;
    }

    public boolean isError() {
        return content.get("status").getAsString().equals("error");
    }
}
