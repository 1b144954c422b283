package org.picklejar.modules.posix;

import java.io.IOException;
import org.picklejar.core.Execution;
import org.picklejar.modules.OsFailure;
import org.picklejar.system.SystemFailure;

/** What a file descriptor stands for. Several descriptors may share one. */
public abstract class OpenFile {
    /** How many descriptors there are. */
    int references = 1;

    protected boolean blocking = true;

    /** @return bytes read; 0 at the end of the file; -1 when it would block and is not to */
    public abstract int read(Execution x, byte[] into, int from, int count) throws IOException;

    /** @return bytes written; -1 when it would block and is not to */
    public abstract int write(Execution x, byte[] bytes, int from, int count) throws IOException;

    public abstract void close() throws IOException;

    public boolean isBlocking() {
        return blocking;
    }

    /** The file's name, or null when it has none. */
    public String path() {
        return null;
    }

    public boolean isReadable() {
        return true;
    }

    public boolean isWritable() {
        return true;
    }

    /** Whether all is written at the end. */
    boolean appends() {
        return false;
    }

    /** Which of these events are there now, as in {@code select.poll}; a hang-up is told in any case. Any thread. */
    public int ready(int events) {
        return (isReadable() ? events & Readiness.IN : 0) | (isWritable() ? events & Readiness.OUT : 0);
    }

    /**
     * The number that the system has for this file, so that a child can be given it.
     *
     * @throws IOException when it cannot be given
     */
    public int systemDescriptor() throws IOException {
        throw new SystemFailure("this descriptor stands for what only this process has: a child cannot be given it");
    }

    /** Whether {@link #systemDescriptor} is there without making it. */
    boolean isOfSystem() {
        return false;
    }

    /** The kind of file, as in {@code st_mode}; 0 for one with a path. */
    public int kind() {
        return 0;
    }

    /** @return the new position */
    public long seek(long offset, int whence) throws IOException {
        throw OsFailure.of(OsFailure.ESPIPE);
    }

    public boolean isSeekable() {
        return false;
    }

    public void truncate(long size) throws IOException {
        throw OsFailure.of(OsFailure.EINVAL);
    }

    public long size() throws IOException {
        return 0;
    }

    public void sync() throws IOException {}

    public boolean isTerminal() {
        return false;
    }
}
