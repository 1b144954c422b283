package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyObject;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.modules.OsFailure;
import org.picklejar.ops.Values;

/**
 * Locks of files, {@code flock(2)} and those of {@code fcntl(2)}. Java has the second kind only: so both are one kind between processes, belong to the process,
 * and the first kind is kept apart here for the files of this process. One file cannot have both.
 */
final class FileLocks {
    private static final int UNLOCK = 0;
    private static final int SHARED = 1;
    /** The locks of the process. */
    private static final Map<Object, FileLocks> FILES = new HashMap<>();

    /** A part of the file that the process has locked. */
    private record Range(long from, long to, FileLock lock) {
        boolean overlaps(long start, long end) {
            return from < end && start < to;
        }
    }

    /** Who has the whole file by {@code flock}, and whether only to share it. */
    private final Map<DiskFile, Boolean> holders = new LinkedHashMap<>();
    /** What they have of the system; null when there are none. */
    private FileLock whole;

    private final List<Range> ranges = new ArrayList<>();

    private FileLocks() {}

    static void addTo(ModuleBuilder b) {
        b.tail("_flock(fd: index, mode: index, /)", (x, fd, mode) -> {
                    int m = Values.toInt(mode);
                    return attempt(x, fd, (locks, f) -> {
                        if (m == UNLOCK) {
                            locks.release(f);
                            return true;
                        }
                        return locks.takeWhole(f, m == SHARED);
                    });
                })
                .tailN("_lock_range(fd: index, mode: index, start, end, /)", (x, a) -> {
                    int m = Values.toInt(a[1]);
                    long start = Values.toLong(a[2]);
                    long end = Values.toLong(a[3]);
                    return attempt(x, a[0], (locks, f) -> locks.takeRange(f, m, start, end));
                });
    }

    /** What is done with the locks of a file. */
    private interface Action {
        boolean run(FileLocks locks, DiskFile file) throws IOException;
    }

    /** @return whether the file could be locked now */
    private static PyObject attempt(Execution x, PyObject fd, Action action) {
        if (!(FileTable.of(x).get(Values.toInt(fd)) instanceof DiskFile f)) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        synchronized (FILES) {
            Object key = key(f);
            FileLocks locks = FILES.computeIfAbsent(key, k -> new FileLocks());
            try {
                return PyBool.of(action.run(locks, f));
            } catch (NonReadableChannelException | NonWritableChannelException e) {
                // Sharing needs a file that can be read, having it alone one that can be written.
                throw OsFailure.of(OsFailure.EBADF);
            } catch (IOException e) {
                throw OsFailure.of(e, null);
            } finally {
                if (locks.isEmpty()) {
                    FILES.remove(key);
                }
            }
        }
    }

    /** What tells a file from all others; a file without a name is known by itself only. */
    private static Object key(DiskFile f) {
        try {
            return Files.readAttributes(Path.of(f.path()), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            return f;
        }
    }

    private boolean isEmpty() {
        return holders.isEmpty() && ranges.isEmpty();
    }

    private static void refuseBoth(boolean other) {
        if (other) {
            throw Errors.of(
                    ExceptionTypes.NOT_IMPLEMENTED_ERROR, "a file cannot be locked by flock() and lockf() at a time");
        }
    }

    private boolean takeWhole(DiskFile f, boolean shared) throws IOException {
        refuseBoth(!ranges.isEmpty());
        for (Map.Entry<DiskFile, Boolean> h : holders.entrySet()) {
            if (h.getKey() != f && !(shared && h.getValue())) {
                return false;
            }
        }
        if (whole == null || whole.isShared() != shared) {
            FileChannel c = f.channel();
            if (whole != null) {
                whole.release();
            }
            whole = c.tryLock(0, Long.MAX_VALUE, shared);
            if (whole == null) {
                holders.clear();
                return false;
            }
        }
        holders.put(f, shared);
        return true;
    }

    /** Gives up what a file has of the whole; others may share it still. */
    private void release(DiskFile f) throws IOException {
        if (holders.remove(f) == null) {
            return;
        }
        if (holders.isEmpty()) {
            whole.release();
            whole = null;
        } else if (whole.acquiredBy() == f.channel()) {
            renew();
        }
    }

    /** One of those that have the file takes the lock of the system again. */
    private void renew() throws IOException {
        Map.Entry<DiskFile, Boolean> holder = holders.entrySet().iterator().next();
        whole.release();
        whole = holder.getKey().channel().tryLock(0, Long.MAX_VALUE, holder.getValue());
        if (whole == null) {
            // Another process was faster.
            holders.clear();
        }
    }

    private boolean takeRange(DiskFile f, int mode, long start, long end) throws IOException {
        refuseBoth(!holders.isEmpty());
        List<Range> replaced =
                ranges.stream().filter(r -> r.overlaps(start, end)).toList();
        ranges.removeAll(replaced);
        for (Range r : replaced) {
            r.lock.release();
        }
        FileLock taken = mode == UNLOCK ? null : f.channel().tryLock(start, end - start, mode == SHARED);
        if (mode != UNLOCK && taken == null) {
            for (Range r : replaced) {
                relock(r, r.from, r.to);
            }
            return false;
        }
        for (Range r : replaced) {
            relock(r, r.from, start);
            relock(r, end, r.to);
        }
        if (taken != null) {
            ranges.add(new Range(start, end, taken));
        }
        return true;
    }

    /** Locks a part of what was locked as it was. */
    private void relock(Range r, long from, long to) throws IOException {
        if (from < to && r.lock.acquiredBy().isOpen()) {
            FileLock l = ((FileChannel) r.lock.acquiredBy()).tryLock(from, to - from, r.lock.isShared());
            if (l != null) {
                ranges.add(new Range(from, to, l));
            }
        }
    }

    /** Closes a channel. With any channel of a file that is closed the process loses its locks of this file, those of {@code flock} not. */
    static void close(DiskFile f) throws IOException {
        synchronized (FILES) {
            Object key = FILES.isEmpty() ? null : key(f);
            FileLocks locks = key == null ? null : FILES.get(key);
            if (locks == null) {
                f.channel().close();
                return;
            }
            locks.release(f);
            for (Range r : locks.ranges) {
                r.lock.release();
            }
            locks.ranges.clear();
            f.channel().close();
            if (locks.isEmpty()) {
                FILES.remove(key);
            } else {
                locks.renew();
            }
        }
    }
}
