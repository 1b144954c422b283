package org.picklejar.pickle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.NativeFrame;

/**
 * The frames of builtins that can be pickled, by a name with a version. The table is the resource {@code native-frames.txt}; a
 * frame whose fields change gets a new version there.
 */
public final class NativeFrames {
    private static final String PACKAGE = "org.picklejar.";
    private static final String TABLE = "native-frames.txt";

    private NativeFrames() {}

    /** Read once; never changed. Classes are loaded when they are needed. */
    private static final class Table {
        static final Table INSTANCE = read();
        final Map<String, String> names = new HashMap<>();
        final Map<String, String> classes = new HashMap<>();

        private static Table read() {
            Table t = new Table();
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(NativeFrames.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("-")) {
                        t.add(line.strip());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(TABLE, e);
            }
            return t;
        }

        /** A line: the name, and the class when it is not the name's. */
        private void add(String line) {
            String[] parts = line.split("\\s+");
            String className = PACKAGE + (parts.length > 1 ? parts[1] : parts[0].substring(0, parts[0].indexOf('/')));
            names.put(className, parts[0]);
            classes.put(parts[0], className);
        }
    }

    /** The name of a frame's class, or null when it cannot be pickled. */
    public static String nameOf(NativeFrame f) {
        return nameOf(f.getClass());
    }

    public static String nameOf(Class<?> c) {
        return Table.INSTANCE.names.get(c.getName());
    }

    /** An empty frame, to be filled by {@link NativeFrame#restore}. */
    static NativeFrame make(String name) {
        String className = Table.INSTANCE.classes.get(name);
        if (className == null) {
            throw Errors.runtimeError(
                    "the builtin '%s' in progress is not known here: it was pickled by another version", name);
        }
        try {
            Constructor<? extends NativeFrame> maker =
                    Class.forName(className).asSubclass(NativeFrame.class).getDeclaredConstructor();
            maker.setAccessible(true);
            NativeFrame made = maker.newInstance();
            made.empty = true;
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
