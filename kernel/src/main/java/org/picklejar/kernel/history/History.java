package org.picklejar.kernel.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.picklejar.kernel.wire.Log;

/** All cells of this and earlier sessions, oldest first. The file is read on first use. Thread-safe. */
public final class History {
    private final HistoryFile file;
    private List<Entry> entries;
    private int session = 1;
    private boolean writable;

    /** @param file need not exist yet */
    public History(Path file) {
        this.file = new HistoryFile(file);
    }

    /** {@code $PICKLEJAR_HOME}, or {@code picklejar} in the user's data directory. */
    public static Path dataDirectory() {
        String home = System.getenv("PICKLEJAR_HOME");
        if (home != null && !home.isEmpty()) {
            return Path.of(home);
        }
        String data = System.getenv("XDG_DATA_HOME");
        return data != null && !data.isEmpty()
                ? Path.of(data, "picklejar")
                : Path.of(System.getProperty("user.home"), ".local", "share", "picklejar");
    }

    /** Reads the file, unless that was done. Without a readable file the history lasts as long as the process. */
    public synchronized void load() {
        if (entries != null) {
            return;
        }
        try {
            HistoryFile.Opened opened = file.open();
            entries = opened.entries();
            session = opened.session();
            writable = true;
        } catch (IOException e) {
            Log.warn("history is not kept: " + e);
            entries = new ArrayList<>();
        }
    }

    public synchronized int session() {
        load();
        return session;
    }

    public synchronized void add(int line, String input, String output) {
        load();
        Entry entry = new Entry(session, line, input, output);
        entries.add(entry);
        if (writable) {
            try {
                file.add(entry);
            } catch (IOException e) {
                writable = false;
                Log.warn("history is not kept any longer: " + e);
            }
        }
    }

    /** The last entries, oldest first. */
    public synchronized List<Entry> tail(int count) {
        load();
        return last(entries, count);
    }

    /**
     * Entries of a session.
     *
     * @param which number of the session; 0 is this one, -1 the one before
     * @param stop first line that is left out, or null
     */
    public synchronized List<Entry> range(int which, int start, Integer stop) {
        load();
        int wanted = which > 0 ? which : session + which;
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.session() == wanted && entry.line() >= start && (stop == null || entry.line() < stop)) {
                found.add(entry);
            }
        }
        return found;
    }

    /**
     * The last entries whose input matches, oldest first.
     *
     * @param glob with {@code *} and {@code ?}; the whole input must match
     * @param unique whether equal inputs count once, at their last place
     * @param count how many at most, or null
     */
    public synchronized List<Entry> search(String glob, boolean unique, Integer count) {
        load();
        List<Entry> found = new ArrayList<>();
        Set<String> inputs = new HashSet<>();
        for (int i = entries.size() - 1; i >= 0 && (count == null || found.size() < count); i--) {
            Entry entry = entries.get(i);
            if (Glob.matches(glob, entry.input()) && (!unique || inputs.add(entry.input()))) {
                found.add(entry);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private static List<Entry> last(List<Entry> list, int count) {
        return new ArrayList<>(list.subList(Math.max(0, list.size() - Math.max(0, count)), list.size()));
    }
}
