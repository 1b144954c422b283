package org.picklejar.system;

import com.sun.jna.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The descriptors of the process, as the system counts them. All that are made here are closed in programs that are started. */
public final class Descriptors {
    /** Events of {@code poll}. */
    public static final int IN = 1;

    public static final int OUT = 4;
    public static final int SHUT_RD = 0;
    public static final int SHUT_WR = 1;

    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int SOCK_STREAM = 1;
    private static final int AF_UNIX = 1;
    private static final int F_DUPFD_CLOEXEC = 1030;
    private static final int F_GETFL = 3;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int POLL_SIZE = 8;
    private static final int EBADF = 9;
    private static final Path OPEN = Path.of("/proc/self/fdinfo");

    private Descriptors() {}

    /** @return the reading end and the writing end */
    public static int[] pipe() throws SystemFailure {
        int[] both = new int[2];
        SystemLibrary.call("pipe2", both, CLOSE_ON_EXEC);
        return both;
    }

    /** @return two connected sockets for streams */
    public static int[] socketPair() throws SystemFailure {
        int[] both = new int[2];
        SystemLibrary.call("socketpair", AF_UNIX, SOCK_STREAM | CLOSE_ON_EXEC, 0, both);
        return both;
    }

    /** @return the controlling end and the terminal's end */
    public static int[] terminal() throws SystemFailure {
        int[] controller = new int[1];
        int[] terminal = new int[1];
        SystemLibrary.call("openpty", controller, terminal, null, null, null);
        for (int fd : new int[] {controller[0], terminal[0]}) {
            SystemLibrary.call("fcntl", fd, F_SETFD, FD_CLOEXEC);
        }
        return new int[] {controller[0], terminal[0]};
    }

    /** Opens a file: {@code open(2)}. */
    public static int open(byte[] path, int flags, int mode) throws SystemFailure {
        return SystemLibrary.call("open", terminated(path), flags | CLOSE_ON_EXEC, mode);
    }

    static byte[] terminated(byte[] text) {
        return Arrays.copyOf(text, text.length + 1);
    }

    /** Another number, not below {@code lowest}, for the same file. */
    public static int duplicate(int fd, int lowest) throws SystemFailure {
        return SystemLibrary.call("fcntl", fd, F_DUPFD_CLOEXEC, lowest);
    }

    public static void close(int fd) throws SystemFailure {
        SystemLibrary.call("close", fd);
    }

    /** @return bytes read, at least one but at the end; waits for them */
    public static int read(int fd, byte[] into, int from, int count) throws SystemFailure {
        byte[] own = from == 0 && count == into.length ? into : new byte[count];
        int n = (int) SystemLibrary.callLong("read", fd, own, (long) count);
        if (own != into) {
            System.arraycopy(own, 0, into, from, n);
        }
        return n;
    }

    /** @return bytes written; waits for room */
    public static int write(int fd, byte[] bytes, int from, int count) throws SystemFailure {
        byte[] own = from == 0 ? bytes : Arrays.copyOfRange(bytes, from, from + count);
        return (int) SystemLibrary.callLong("write", fd, own, (long) count);
    }

    public static long seek(int fd, long offset, int whence) throws SystemFailure {
        return SystemLibrary.callLong("lseek", fd, offset, whence);
    }

    public static void truncate(int fd, long size) throws SystemFailure {
        SystemLibrary.call("ftruncate", fd, size);
    }

    public static void sync(int fd) throws SystemFailure {
        SystemLibrary.call("fsync", fd);
    }

    public static boolean isTerminal(int fd) {
        try {
            return SystemLibrary.call("isatty", fd) == 1;
        } catch (SystemFailure e) {
            return false;
        }
    }

    /** @param how {@link #SHUT_RD} or {@link #SHUT_WR} */
    public static void shutdown(int fd, int how) throws SystemFailure {
        SystemLibrary.call("shutdown", fd, how);
    }

    /** The flags of {@code open} that the file has. */
    public static int flags(int fd) throws SystemFailure {
        return SystemLibrary.call("fcntl", fd, F_GETFL, 0);
    }

    /** The group of processes in the foreground of a terminal. */
    public static int foreground(int fd) throws SystemFailure {
        return SystemLibrary.call("tcgetpgrp", fd);
    }

    public static void setForeground(int fd, int group) throws SystemFailure {
        SystemLibrary.call("tcsetpgrp", fd, group);
    }

    /** @return rows and columns */
    public static int[] windowSize(int fd) throws SystemFailure {
        short[] size = new short[4];
        SystemLibrary.call("ioctl", fd, 0x5413L, size);
        return new int[] {size[0] & 0xffff, size[1] & 0xffff};
    }

    public static void setWindowSize(int fd, int rows, int columns) throws SystemFailure {
        SystemLibrary.call("ioctl", fd, 0x5414L, new short[] {(short) rows, (short) columns, 0, 0});
    }

    /** The events of each descriptor that are there now, of those that are wanted; errors and hang-ups in any case. */
    public static int[] poll(int[] fds, int[] wanted, int milliseconds) throws SystemFailure {
        try (Memory m = new Memory(Math.max(1, fds.length) * (long) POLL_SIZE)) {
            for (int i = 0; i < fds.length; i++) {
                m.setInt(i * (long) POLL_SIZE, fds[i]);
                m.setInt(i * (long) POLL_SIZE + 4, wanted[i]);
            }
            SystemLibrary.call("poll", m, (long) fds.length, milliseconds);
            int[] found = new int[fds.length];
            for (int i = 0; i < fds.length; i++) {
                found[i] = m.getShort(i * (long) POLL_SIZE + 6);
            }
            return found;
        }
    }

    /** The numbers that are in use. */
    static List<Integer> all() throws IOException {
        try (Stream<Path> files = Files.list(OPEN)) {
            return files.map(p -> Integer.valueOf(p.getFileName().toString())).toList();
        }
    }

    /**
     * Finds the number of a channel, which Java does not tell: it is the one whose position is moved with the channel's.
     *
     * @param channel open, its position kept; nobody else moves it meanwhile
     * @throws SystemFailure EBADF for a channel that has no position
     */
    public static int of(FileChannel channel) throws IOException {
        long before = channel.position();
        long mark = (1L << 40) + ThreadLocalRandom.current().nextLong(1L << 40);
        channel.position(mark);
        List<Integer> found = new ArrayList<>();
        try {
            for (int fd : all()) {
                if (isAt(fd, mark)) {
                    found.add(fd);
                }
            }
        } finally {
            channel.position(before);
        }
        if (found.isEmpty()) {
            throw new SystemFailure(EBADF);
        }
        return found.get(0);
    }

    private static boolean isAt(int fd, long position) {
        try (Stream<String> lines = Files.lines(OPEN.resolve(Integer.toString(fd)))) {
            return lines.anyMatch(
                    l -> l.startsWith("pos:") && l.substring(4).strip().equals(Long.toString(position)));
        } catch (IOException | UncheckedIOException e) {
            // Closed meanwhile.
            return false;
        }
    }
}
