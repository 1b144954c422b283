package org.picklejar.kernel.session;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.Message;
import org.picklejar.kernel.wire.WireException;
import org.picklejar.runtime.Interpreter.HostCall;
import org.picklejar.runtime.Interpreter.InputSource;

/** {@code input()}: asks the front end whose cell the running tasklet belongs to. */
public final class Stdin implements InputSource {
    private static final String END_OF_FILE = "\u0004";

    private final Outbox outbox;
    private final BlockingQueue<Message> replies = new LinkedBlockingQueue<>();

    public Stdin(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String readLine(String prompt, boolean password, HostCall wait) {
        if (!(wait.origin() instanceof Request request)) {
            throw new UnsupportedOperationException("input() needs a cell that asks; this code belongs to none");
        }
        if (!request.flag("allow_stdin", false)) {
            throw new UnsupportedOperationException(
                    "input() was called, but this front end does not support input requests");
        }
        replies.clear(); // answers to a question that was interrupted
        JsonObject content = new JsonObject();
        content.addProperty("prompt", prompt);
        content.addProperty("password", password);
        String id = outbox.requestInput(request, content);
        Message reply = wait.take(replies);
        while (!answers(reply, id)) {
            reply = wait.take(replies);
        }
        String value = reply.content().get("value") instanceof JsonPrimitive text ? text.getAsString() : "";
        return value.equals(END_OF_FILE) ? null : value;
    }

    /** Called on the socket thread. */
    void received(Message message) {
        if (message.type().equals("input_reply")) {
            replies.add(message);
        }
    }

    /** Some front ends leave the parent of an input_reply empty; only a different parent makes it stale. */
    private static boolean answers(Message reply, String id) {
        try {
            return !(Json.parseObject(reply.parent()).get("msg_id") instanceof JsonPrimitive parent)
                    || parent.getAsString().equals(id);
        } catch (WireException e) {
            return false;
        }
    }
}
