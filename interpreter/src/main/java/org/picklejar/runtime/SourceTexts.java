package org.picklejar.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Machine;
import org.picklejar.imports.Library;

/** Source texts by file name: those that are in no file, such as cells, are kept here; the others are read. */
final class SourceTexts {
    private final Map<String, String[]> texts = new HashMap<>();
    private final Machine machine;

    private SourceTexts(Machine machine) {
        this.machine = machine;
    }

    static SourceTexts of(Machine machine) {
        return machine.state(SourceTexts.class, SourceTexts::new);
    }

    void add(String fileName, String text) {
        texts.put(fileName, text.split("\n", -1));
    }

    /** A line, counted from 1; null when there is no such line or file. */
    String line(String fileName, int number) {
        String[] lines = texts.get(fileName);
        if (lines == null) {
            lines = read(fileName);
            if (lines == null) {
                return null;
            }
        }
        return number >= 1 && number <= lines.length ? lines[number - 1] : null;
    }

    /** The whole text under a name that is no file; null when it is not known. */
    String text(String fileName) {
        String[] lines = texts.get(fileName);
        return lines == null ? null : String.join("\n", lines);
    }

    private String[] read(String fileName) {
        byte[] source =
                machine.state(Library.class, m -> new Library(List.of())).read(fileName);
        if (source == null && !fileName.startsWith("<")) {
            try {
                source = Files.readAllBytes(Path.of(fileName));
            } catch (IOException | InvalidPathException e) {
                return null;
            }
        }
        return source == null ? null : new String(source, StandardCharsets.UTF_8).split("\n", -1);
    }
}
