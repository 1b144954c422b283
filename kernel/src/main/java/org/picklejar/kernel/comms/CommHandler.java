package org.picklejar.kernel.comms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.picklejar.kernel.session.Engine;
import org.picklejar.kernel.session.Handler;
import org.picklejar.kernel.session.Outbox;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;
import org.picklejar.kernel.wire.HostJson;
import org.picklejar.runtime.GuestException;

/** Gives comm_open, comm_msg and comm_close to the Python registry. */
public final class CommHandler implements Handler {
    private static final String PYTHON = "picklejar_kernel.comms";

    private final Engine engine;
    private final Outbox outbox;
    private final CommTable table;

    public CommHandler(Engine engine, Outbox outbox, CommTable table) {
        this.engine = engine;
        this.outbox = outbox;
        this.table = table;
    }

    @Override
    public Reply handle(Request request) {
        request.text("comm_id");
        if (!request.type().equals("comm_msg")) {
            table.follow(request.type(), request.content());
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("content", HostJson.fromJson(request.content()));
        message.put("metadata", HostJson.fromJson(request.message().metadata()));
        message.put("buffers", request.message().buffers());
        try {
            engine.await().call(PYTHON, "handle_" + request.type(), message);
        } catch (GuestException e) {
            outbox.write("stderr", String.join("\n", e.traceback()) + "\n", request);
        }
        return null;
    }
}
