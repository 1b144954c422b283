package org.picklejar.kernel.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes new messages of one session. The session id is one per process: front ends discard messages of any other. */
public final class Composer {
    /** Version of the protocol in headers, kernel_info and kernel.json. */
    public static final String PROTOCOL_VERSION = "5.5";

    private final String session = UUID.randomUUID().toString();
    private final String username;
    private final AtomicLong count = new AtomicLong();

    public Composer(String username) {
        this.username = username;
    }

    public String session() {
        return session;
    }

    /** @param parent JSON text of the parent's header, or {@link Message#NO_PARENT} */
    public Message compose(
            List<byte[]> identities,
            String type,
            String parent,
            JsonObject content,
            JsonObject metadata,
            List<byte[]> buffers) {
        String id = session + "_" + count.incrementAndGet();
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", username);
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL_VERSION);
        return new Message(
                identities,
                new Header(id, session, username, type, null, Json.write(header)),
                parent,
                metadata,
                content,
                buffers);
    }
}
