package org.picklejar.modules.posix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.picklejar.core.Execution;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;

/** A descriptor over Java streams: the standard streams of the process. */
public final class StreamFile extends OpenFile {
    private final InputStream in;
    private final OutputStream out;
    private final int fd;

    /**
     * One of the two streams is null.
     *
     * @param fd the number that the system has for it
     */
    public StreamFile(InputStream in, OutputStream out, int fd) {
        this.fd = fd;
        this.in = in;
        this.out = out;
    }

    @Override
    public int read(Execution x, byte[] into, int from, int count) throws IOException {
        if (in == null) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        return Math.max(0, Blocking.runElsewhere(x, () -> in.read(into, from, count)));
    }

    @Override
    public int write(Execution x, byte[] bytes, int from, int count) throws IOException {
        if (out == null) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        out.write(bytes, from, count);
        out.flush();
        return count;
    }

    @Override
    public int systemDescriptor() {
        return fd;
    }

    @Override
    public void close() {
        // The process's own streams stay open for the host.
    }

    @Override
    public boolean isReadable() {
        return in != null;
    }

    @Override
    public boolean isWritable() {
        return out != null;
    }

    // As in Console: null without a terminal, by jdk.console.
    @Override
    @SuppressWarnings("SystemConsoleNull")
    public boolean isTerminal() {
        return System.console() != null;
    }
}
