package org.picklejar.modules.posix;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.core.PyObject;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;

/** The file descriptors of a runtime. */
public final class FileTable {
    public static final int O_WRONLY = 1;
    public static final int O_RDWR = 2;
    public static final int O_CREAT = 64;
    public static final int O_EXCL = 128;
    public static final int O_TRUNC = 512;
    public static final int O_APPEND = 1024;
    public static final int O_DIRECTORY = 65536;
    public static final int O_NOFOLLOW = 131072;
    public static final int O_TMPFILE = 4259840;

    private final Map<Integer, OpenFile> files = new TreeMap<>();
    /** The numbers that a child has too when it is not told what to close. */
    private final Set<Integer> inheritable = new HashSet<>(Set.of(0, 1, 2));

    private final Cleaner cleaner = Cleaner.create();
    /** Those beyond the standard streams that were open when the process began: the first runtime has them. */
    private static final AtomicReference<String> GIVEN =
            new AtomicReference<>(System.getProperty("picklejar.descriptors", ""));

    private FileTable(Machine machine) {
        files.put(0, new StreamFile(new FileInputStream(FileDescriptor.in), null, 0));
        files.put(1, new StreamFile(null, new FileOutputStream(FileDescriptor.out), 1));
        files.put(2, new StreamFile(null, new FileOutputStream(FileDescriptor.err), 2));
        for (String word : GIVEN.getAndSet("").split(" ")) {
            if (!word.isEmpty()) {
                int fd = Integer.parseInt(word);
                files.put(fd, new SystemFile(machine, fd, 1));
                inheritable.add(fd);
            }
        }
    }

    public static FileTable of(Execution x) {
        return of(x.machine);
    }

    public static FileTable of(Machine m) {
        return m.state(FileTable.class, FileTable::new);
    }

    /** @throws org.picklejar.core.PyException OSError EBADF */
    public synchronized OpenFile get(int fd) {
        OpenFile f = files.get(fd);
        if (f == null) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        return f;
    }

    /** Null when the number stands for nothing. */
    synchronized OpenFile getOrNull(int fd) {
        return files.get(fd);
    }

    public synchronized boolean isOpen(int fd) {
        return files.containsKey(fd);
    }

    /** Gives the file the lowest free number. */
    public int add(OpenFile f) {
        return add(f, 0);
    }

    private synchronized int add(OpenFile f, int lowest) {
        int fd = lowest;
        while (files.containsKey(fd)) {
            fd++;
        }
        files.put(fd, f);
        return fd;
    }

    /** Replaces what a number stands for; the old file is closed. */
    public void set(int fd, OpenFile f) throws IOException {
        OpenFile old;
        synchronized (this) {
            old = files.put(fd, f);
            inheritable.remove(fd);
        }
        release(old);
    }

    /** Closes the file when a stream over it is dropped without being closed. */
    public void closeWith(Object stream, int fd) {
        OpenFile f = get(fd);
        cleaner.register(stream, () -> closeIfStill(fd, f));
    }

    private synchronized void closeIfStill(int fd, OpenFile f) {
        if (files.get(fd) == f) {
            files.remove(fd);
            inheritable.remove(fd);
            try {
                release(f);
            } catch (IOException e) {
                // Nobody is left who could be told.
            }
        }
    }

    public void close(int fd) throws IOException {
        OpenFile f;
        synchronized (this) {
            f = files.remove(fd);
            inheritable.remove(fd);
        }
        if (f == null) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        release(f);
    }

    private void release(OpenFile f) throws IOException {
        boolean last;
        synchronized (this) {
            last = f != null && --f.references == 0;
        }
        if (last) {
            f.close();
        }
    }

    /** The runtime is closed: so are its channels, of which the system has few. */
    synchronized void closeChannels() throws IOException {
        for (OpenFile f : files.values()) {
            if (f instanceof Polled) {
                f.close();
            }
        }
    }

    int duplicate(int fd) {
        return duplicateFrom(fd, 0);
    }

    /** @param lowest the new number is at least this */
    synchronized int duplicateFrom(int fd, int lowest) {
        OpenFile f = get(fd);
        if (lowest < 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        f.references++;
        return add(f, lowest);
    }

    void duplicate(int fd, int to) throws IOException {
        OpenFile f = get(fd);
        if (fd != to) {
            f.references++;
            set(to, f);
        }
    }

    synchronized boolean isInheritable(int fd) {
        get(fd);
        return inheritable.contains(fd);
    }

    synchronized void setInheritable(int fd, boolean on) {
        get(fd);
        if (on) {
            inheritable.add(fd);
        } else {
            inheritable.remove(fd);
        }
    }

    /** What a child has open when it is not told what to close. */
    synchronized SortedMap<Integer, OpenFile> inherited() {
        SortedMap<Integer, OpenFile> out = new TreeMap<>(files);
        out.keySet().retainAll(inheritable);
        return out;
    }

    /** {@code open(2)}.
     * @param name for the exception */
    public int open(Execution x, String path, int flags, int mode, PyObject name) {
        Path p = Environment.of(x).resolve(path);
        try {
            if (path.isEmpty()) {
                throw OsFailure.of(OsFailure.ENOENT, name);
            }
            boolean write = (flags & 3) != 0;
            boolean directory = Files.isDirectory(p);
            if (directory && write && (flags & O_TMPFILE) != O_TMPFILE || directory && (flags & O_CREAT) != 0) {
                throw OsFailure.of(OsFailure.EISDIR, name);
            }
            if (directory) {
                return add(new DirectoryFile(p.toString()));
            }
            if ((flags & O_DIRECTORY) != 0) {
                throw OsFailure.of(Files.exists(p) ? OsFailure.ENOTDIR : OsFailure.ENOENT, name);
            }
            if ((flags & O_NOFOLLOW) != 0 && Files.isSymbolicLink(p)) {
                throw OsFailure.of(OsFailure.ELOOP, name);
            }
            if (path.endsWith("/")) {
                throw OsFailure.of(Files.exists(p) ? OsFailure.ENOTDIR : OsFailure.EISDIR, name);
            }
            boolean regular = !Files.exists(p) || Files.isRegularFile(p);
            Environment e = Environment.of(x);
            FileAttribute<Set<PosixFilePermission>> permissions = permissions(mode & ~e.umask());
            boolean made = (flags & O_CREAT) != 0 && !Files.exists(p);
            FileChannel c = Blocking.run(x, () -> openChannel(p, flags, permissions));
            if (made && e.masksLess()) {
                Files.setPosixFilePermissions(p, permissions.value());
            }
            DiskFile f =
                    new DiskFile(c, p.toString(), (flags & 3) != O_WRONLY, write, (flags & O_APPEND) != 0, regular);
            return add(f);
        } catch (IOException e) {
            throw OsFailure.of(e, name);
        }
    }

    private static FileChannel openChannel(Path p, int flags, FileAttribute<?> attributes) throws IOException {
        Set<OpenOption> options = new HashSet<>();
        boolean write = (flags & 3) != 0;
        if ((flags & 3) != O_WRONLY) {
            options.add(StandardOpenOption.READ);
        }
        if (write) {
            options.add(StandardOpenOption.WRITE);
        }
        boolean create = (flags & O_CREAT) != 0;
        if (create && !write) {
            // Java creates only for writing.
            if (Files.exists(p) && (flags & O_EXCL) != 0) {
                throw new FileAlreadyExistsException(p.toString());
            }
            if (!Files.exists(p)) {
                Files.createFile(p, attributes);
            }
        } else if (create) {
            options.add((flags & O_EXCL) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
        }
        if ((flags & O_TRUNC) != 0 && write) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        if ((flags & O_NOFOLLOW) != 0) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return create ? FileChannel.open(p, options, attributes) : FileChannel.open(p, options);
    }

    /** Permission bits as Java has them. */
    static FileAttribute<Set<PosixFilePermission>> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < 9; i++) {
            if ((mode & 0400 >> i) != 0) {
                set.add(all[i]);
            }
        }
        return PosixFilePermissions.asFileAttribute(set);
    }

    /** A directory opened for its number only. */
    private static final class DirectoryFile extends OpenFile {
        private final String path;

        DirectoryFile(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public int read(Execution x, byte[] into, int from, int count) {
            throw OsFailure.of(OsFailure.EISDIR);
        }

        @Override
        public int write(Execution x, byte[] bytes, int from, int count) {
            throw OsFailure.of(OsFailure.EBADF);
        }

        @Override
        public void close() {}
    }
}
