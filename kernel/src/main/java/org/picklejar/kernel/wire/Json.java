package org.picklejar.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** JSON text to Gson's tree and back. Goes through the streaming classes only: Gson's adapters cost start-up time. */
public final class Json {
    private Json() {}

    /** @throws WireException when the text is not one JSON object */
    public static JsonObject parseObject(String text) throws WireException {
        if (parse(text) instanceof JsonObject object) {
            return object;
        }
        throw new WireException("expected a JSON object, got " + abbreviate(text));
    }

    /** @throws WireException when the text is not one JSON value */
    public static JsonElement parse(String text) throws WireException {
        try {
            JsonReader in = new JsonReader(new StringReader(text));
            in.setStrictness(Strictness.STRICT);
            JsonElement value = read(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more text behind the value");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new WireException("bad JSON: " + reason + " in " + abbreviate(text));
        }
    }

    /** Compact text; nulls are kept. */
    public static String write(JsonElement value) {
        return write(value, null);
    }

    /** @param indent white space of one level, or null for compact text */
    public static String write(JsonElement value, String indent) {
        StringWriter text = new StringWriter();
        try {
            JsonWriter out = new JsonWriter(text);
            out.setHtmlSafe(false);
            out.setSerializeNulls(true);
            if (indent != null) {
                out.setIndent(indent);
            }
            write(out, value);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static JsonElement read(JsonReader in) throws IOException {
        switch (in.peek()) {
            case STRING:
                return new JsonPrimitive(in.nextString());
            case NUMBER:
                return new JsonPrimitive(number(in.nextString()));
            case BOOLEAN:
                return new JsonPrimitive(in.nextBoolean());
            case NULL:
                in.nextNull();
                return JsonNull.INSTANCE;
            case BEGIN_ARRAY:
                JsonArray array = new JsonArray();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(read(in));
                }
                in.endArray();
                return array;
            case BEGIN_OBJECT:
                JsonObject object = new JsonObject();
                in.beginObject();
                while (in.hasNext()) {
                    object.add(in.nextName(), read(in));
                }
                in.endObject();
                return object;
            default:
                throw new MalformedJsonException("a value is missing");
        }
    }

    /** Integers stay exact at any size, and 1.0 stays a float. */
    private static Number number(String text) {
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? new BigDecimal(text) : (Number) value;
        }
        if (text.length() < 19) {
            return Long.parseLong(text);
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() < 64 ? (Number) value.longValue() : value;
    }

    private static void write(JsonWriter out, JsonElement value) throws IOException {
        if (value == null || value.isJsonNull()) {
            out.nullValue();
        } else if (value instanceof JsonPrimitive primitive) {
            if (primitive.isBoolean()) {
                out.value(primitive.getAsBoolean());
            } else if (primitive.isNumber()) {
                out.value(primitive.getAsNumber());
            } else {
                out.value(primitive.getAsString());
            }
        } else if (value instanceof JsonArray array) {
            out.beginArray();
            for (JsonElement item : array) {
                write(out, item);
            }
            out.endArray();
        } else {
            out.beginObject();
            for (Map.Entry<String, JsonElement> item : value.getAsJsonObject().entrySet()) {
                out.name(item.getKey());
                write(out, item.getValue());
            }
            out.endObject();
        }
    }

    private static String abbreviate(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
