package org.picklejar.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A Jupyter message.
 *
 * @param identities routing frames in front of the delimiter; the topic on IOPub
 * @param parent JSON text of the header of the request that caused this message, {@code "{}"} without one
 * @param buffers raw binary frames, not signed
 */
public record Message(
        List<byte[]> identities,
        Header header,
        String parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {
    public static final String NO_PARENT = "{}";

    public String type() {
        return header.type();
    }
}
