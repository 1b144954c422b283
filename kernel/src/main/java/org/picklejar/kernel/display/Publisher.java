package org.picklejar.kernel.display;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.picklejar.kernel.comms.CommTable;
import org.picklejar.kernel.execution.Cells;
import org.picklejar.kernel.session.Outbox;
import org.picklejar.kernel.wire.HostJson;
import org.picklejar.runtime.Interpreter.HostCall;

/** The host functions that publish messages on IOPub. */
public final class Publisher {
    private final Outbox outbox;
    private final Cells cells;
    private final CommTable comms;

    public Publisher(Outbox outbox, Cells cells, CommTable comms) {
        this.outbox = outbox;
        this.cells = cells;
        this.comms = comms;
    }

    /**
     * {@code publish(msg_type, content, metadata=None, transient=None, buffers=None)}.
     *
     * @param args metadata is that of the message; transient becomes {@code content["transient"]}; buffers are a list of bytes
     */
    public Object publish(HostCall call, Object[] args) {
        String type = (String) args[0];
        JsonObject content = HostJson.toObject(args[1]);
        JsonObject metadata = HostJson.toObject(at(args, 2));
        if (at(args, 3) instanceof Map<?, ?> fleeting && !fleeting.isEmpty()) {
            content.add("transient", HostJson.toJson(fleeting));
        }
        switch (type) {
            case "execute_result" -> cells.setResult(plainText(content));
            case "comm_open", "comm_close" -> comms.follow(type, content);
            default -> {}
        }
        outbox.publish(type, content, metadata, buffers(at(args, 4)), call.origin());
        return null;
    }

    /** {@code clear_output(wait=False)}. */
    public Object clearOutput(HostCall call, Object[] args) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", Boolean.TRUE.equals(at(args, 0)));
        outbox.publish("clear_output", content, call.origin());
        return null;
    }

    private static List<byte[]> buffers(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(byte[].class::cast).toList()
                : List.of();
    }

    private static String plainText(JsonObject content) {
        JsonElement data = content.get("data");
        return data instanceof JsonObject bundle && bundle.get("text/plain") instanceof JsonPrimitive text
                ? text.getAsString()
                : null;
    }

    private static Object at(Object[] args, int index) {
        return index < args.length ? args[index] : null;
    }
}
