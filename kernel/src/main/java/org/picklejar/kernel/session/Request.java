package org.picklejar.kernel.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.picklejar.kernel.transport.Channel;
import org.picklejar.kernel.wire.Message;

/**
 * A message from a front end. It is also what output of the program belongs to: the origin of a cell is its request.
 *
 * @param channel where it came from and where the reply goes
 */
public record Request(Channel channel, Message message) {
    public String type() {
        return message.type();
    }

    public JsonObject content() {
        return message.content();
    }

    /** The header, verbatim, as parent of what the request causes. */
    public String parent() {
        return message.header().json();
    }

    /** @throws BadRequest when it is missing or not a string */
    public String text(String key) {
        if (content().get(key) instanceof JsonPrimitive value && value.isString()) {
            return value.getAsString();
        }
        throw new BadRequest(type() + " lacks the string '" + key + "'");
    }

    /** Null when it is missing or null. */
    public String optionalText(String key) {
        return isPresent(key) ? text(key) : null;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!isPresent(key)) {
            return otherwise;
        }
        if (content().get(key) instanceof JsonPrimitive value && value.isBoolean()) {
            return value.getAsBoolean();
        }
        throw new BadRequest(type() + ": '" + key + "' is not a boolean");
    }

    public int number(String key, int otherwise) {
        if (!isPresent(key)) {
            return otherwise;
        }
        if (content().get(key) instanceof JsonPrimitive value && value.isNumber()) {
            return value.getAsInt();
        }
        throw new BadRequest(type() + ": '" + key + "' is not a number");
    }

    public JsonObject object(String key) {
        JsonElement value = content().get(key);
        if (value == null || value.isJsonNull()) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new BadRequest(type() + ": '" + key + "' is not an object");
    }

    private boolean isPresent(String key) {
        JsonElement value = content().get(key);
        return value != null && !value.isJsonNull();
    }

    /** A request without the fields that its type requires. */
    public static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        public BadRequest(String message) {
            super(message);
        }
    }
}
