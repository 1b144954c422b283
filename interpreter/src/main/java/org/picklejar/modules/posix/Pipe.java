package org.picklejar.modules.posix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.picklejar.core.Execution;
import org.picklejar.core.Machine;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;
import org.picklejar.system.Descriptors;

/**
 * A pipe inside the JVM. Both ends can wait interruptibly, and subprocesses are joined to it by pump threads. Once another process is
 * given an end it becomes one of the system, which all share.
 */
public final class Pipe {
    public static final int CAPACITY = 65536;
    /** What fits wherever there is room. */
    private static final int PIECE = 4096;

    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int count;
    private boolean readerClosed;
    private boolean writerClosed;
    private final Machine machine;
    /** The other direction of a pair of sockets; null for a pipe. */
    private Pipe twin;
    /** What the ends stand for once this is a pipe of the system; null before. */
    private volatile SystemFile source;

    private volatile SystemFile sink;

    public final OpenFile reader = new Reader();
    public final OpenFile writer = new Writer();

    Pipe(Machine machine) {
        this.machine = machine;
    }

    /** Makes the two directions of a pair of sockets of two pipes. */
    public void join(Pipe back) {
        twin = back;
        back.twin = this;
    }

    /** Who waits for descriptors looks again. */
    private void tell() {
        Readiness.of(machine).changed();
    }

    public boolean isOfSystem() {
        return source != null;
    }

    /** Becomes a pipe of the system, with what is in it. */
    public void giveToSystem() throws IOException {
        synchronized (machine) {
            if (isOfSystem()) {
                return;
            } else if (twin == null) {
                int[] ends = Descriptors.pipe();
                become(new SystemFile(machine, ends[0], 1), new SystemFile(machine, ends[1], 1));
                return;
            }
            int[] ends = Descriptors.socketPair();
            SystemFile here = new SystemFile(machine, ends[0], 2);
            SystemFile there = new SystemFile(machine, ends[1], 2);
            become(here, there);
            twin.become(there, here);
        }
    }

    private synchronized void become(SystemFile in, SystemFile out) throws IOException {
        // What a pipe of the system holds is as much as this one.
        byte[] held = new byte[count];
        take(held, 0, count);
        for (int done = 0; done < held.length; ) {
            done += Descriptors.write(out.systemDescriptor(), held, done, Math.min(PIECE, held.length - done));
        }
        source = in;
        sink = out;
        notifyAll();
        if (readerClosed) {
            in.close();
        }
        if (writerClosed) {
            out.close();
        }
    }

    /** Ends a direction of a socket for all who share it. */
    public void shutdownReader() throws IOException {
        if (isOfSystem()) {
            source.shutdown(Descriptors.SHUT_RD);
        }
        reader.close();
    }

    /** Likewise. */
    public void shutdownWriter() throws IOException {
        if (isOfSystem()) {
            sink.shutdown(Descriptors.SHUT_WR);
        }
        writer.close();
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
            Blocking.await(x, Pipe.this, () -> count > 0 || writerClosed || isOfSystem(), -1);
            return isOfSystem() ? source.read(x, into, from, wanted, blocking) : take(into, from, wanted);
        }

        @Override
        public int systemDescriptor() throws IOException {
            giveToSystem();
            return source.systemDescriptor();
        }

        @Override
        boolean isOfSystem() {
            return Pipe.this.isOfSystem();
        }

        @Override
        public int write(Execution x, byte[] bytes, int from, int n) {
            throw OsFailure.of(OsFailure.EBADF);
        }

        @Override
        public void close() throws IOException {
            synchronized (Pipe.this) {
                if (isOfSystem() && !readerClosed) {
                    source.close();
                }
                readerClosed = true;
                Pipe.this.notifyAll();
            }
            tell();
        }

        @Override
        public int ready(int events) {
            if (isOfSystem()) {
                return source.ready(events);
            }
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
        public int write(Execution x, byte[] bytes, int from, int n) throws IOException {
            int done = 0;
            while (done < n) {
                if (isOfSystem()) {
                    int more = sink.write(x, bytes, from + done, n - done, blocking);
                    return more < 0 && done > 0 ? done : done + more;
                }
                if (!blocking && !canWrite()) {
                    return done == 0 ? -1 : done;
                }
                Blocking.await(x, Pipe.this, () -> count < CAPACITY || readerClosed || isOfSystem(), -1);
                if (isOfSystem()) {
                    continue;
                }
                if (readerClosed) {
                    throw OsFailure.of(OsFailure.EPIPE);
                }
                done += put(bytes, from + done, n - done);
            }
            return n;
        }

        @Override
        public int systemDescriptor() throws IOException {
            giveToSystem();
            return sink.systemDescriptor();
        }

        @Override
        boolean isOfSystem() {
            return Pipe.this.isOfSystem();
        }

        @Override
        public void close() throws IOException {
            synchronized (Pipe.this) {
                if (isOfSystem() && !writerClosed) {
                    sink.close();
                }
                writerClosed = true;
                Pipe.this.notifyAll();
            }
            tell();
        }

        @Override
        public int ready(int events) {
            if (isOfSystem()) {
                return sink.ready(events);
            }
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
        return isOfSystem() ? source.ready(Readiness.IN) != 0 : count > 0 || writerClosed;
    }

    /** Whether nothing will come any more. */
    public synchronized boolean isFinished() {
        return isOfSystem() ? source.ready(Readiness.IN) == Readiness.HANGUP : count == 0 && writerClosed;
    }

    /** Whether nobody will read any more. */
    public synchronized boolean isAbandoned() {
        return isOfSystem() ? sink.ready(0) != 0 : readerClosed;
    }

    public synchronized boolean canWrite() {
        return isOfSystem() ? sink.ready(Readiness.OUT) != 0 : count < CAPACITY || readerClosed;
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
        tell();
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
        tell();
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

    private boolean putAll(byte[] bytes, int n) throws InterruptedException, IOException {
        int done = 0;
        while (done < n) {
            synchronized (this) {
                while (count == CAPACITY && !readerClosed && !isOfSystem()) {
                    wait();
                }
                if (readerClosed) {
                    return false;
                }
            }
            done += isOfSystem()
                    ? Descriptors.write(sink.systemDescriptor(), bytes, done, n - done)
                    : put(bytes, done, n - done);
        }
        return true;
    }

    private int takeSome(byte[] into) throws InterruptedException, IOException {
        synchronized (this) {
            while (count == 0 && !writerClosed && !isOfSystem()) {
                wait();
            }
        }
        if (isOfSystem()) {
            return Descriptors.read(source.systemDescriptor(), into, 0, into.length);
        }
        return take(into, 0, into.length);
    }

    // ---- what takes part without waiting

    /** @return bytes read; 0 at the end; -1 when there is nothing yet */
    public int readNow(byte[] into, int from, int wanted) throws IOException {
        if (!canRead()) {
            return -1;
        }
        return isOfSystem()
                ? Descriptors.read(source.systemDescriptor(), into, from, wanted)
                : take(into, from, wanted);
    }

    /** @return bytes written; -1 when there is no room. Broken pipe when nobody reads */
    public int writeNow(byte[] bytes, int from, int n) throws IOException {
        if (!canWrite()) {
            return -1;
        }
        if (isOfSystem()) {
            return Descriptors.write(sink.systemDescriptor(), bytes, from, Math.min(n, PIECE));
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
