package org.picklejar.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blocking builtins: all places that wait for Python in Java ({@link Execution#await}). {@code blocking-builtins.tsv} names
 * them; a test compares it with the sources, and it only ever shrinks.
 */
public final class BlockingBuiltins {
    /** @param uses how many calls of await stand in the class */
    public record Entry(int uses, String builtin) {}

    private BlockingBuiltins() {}

    /** @return by class name */
    public static Map<String, Entry> all() {
        Map<String, Entry> out = new LinkedHashMap<>();
        try (InputStream in = BlockingBuiltins.class.getResourceAsStream("blocking-builtins.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] f = line.split("\t");
                if (f.length == 3) {
                    out.put(f[0], new Entry(Integer.parseInt(f[1]), f[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** What stands in progress on a Java stack, innermost first, in words for the user. */
    static String inProgress(StackTraceElement[] stack) {
        Map<String, Entry> all = all();
        boolean awaits = false;
        for (StackTraceElement e : stack) {
            if (e.getClassName().equals(Execution.class.getName())) {
                awaits = true;
            } else if (awaits) {
                String outermostClass = e.getClassName().split("\\$")[0];
                Entry known = all.get(outermostClass.substring("org.picklejar.".length()));
                return known == null ? outermostClass : known.builtin();
            }
        }
        return "any, since stackless.enable_softswitch(False)";
    }
}
