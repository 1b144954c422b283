package org.picklejar.kernel.comms;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;

/** The open comms and their targets, kept on the Java side too so that comm_info needs no interpreter. Thread-safe. */
public final class CommTable {
    private final Map<String, String> targets = new ConcurrentSkipListMap<>();

    /** Notes a comm_open or comm_close, whichever side sent it. */
    public void follow(String type, JsonObject content) {
        String id = text(content, "comm_id");
        if (type.equals("comm_open")) {
            targets.put(id, text(content, "target_name"));
        } else {
            targets.remove(id);
        }
    }

    /** Answers comm_info_request. */
    public Reply info(Request request) {
        String wanted = request.optionalText("target_name");
        JsonObject comms = new JsonObject();
        targets.forEach((id, target) -> {
            if (wanted == null || wanted.isEmpty() || wanted.equals(target)) {
                JsonObject entry = new JsonObject();
                entry.addProperty("target_name", target);
                comms.add(id, entry);
            }
        });
        JsonObject content = new JsonObject();
        content.add("comms", comms);
        return Reply.ok(content);
    }

    private static String text(JsonObject content, String key) {
        return content.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
