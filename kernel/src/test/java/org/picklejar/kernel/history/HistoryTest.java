package org.picklejar.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    Path directory;

    @Test
    void kernelsAtOnceGetDifferentSessions() {
        Path file = directory.resolve("new/history.jsonl");
        History a = new History(file);
        History b = new History(file);
        assertEquals(1, a.session());
        assertEquals(2, b.session());
        a.add(1, "from a", null);
        b.add(1, "from b", "b");
        History c = new History(file);
        assertEquals(3, c.session());
        assertEquals(List.of(new Entry(1, 1, "from a", null), new Entry(2, 1, "from b", "b")), c.tail(10));
    }

    @Test
    void damagedLinesAreSkipped() throws IOException {
        Path file = directory.resolve("history.jsonl");
        new History(file).add(1, "kept", null);
        Files.writeString(file, "{\"session\": 1, \"li\n", StandardOpenOption.APPEND);
        assertEquals(List.of(new Entry(1, 1, "kept", null)), new History(file).tail(10));
    }

    @Test
    void unwritableFileLeavesTheHistoryInMemory() throws IOException {
        Path blocked = Files.writeString(directory.resolve("file"), "");
        History history = new History(blocked.resolve("history.jsonl"));
        history.add(1, "x", null);
        assertEquals(1, history.tail(5).size());
    }

    @Test
    void globsMatchWholeInputs() {
        assertTrue(Glob.matches("a*c?", "abbbcd"));
        assertTrue(Glob.matches("*", ""));
        assertTrue(Glob.matches("a\n*", "a\nb"));
        assertFalse(Glob.matches("a", "ab"));
        assertFalse(Glob.matches("?", ""));
        assertFalse(Glob.matches("*".repeat(40) + "x", "a".repeat(5000)));
    }
}
