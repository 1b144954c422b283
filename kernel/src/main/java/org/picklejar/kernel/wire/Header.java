package org.picklejar.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The header of a message.
 *
 * @param subshell the subshell it is meant for, or null
 * @param json its text as it was received; replies carry it back verbatim, with the keys we do not know
 */
public record Header(String id, String session, String username, String type, String subshell, String json) {
    /** @throws WireException without a message id or type */
    public static Header parse(String json) throws WireException {
        JsonObject object = Json.parseObject(json);
        String id = text(object, "msg_id");
        String type = text(object, "msg_type");
        if (id == null || type == null) {
            throw new WireException("the header lacks msg_id or msg_type");
        }
        return new Header(
                id, text(object, "session"), text(object, "username"), type, text(object, "subshell_id"), json);
    }

    private static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : null;
    }
}
