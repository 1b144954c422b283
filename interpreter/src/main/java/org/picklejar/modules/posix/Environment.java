package org.picklejar.modules.posix;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;

/** What a process has and a runtime has for itself: variables, working directory, file mode mask. */
public final class Environment {
    private final Map<String, String> variables = new TreeMap<>(System.getenv());
    private Path directory = Path.of("").toAbsolutePath().normalize();
    int umask = 0022;

    private Environment() {}

    public static Environment of(Execution x) {
        return x.machine.state(Environment.class, m -> new Environment());
    }

    public String get(String name) {
        return variables.get(name);
    }

    public void put(String name, String value) {
        variables.put(name, value);
    }

    public void remove(String name) {
        variables.remove(name);
    }

    /** A live view. */
    public Map<String, String> variables() {
        return variables;
    }

    /** {@code posix.environ}. */
    PyDict toDict() {
        PyDict d = new PyDict();
        variables.forEach((k, v) -> d.putPlain(bytes(k), bytes(v)));
        return d;
    }

    private static PyBytes bytes(String s) {
        return new PyBytes(s.getBytes(StandardCharsets.UTF_8));
    }

    public Path directory() {
        return directory;
    }

    public void setDirectory(Path p) {
        directory = p;
    }

    public Path resolve(String path) {
        return directory.resolve(path);
    }
}
