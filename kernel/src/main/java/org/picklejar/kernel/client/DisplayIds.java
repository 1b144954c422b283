package org.picklejar.kernel.client;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which outputs of the notebook were shown under which display_id. */
final class DisplayIds {
    private final Map<String, List<JsonObject>> outputs = new HashMap<>();

    /** Notes an output whose message carries an id. */
    void note(JsonObject content, JsonObject output) {
        String id = id(content);
        if (id != null) {
            outputs.computeIfAbsent(id, key -> new ArrayList<>()).add(output);
        }
    }

    /** Replaces all outputs of the message's id, in whatever cell. */
    void update(JsonObject content) {
        outputs.getOrDefault(id(content), List.of()).forEach(output -> CellOutputs.fill(output, content));
    }

    private static String id(JsonObject content) {
        return content.get("transient") instanceof JsonObject fleeting
                        && fleeting.get("display_id") instanceof JsonPrimitive id
                ? id.getAsString()
                : null;
    }
}
