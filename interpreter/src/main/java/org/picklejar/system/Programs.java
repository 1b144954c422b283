package org.picklejar.system;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Starts programs by {@code posix_spawn}, with descriptors at numbers of choice. */
public final class Programs {
    /** Larger than {@code posix_spawnattr_t} and {@code posix_spawn_file_actions_t}. */
    private static final int STRUCTURE = 1024;

    private static final short SET_GROUP = 0x02;
    private static final short SET_DEFAULTS = 0x04;
    private static final short SET_MASK = 0x08;
    private static final short SET_SESSION = 0x80;
    /** {@code sigset_t}. */
    private static final int SIGNALS = 128;

    private Programs() {}

    /**
     * What is started.
     *
     * @param path of the program; a name without a slash is looked for in PATH
     * @param arguments the first is its name
     * @param environment {@code NAME=value}
     * @param directory where it begins; null: where this process is
     * @param descriptors number there, number here; all others are closed
     * @param session whether it begins a session
     * @param group the group of processes it joins, 0 for one of its own; -1 for this process's
     * @param mask the signals that are blocked there
     * @param defaults signals that have their default action there
     */
    public record Start(
            byte[] path,
            List<byte[]> arguments,
            List<byte[]> environment,
            byte[] directory,
            SortedMap<Integer, Integer> descriptors,
            boolean session,
            int group,
            List<Integer> mask,
            List<Integer> defaults) {}

    /** @return the number of the process */
    public static int start(Start s) throws IOException {
        List<Integer> copies = new ArrayList<>();
        try (Memory actions = new Memory(STRUCTURE);
                Memory attributes = new Memory(STRUCTURE)) {
            SystemLibrary.check("posix_spawn_file_actions_init", actions);
            SystemLibrary.check("posix_spawnattr_init", attributes);
            try {
                if (s.directory() != null) {
                    SystemLibrary.check(
                            "posix_spawn_file_actions_addchdir_np", actions, Descriptors.terminated(s.directory()));
                }
                place(actions, s.descriptors(), copies);
                attributes(attributes, s);
                int[] pid = new int[1];
                try (Strings arguments = new Strings(s.arguments());
                        Strings environment = new Strings(s.environment())) {
                    SystemLibrary.check(
                            new String(s.path(), StandardCharsets.ISO_8859_1).indexOf('/') < 0
                                    ? "posix_spawnp"
                                    : "posix_spawn",
                            pid,
                            Descriptors.terminated(s.path()),
                            actions,
                            attributes,
                            arguments.pointers,
                            environment.pointers);
                }
                return pid[0];
            } finally {
                SystemLibrary.check("posix_spawn_file_actions_destroy", actions);
                SystemLibrary.check("posix_spawnattr_destroy", attributes);
            }
        } finally {
            for (int fd : copies) {
                Descriptors.close(fd);
            }
        }
    }

    /** All are first copied to numbers above those that are wanted, since a number may be one of both. */
    private static void place(Memory actions, SortedMap<Integer, Integer> descriptors, List<Integer> copies)
            throws IOException {
        int above = descriptors.isEmpty() ? 0 : descriptors.lastKey() + 1;
        for (Map.Entry<Integer, Integer> e : descriptors.entrySet()) {
            int copy = Descriptors.duplicate(e.getValue(), above);
            copies.add(copy);
            SystemLibrary.check("posix_spawn_file_actions_adddup2", actions, copy, e.getKey());
        }
        for (int fd = 0; fd < above; fd++) {
            if (!descriptors.containsKey(fd)) {
                SystemLibrary.check("posix_spawn_file_actions_addclose", actions, fd);
            }
        }
        if (SystemLibrary.has("posix_spawn_file_actions_addclosefrom_np")) {
            SystemLibrary.check("posix_spawn_file_actions_addclosefrom_np", actions, above);
            return;
        }
        for (int fd : Descriptors.all()) {
            if (fd >= above) {
                SystemLibrary.check("posix_spawn_file_actions_addclose", actions, fd);
            }
        }
    }

    private static void attributes(Memory attributes, Start s) throws SystemFailure {
        // The thread of a JVM that starts the program blocks signals of its own.
        int flags = SET_MASK;
        SystemLibrary.check("posix_spawnattr_setsigmask", attributes, signals(s.mask()));
        if (!s.defaults().isEmpty()) {
            flags |= SET_DEFAULTS;
            SystemLibrary.check("posix_spawnattr_setsigdefault", attributes, signals(s.defaults()));
        }
        if (s.session()) {
            flags |= SET_SESSION;
        }
        if (s.group() >= 0) {
            flags |= SET_GROUP;
            SystemLibrary.check("posix_spawnattr_setpgroup", attributes, s.group());
        }
        SystemLibrary.check("posix_spawnattr_setflags", attributes, (short) flags);
    }

    private static byte[] signals(List<Integer> numbers) {
        byte[] set = new byte[SIGNALS];
        for (int n : numbers) {
            set[(n - 1) / 8] |= (byte) (1 << (n - 1) % 8);
        }
        return set;
    }

    /**
     * Waits for a child to end.
     *
     * @return its status, as {@code waitpid} gives it
     */
    public static int await(int pid) throws SystemFailure {
        int[] status = new int[1];
        SystemLibrary.call("waitpid", pid, status, 0);
        return status[0];
    }

    /** {@code kill(2)}. */
    public static void signal(int pid, int signal) throws SystemFailure {
        SystemLibrary.call("kill", pid, signal);
    }

    public static void setGroup(int pid, int group) throws SystemFailure {
        SystemLibrary.call("setpgid", pid, group);
    }

    /** @return the number of the session */
    public static int beginSession() throws SystemFailure {
        return SystemLibrary.call("setsid");
    }

    /** A null-terminated array of strings. */
    private static final class Strings implements AutoCloseable {
        private final Memory text;
        private final Memory pointers;

        Strings(List<byte[]> all) {
            text = new Memory(all.stream().mapToLong(b -> b.length + 1L).sum() + 1);
            pointers = new Memory((all.size() + 1L) * Native.POINTER_SIZE);
            long at = 0;
            for (int i = 0; i < all.size(); i++) {
                byte[] b = all.get(i);
                pointers.setPointer((long) i * Native.POINTER_SIZE, text.share(at));
                text.write(at, b, 0, b.length);
                text.setByte(at + b.length, (byte) 0);
                at += b.length + 1;
            }
            pointers.setPointer((long) all.size() * Native.POINTER_SIZE, Pointer.NULL);
        }

        @Override
        public void close() {
            text.close();
            pointers.close();
        }
    }
}
