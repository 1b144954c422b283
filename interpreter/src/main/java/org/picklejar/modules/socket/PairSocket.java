package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.modules.Blocking;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.OpenFile;
import org.picklejar.modules.posix.Pipe;
import org.picklejar.modules.posix.Readiness;

/** One end of two pipes inside of the process: what {@code socketpair()} gives. */
final class PairSocket extends SocketFile {
    private final Readiness readiness;
    private final Pipe in;
    private final Pipe out;
    private boolean readsNoMore;
    private boolean writesNoMore;

    PairSocket(Readiness readiness, Pipe in, Pipe out, int proto) {
        super(SocketAddresses.AF_UNIX, SOCK_STREAM, proto);
        this.readiness = readiness;
        this.in = in;
        this.out = out;
    }

    @Override
    void bind(SocketAddress a) {
        throw SocketFailure.of(SocketFailure.EOPNOTSUPP);
    }

    @Override
    void listen(int backlog) {
        throw OsFailure.of(OsFailure.EINVAL);
    }

    @Override
    SocketFile accept() {
        throw OsFailure.of(OsFailure.EINVAL);
    }

    @Override
    void connect(SocketAddress a) {
        throw SocketFailure.of(SocketFailure.EISCONN);
    }

    @Override
    synchronized Arrival receive(byte[] into, int from, int count, int flags) throws IOException {
        checkFlags(flags);
        boolean peeks = (flags & MSG_PEEK) != 0;
        if (ahead == null && (readsNoMore || count == 0)) {
            return new Arrival(0, null, 0);
        }
        int had = ahead == null ? 0 : takeAhead(into, from, count, peeks, false);
        int more = had == count || readsNoMore ? 0 : in.readNow(into, from + had, count - had);
        if (had == 0 && more < 0) {
            return null;
        }
        int n = had + Math.max(0, more);
        if (peeks && more > 0) {
            ahead = Arrays.copyOfRange(into, from, from + n);
        }
        return new Arrival(n, null, 0);
    }

    @Override
    synchronized int send(byte[] bytes, int from, int count, SocketAddress to) throws IOException {
        if (to != null) {
            throw SocketFailure.of(SocketFailure.EISCONN);
        } else if (writesNoMore) {
            throw OsFailure.of(OsFailure.EPIPE);
        }
        return count == 0 ? 0 : out.writeNow(bytes, from, count);
    }

    @Override
    synchronized void shutdown(int how) throws IOException {
        if (how != SHUT_WR) {
            readsNoMore = true;
            in.shutdownReader();
        }
        if (how != SHUT_RD) {
            writesNoMore = true;
            out.shutdownWriter();
        }
    }

    @Override
    public int systemDescriptor() throws IOException {
        return in.reader.systemDescriptor();
    }

    private static void closeQuietly(OpenFile end) {
        SocketFailure.guard(() -> {
            end.close();
            return null;
        });
    }

    @Override
    SocketAddress local() {
        return null;
    }

    @Override
    SocketAddress peer() {
        return null;
    }

    @Override
    int takeError() {
        return 0;
    }

    @Override
    boolean isListening() {
        return false;
    }

    @Override
    Integer option(int level, int name) {
        return level == SocketOptions.SOL_SOCKET && (name == SocketOptions.SO_SNDBUF || name == SocketOptions.SO_RCVBUF)
                ? Pipe.CAPACITY
                : null;
    }

    @Override
    boolean setOption(int level, int name, int value) {
        return false;
    }

    @Override
    public synchronized int ready(int events) {
        boolean ended = readsNoMore || in.isFinished();
        int r = ahead != null || ended || in.canRead() ? events & IN : 0;
        r |= writesNoMore || out.canWrite() ? events & OUT : 0;
        return r | (ended && (writesNoMore || out.isAbandoned()) ? Readiness.HANGUP : 0);
    }

    @Override
    void await(Execution x, int events) {
        Blocking.await(x, readiness, () -> ready(events) != 0, -1);
    }

    @Override
    public void close() {
        closeQuietly(in.reader);
        closeQuietly(out.writer);
    }
}
