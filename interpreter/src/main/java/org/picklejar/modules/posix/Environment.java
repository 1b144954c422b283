package org.picklejar.modules.posix;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyStr;

/** What a process has and a runtime has for itself: variables, working directory, file mode mask. */
public final class Environment {
    private static final int USUAL_UMASK = 0022;

    private final Map<String, String> variables = new TreeMap<>(System.getenv());
    private Path directory = Path.of("").toAbsolutePath().normalize();
    /** The mask of file modes that the program has set; null until then. */
    private Integer mask;

    private Environment() {}

    /** That of the process, which no Java code can change. */
    private static int processUmask() {
        try {
            List<String> words = ProcessStatus.line(0, "Umask");
            return words.isEmpty() ? USUAL_UMASK : Integer.parseInt(words.get(0), 8);
        } catch (PyException e) {
            return USUAL_UMASK;
        }
    }

    public static Environment of(Execution x) {
        return x.machine.state(Environment.class, m -> new Environment());
    }

    /** Which bits are taken away from the modes of files that are made. */
    int umask() {
        return mask == null ? processUmask() : mask;
    }

    void setUmask(int mask) {
        this.mask = mask;
    }

    /** Whether the program's mask is another one than that of the process, which its children inherit. */
    boolean hasOwnUmask() {
        return mask != null && mask != processUmask();
    }

    /** Whether something is allowed that the system takes away from what Java makes. */
    boolean masksLess() {
        return mask != null && (processUmask() & ~mask) != 0;
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

    /** A name as it is, for the content of a link. */
    Path relative(String path) {
        resolve(path);
        return Path.of(path);
    }

    /** @throws PyException UnicodeEncodeError, or OSError that says that there is no such file, for a name that no file can have */
    public Path resolve(String path) {
        try {
            return directory.resolve(path);
        } catch (InvalidPathException e) {
            throw FileName.impossible(path, PyStr.of(path));
        }
    }
}
