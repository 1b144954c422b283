package org.picklejar.modules.posix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.picklejar.core.Execution;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;

/** A pipe inside the JVM. Both ends can wait interruptibly, and subprocesses are joined to it by pump threads. */
public final class Pipe {
    public static final int CAPACITY = 65536;

    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int count;
    private boolean readerClosed;
    private boolean writerClosed;
    /** Called when bytes or room appear; for select. */
    private volatile Runnable listener = () -> {};

    public final OpenFile reader = new Reader();
    public final OpenFile writer = new Writer();

    public void setListener(Runnable r) {
        listener = r;
    }

    private final class Reader extends OpenFile {
        Pipe pipe() {
            return Pipe.this;
        }

        @Override
        public int read(Execution x, byte[] into, int from, int wanted) {
            if (!blocking && !canRead()) {
                return -1;
            }
            Blocking.await(x, Pipe.this, () -> count > 0 || writerClosed, -1);
            return take(into, from, wanted);
        }

        @Override
        public int write(Execution x, byte[] bytes, int from, int n) {
            throw OsFailure.of(OsFailure.EBADF);
        }

        @Override
        public void close() {
            synchronized (Pipe.this) {
                readerClosed = true;
                Pipe.this.notifyAll();
            }
            listener.run();
        }

        @Override
        public int ready(int events) {
            return (canRead() ? events & Readiness.IN : 0) | (isFinished() ? Readiness.HANGUP : 0);
        }

        @Override
        public int kind() {
            return FileStatus.S_IFIFO;
        }

        @Override
        public boolean isWritable() {
            return false;
        }
    }

    private final class Writer extends OpenFile {
        Pipe pipe() {
            return Pipe.this;
        }

        @Override
        public int read(Execution x, byte[] into, int from, int wanted) {
            throw OsFailure.of(OsFailure.EBADF);
        }

        @Override
        public int write(Execution x, byte[] bytes, int from, int n) {
            int done = 0;
            while (done < n) {
                if (!blocking && !canWrite()) {
                    return done == 0 ? -1 : done;
                }
                Blocking.await(x, Pipe.this, () -> count < CAPACITY || readerClosed, -1);
                if (readerClosed) {
                    throw OsFailure.of(OsFailure.EPIPE);
                }
                done += put(bytes, from + done, n - done);
            }
            return n;
        }

        @Override
        public void close() {
            synchronized (Pipe.this) {
                writerClosed = true;
                Pipe.this.notifyAll();
            }
            listener.run();
        }

        @Override
        public int ready(int events) {
            return canWrite() ? events & Readiness.OUT : 0;
        }

        @Override
        public int kind() {
            return FileStatus.S_IFIFO;
        }

        @Override
        public boolean isReadable() {
            return false;
        }
    }

    /** Whether a read would not wait. */
    public synchronized boolean canRead() {
        return count > 0 || writerClosed;
    }

    /** Whether nothing will come any more. */
    public synchronized boolean isFinished() {
        return count == 0 && writerClosed;
    }

    /** Whether nobody will read any more. */
    public synchronized boolean isAbandoned() {
        return readerClosed;
    }

    public synchronized boolean canWrite() {
        return count < CAPACITY || readerClosed;
    }

    private int take(byte[] into, int from, int wanted) {
        int n;
        synchronized (this) {
            n = Math.min(wanted, count);
            int first = Math.min(n, CAPACITY - start);
            System.arraycopy(ring, start, into, from, first);
            System.arraycopy(ring, 0, into, from + first, n - first);
            start = (start + n) % CAPACITY;
            count -= n;
            notifyAll();
        }
        listener.run();
        return n;
    }

    private int put(byte[] bytes, int from, int wanted) {
        int n;
        synchronized (this) {
            n = Math.min(wanted, CAPACITY - count);
            int end = (start + count) % CAPACITY;
            int first = Math.min(n, CAPACITY - end);
            System.arraycopy(bytes, from, ring, end, first);
            System.arraycopy(bytes, from + first, ring, 0, n - first);
            count += n;
            notifyAll();
        }
        listener.run();
        return n;
    }

    // ---- the other end is a Java stream, moved by a thread that runs no Python

    /** Moves what comes from {@code in} into the pipe, then closes the writing end. */
    public void fillFrom(InputStream in) {
        start("picklejar-pipe-in", () -> {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (!putAll(buffer, n)) {
                        return;
                    }
                }
            } catch (IOException | InterruptedException e) {
                // The process ended: so does the stream.
            } finally {
                closeQuietly(writer);
            }
        });
    }

    /** Moves what is written to the pipe to {@code out}, until the writing end is closed. */
    public void drainTo(OutputStream out) {
        start("picklejar-pipe-out", () -> {
            byte[] buffer = new byte[8192];
            try (out) {
                for (int n = takeSome(buffer); n > 0; n = takeSome(buffer)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            } catch (IOException | InterruptedException e) {
                // The process ended: the writer gets a broken pipe.
            } finally {
                closeQuietly(reader);
            }
        });
    }

    private static void closeQuietly(OpenFile end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(String name, Runnable r) {
        Thread t = new Thread(r, name);
        t.setDaemon(true);
        t.start();
    }

    private boolean putAll(byte[] bytes, int n) throws InterruptedException {
        int done = 0;
        while (done < n) {
            synchronized (this) {
                while (count == CAPACITY && !readerClosed) {
                    wait();
                }
                if (readerClosed) {
                    return false;
                }
            }
            done += put(bytes, done, n - done);
        }
        return true;
    }

    private int takeSome(byte[] into) throws InterruptedException {
        synchronized (this) {
            while (count == 0 && !writerClosed) {
                wait();
            }
        }
        return take(into, 0, into.length);
    }

    // ---- what takes part without waiting

    /** @return bytes read; 0 at the end; -1 when there is nothing yet */
    public int readNow(byte[] into, int from, int wanted) {
        return canRead() ? take(into, from, wanted) : -1;
    }

    /** @return bytes written; -1 when there is no room. Broken pipe when nobody reads */
    public int writeNow(byte[] bytes, int from, int n) {
        if (!canWrite()) {
            return -1;
        }
        if (readerClosed) {
            throw OsFailure.of(OsFailure.EPIPE);
        }
        return put(bytes, from, n);
    }

    /** The pipe of a descriptor, null when it is none. */
    public static Pipe of(OpenFile f) {
        return f instanceof Reader r ? r.pipe() : f instanceof Writer w ? w.pipe() : null;
    }
}
