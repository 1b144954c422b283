package org.picklejar.pickle;

import java.util.Map;
import org.picklejar.core.Execution;

/** New file names for code that is being read: the cells of another session are not those of this one. */
public final class FileNames {
    private volatile Map<String, String> renamed = Map.of();

    private FileNames() {}

    public static FileNames of(Execution x) {
        return x.machine.state(FileNames.class, m -> new FileNames());
    }

    /** Code that is made from now on gets these names for its old ones. */
    public void rename(Map<String, String> names) {
        renamed = Map.copyOf(names);
    }

    String current(String name) {
        return renamed.getOrDefault(name, name);
    }
}
