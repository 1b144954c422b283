package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.picklejar.modules.OsFailure;

/** What the system tells of processes in {@code /proc} (proc(5)). Where there is none, {@code OSError} ENOSYS is raised. */
final class ProcessStatus {
    /** Places in {@code /proc/PID/stat}, from the one behind the name on. */
    static final int GROUP = 2;

    static final int SESSION = 3;
    static final int MINOR_FAULTS = 7;
    static final int MAJOR_FAULTS = 9;
    static final int USER_TICKS = 11;
    static final int SYSTEM_TICKS = 12;
    static final int CHILDREN_USER_TICKS = 13;
    static final int CHILDREN_SYSTEM_TICKS = 14;
    static final int NICE = 16;
    private static final Path PROC = Path.of("/proc");

    private ProcessStatus() {}

    /**
     * @param pid 0 for this process
     * @throws org.picklejar.core.PyException OSError: ESRCH when there is no such process
     */
    private static String read(long pid, String file) {
        try {
            return Files.readString(
                    PROC.resolve(pid == 0 ? "self" : Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw OsFailure.of(Files.isDirectory(PROC.resolve("self")) ? OsFailure.ESRCH : OsFailure.ENOSYS);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    /** One of the numbers above. */
    static long number(long pid, int place) {
        String s = read(pid, "stat");
        // The name is in brackets, and may hold some.
        return Long.parseLong(s.substring(s.lastIndexOf(')') + 2).split(" ")[place]);
    }

    /** The words of a line of {@code /proc/PID/status}, as {@code Uid}; none when there is no such line. */
    static List<String> line(long pid, String name) {
        return read(pid, "status")
                .lines()
                .filter(l -> l.startsWith(name + ":"))
                .flatMap(l ->
                        Arrays.stream(l.substring(name.length() + 1).strip().split("\\s+")))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** The lines of {@code /proc/PID/limits}. */
    static Stream<String> limits(long pid) {
        return read(pid, "limits").lines();
    }

    /** The numbers of the threads of this process, as the system counts them. */
    static String[] threads() {
        try (Stream<Path> tasks = Files.list(PROC.resolve("self/task"))) {
            return tasks.map(p -> p.getFileName().toString()).toArray(String[]::new);
        } catch (IOException e) {
            throw OsFailure.of(OsFailure.ENOSYS);
        }
    }
}
