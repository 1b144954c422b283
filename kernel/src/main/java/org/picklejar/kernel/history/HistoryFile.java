package org.picklejar.kernel.history;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.Log;
import org.picklejar.kernel.wire.WireException;

/**
 * One JSON object per line: {@code {"session": 3, "line": 7, "input": "...", "output": "..."}}; without "line" it only claims a session
 * number. Kernels that run at once share the file and take turns through a lock file beside it.
 */
final class HistoryFile {
    /** Beyond it the older half is dropped when a session starts. */
    private static final long MAX_BYTES = 8L << 20;

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /** The entries of earlier sessions, and the number of the new one. */
    record Opened(List<Entry> entries, int session) {}

    private interface Action<T> {
        T run() throws IOException;
    }

    Opened open() throws IOException {
        return locked(() -> {
            List<Entry> entries = new ArrayList<>();
            int session = 0;
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    session = Math.max(session, read(line, entries));
                }
                if (Files.size(file) > MAX_BYTES) {
                    rewrite(entries.subList(entries.size() / 2, entries.size()));
                }
            }
            JsonObject claim = new JsonObject();
            claim.addProperty("session", session + 1);
            append(claim);
            return new Opened(entries, session + 1);
        });
    }

    void add(Entry entry) throws IOException {
        locked(() -> {
            append(json(entry));
            return null;
        });
    }

    private <T> T locked(Action<T> action) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (HistoryFile.class) { // a file lock does not keep out threads of the same process
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() ? action.run() : null;
            }
        }
    }

    private void append(JsonObject line) throws IOException {
        Files.writeString(file, Json.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rewrite(List<Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(Json.write(json(entry))).append('\n'));
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(aside, text);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @return the session of the line */
    private int read(String line, List<Entry> entries) {
        try {
            JsonObject json = Json.parseObject(line);
            int session = json.get("session").getAsInt();
            if (json.has("line")) {
                JsonElement output = json.get("output");
                entries.add(new Entry(
                        session,
                        json.get("line").getAsInt(),
                        json.get("input").getAsString(),
                        output == null || output.isJsonNull() ? null : output.getAsString()));
            }
            return session;
        } catch (WireException | RuntimeException e) {
            Log.warn("skipped a damaged line of " + file + ": " + e.getMessage());
            return 0;
        }
    }

    private static JsonObject json(Entry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("session", entry.session());
        json.addProperty("line", entry.line());
        json.addProperty("input", entry.input());
        json.addProperty("output", entry.output());
        return json;
    }
}
