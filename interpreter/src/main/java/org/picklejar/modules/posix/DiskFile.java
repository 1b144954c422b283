package org.picklejar.modules.posix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.picklejar.core.Execution;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;
import org.picklejar.system.Descriptors;

/** An open file of the file system. */
final class DiskFile extends OpenFile {
    private final FileChannel channel;
    private final String path;
    private final boolean readable;
    private final boolean writable;
    private final boolean append;
    private final boolean regular;
    /** The number of the system for a device; -1 before it is asked for. */
    private int reopened = -1;

    DiskFile(FileChannel channel, String path, boolean readable, boolean writable, boolean append, boolean regular) {
        this.channel = channel;
        this.path = path;
        this.readable = readable;
        this.writable = writable;
        this.append = append;
        this.regular = regular;
    }

    @Override
    public int read(Execution x, byte[] into, int from, int count) throws IOException {
        if (!readable) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        ByteBuffer b = ByteBuffer.wrap(into, from, count);
        int n = regular ? channel.read(b) : Blocking.runElsewhere(x, () -> channel.read(b));
        return Math.max(0, n);
    }

    @Override
    public int write(Execution x, byte[] bytes, int from, int count) throws IOException {
        if (!writable) {
            throw OsFailure.of(OsFailure.EBADF);
        }
        if (append && regular) {
            channel.position(channel.size());
        }
        return channel.write(ByteBuffer.wrap(bytes, from, count));
    }

    @Override
    public void close() throws IOException {
        FileLocks.close(this);
        if (reopened >= 0) {
            Descriptors.close(reopened);
        }
    }

    /** A device without a position is opened again: for it that is the same. */
    @Override
    public int systemDescriptor() throws IOException {
        if (regular) {
            return Descriptors.of(channel);
        }
        if (reopened < 0) {
            int access = !writable ? 0 : readable ? FileTable.O_RDWR : FileTable.O_WRONLY;
            reopened = Descriptors.open(FileName.encode(path), access, 0);
        }
        return reopened;
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public boolean isReadable() {
        return readable;
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    boolean appends() {
        return append;
    }

    @Override
    public long seek(long offset, int whence) throws IOException {
        if (!isSeekable()) {
            return super.seek(offset, whence);
        }
        long base = whence == 0 ? 0 : whence == 1 ? channel.position() : channel.size();
        if (whence < 0 || whence > 2 || base + offset < 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        channel.position(base + offset);
        return regular ? base + offset : channel.position();
    }

    /** Of the other files those of some devices are: {@code /dev/null}. */
    @Override
    public boolean isSeekable() {
        if (regular) {
            return true;
        }
        try {
            channel.position();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        if (!writable || size < 0) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        long position = channel.position();
        long old = channel.size();
        if (size < old) {
            channel.truncate(size);
        } else if (size > old) {
            channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
        }
        channel.position(position);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void sync() throws IOException {
        channel.force(true);
    }
}
