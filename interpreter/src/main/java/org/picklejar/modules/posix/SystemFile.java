package org.picklejar.modules.posix;

import java.io.IOException;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;
import org.picklejar.system.Descriptors;

/** A descriptor of the system: one that this process has inherited, or that it shares with others. */
public final class SystemFile extends OpenFile {
    /** What can be written at once to whatever has room. */
    private static final int AT_ONCE = 4096;

    private static final int O_ACCMODE = 3;

    private final Machine machine;
    private final int fd;
    /** How many ends of pipes it stands for: it is closed with the last. */
    private int ends;

    private boolean closed;

    SystemFile(Machine machine, int fd, int ends) {
        this.machine = machine;
        this.fd = fd;
        this.ends = ends;
    }

    private Readiness readiness() {
        return Readiness.of(machine);
    }

    @Override
    public int systemDescriptor() {
        return fd;
    }

    @Override
    boolean isOfSystem() {
        return true;
    }

    @Override
    public int read(Execution x, byte[] into, int from, int count) {
        return read(x, into, from, count, blocking);
    }

    int read(Execution x, byte[] into, int from, int count, boolean wait) {
        if (count == 0) {
            return 0;
        }
        if (!await(x, Descriptors.IN, wait)) {
            return -1;
        }
        try {
            return Blocking.run(x, () -> Descriptors.read(fd, into, from, count));
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    @Override
    public int write(Execution x, byte[] bytes, int from, int count) throws IOException {
        return write(x, bytes, from, count, blocking);
    }

    int write(Execution x, byte[] bytes, int from, int count, boolean wait) throws IOException {
        int done = 0;
        do {
            if (!await(x, Descriptors.OUT, wait)) {
                return done == 0 ? -1 : done;
            }
            int at = from + done;
            int n = Math.min(AT_ONCE, count - done);
            done += Blocking.run(x, () -> Descriptors.write(fd, bytes, at, n));
        } while (done < count);
        return done;
    }

    private boolean await(Execution x, int events, boolean wait) {
        if (closed) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        if (ready(events) != 0) {
            return true;
        }
        return wait && Blocking.await(x, readiness(), () -> closed || ready(events) != 0, -1);
    }

    @Override
    public int ready(int events) {
        try {
            return closed ? Readiness.HANGUP : readiness().descriptors().ready(fd, events, true);
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed || --ends > 0) {
                return;
            }
            closed = true;
        }
        readiness().descriptors().forget(fd);
        readiness().changed();
        Descriptors.close(fd);
    }

    /** Ends one direction of a socket, for all who share it. */
    void shutdown(int how) throws IOException {
        Descriptors.shutdown(fd, how);
    }

    @Override
    public String path() {
        return "/proc/self/fd/" + fd;
    }

    private int access() {
        try {
            return Descriptors.flags(fd) & O_ACCMODE;
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    @Override
    public boolean isReadable() {
        return access() != FileTable.O_WRONLY;
    }

    @Override
    public boolean isWritable() {
        return access() != 0;
    }

    @Override
    boolean appends() {
        try {
            return (Descriptors.flags(fd) & FileTable.O_APPEND) != 0;
        } catch (IOException e) {
            throw OsFailure.of(e, null);
        }
    }

    @Override
    public long seek(long offset, int whence) throws IOException {
        return Descriptors.seek(fd, offset, whence);
    }

    @Override
    public boolean isSeekable() {
        try {
            Descriptors.seek(fd, 0, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        Descriptors.truncate(fd, size);
    }

    @Override
    public void sync() throws IOException {
        Descriptors.sync(fd);
    }

    @Override
    public boolean isTerminal() {
        return Descriptors.isTerminal(fd);
    }
}
