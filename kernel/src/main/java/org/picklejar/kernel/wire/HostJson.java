package org.picklejar.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Host values of the interpreter's facade to JSON and back. */
public final class HostJson {
    private HostJson() {}

    /** Bytes become base64; NaN and infinities, which JSON lacks, become the text that Python prints for them. */
    public static JsonElement toJson(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        } else if (value instanceof String text) {
            return new JsonPrimitive(text);
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        } else if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            return new JsonPrimitive(number.isNaN() ? "nan" : number > 0 ? "inf" : "-inf");
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof byte[] bytes) {
            return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof List<?> list) {
            JsonArray array = new JsonArray(list.size());
            list.forEach(item -> array.add(toJson(item)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, item) -> object.add(String.valueOf(key), toJson(item)));
            return object;
        }
        return new JsonPrimitive(value.toString());
    }

    /** The object form of a map; an empty object for null. */
    public static JsonObject toObject(Object value) {
        if (value == null) {
            return new JsonObject();
        }
        if (toJson(value) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("expected a dict, got " + value);
    }

    public static Object fromJson(JsonElement value) {
        if (value == null || value.isJsonNull()) {
            return null;
        } else if (value instanceof JsonPrimitive primitive) {
            if (primitive.isBoolean()) {
                return primitive.getAsBoolean();
            }
            return primitive.isString() ? primitive.getAsString() : number(primitive.getAsNumber());
        } else if (value instanceof JsonArray array) {
            List<Object> list = new ArrayList<>(array.size());
            array.forEach(item -> list.add(fromJson(item)));
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        value.getAsJsonObject().entrySet().forEach(item -> map.put(item.getKey(), fromJson(item.getValue())));
        return map;
    }

    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        return number instanceof BigInteger ? number : (Object) number.doubleValue();
    }
}
