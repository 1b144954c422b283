package org.picklejar.kernel.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.picklejar.kernel.session.Handler;
import org.picklejar.kernel.session.Reply;
import org.picklejar.kernel.session.Request;
import org.picklejar.kernel.session.Request.BadRequest;
import org.picklejar.kernel.wire.HostJson;

/** Answers history_request, and the same questions when a program asks. */
public final class HistoryHandler implements Handler {
    private static final int DEFAULT_COUNT = 10;

    private final History history;

    public HistoryHandler(History history) {
        this.history = history;
    }

    @Override
    public Reply handle(Request request) {
        return Reply.ok(answer(request));
    }

    private JsonObject answer(Request request) {
        boolean output = request.flag("output", false);
        Integer count = request.content().has("n") ? (Integer) request.number("n", DEFAULT_COUNT) : null;
        List<Entry> entries = switch (request.text("hist_access_type")) {
            case "tail" -> history.tail(count == null ? DEFAULT_COUNT : count);
            case "range" ->
                history.range(
                        request.number("session", 0),
                        request.number("start", 0),
                        request.content().has("stop")
                                        && !request.content().get("stop").isJsonNull()
                                ? (Integer) request.number("stop", 0)
                                : null);
            case "search" -> {
                String pattern = request.optionalText("pattern");
                yield history.search(pattern == null ? "*" : pattern, request.flag("unique", false), count);
            }
            default ->
                throw new BadRequest(
                        "hist_access_type is tail, range or search, not " + request.text("hist_access_type"));
        };
        JsonArray rows = new JsonArray();
        for (Entry entry : entries) {
            rows.add(HostJson.toJson(row(entry, output)));
        }
        JsonObject content = new JsonObject();
        content.add("history", rows);
        return content;
    }

    /** {@code [session, line, input]}, or with output {@code [session, line, [input, output]]}. */
    static List<Object> row(Entry entry, boolean output) {
        Object text = output ? Arrays.asList(entry.input(), entry.output()) : entry.input();
        return List.of((long) entry.session(), (long) entry.line(), text);
    }

    /** For programs: {@code history(access, options)} with the fields of a history_request; returns the rows. */
    public Object ask(String access, Map<?, ?> options) {
        boolean output = Boolean.TRUE.equals(options.get("output"));
        Integer count = integer(options.get("n"));
        List<Entry> entries = switch (access) {
            case "tail" -> history.tail(count == null ? DEFAULT_COUNT : count);
            case "range" ->
                history.range(
                        orZero(integer(options.get("session"))),
                        orZero(integer(options.get("start"))),
                        integer(options.get("stop")));
            case "search" ->
                history.search(
                        String.valueOf(options.get("pattern")), Boolean.TRUE.equals(options.get("unique")), count);
            default -> throw new IllegalArgumentException("history access is tail, range or search, not " + access);
        };
        return entries.stream().map(entry -> (Object) row(entry, output)).toList();
    }

    private static Integer integer(Object value) {
        return value instanceof Number number ? (Integer) number.intValue() : null;
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }
}
