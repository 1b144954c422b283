package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.FileStatus;
import org.picklejar.modules.posix.OpenFile;

/**
 * A socket. None of its operations waits: what cannot be done now is answered with {@link #LATER}, or the error number EINPROGRESS of a
 * connection. The methods may be called by any thread.
 */
abstract class SocketFile extends OpenFile {
    static final int LATER = -1;
    static final int SOCK_STREAM = 1;
    static final int SOCK_DGRAM = 2;
    static final int SHUT_RD = 0;
    static final int SHUT_WR = 1;
    static final int SHUT_RDWR = 2;
    static final int MSG_OOB = 1;
    static final int MSG_PEEK = 2;
    static final int MSG_TRUNC = 32;
    static final int MSG_DONTWAIT = 64;
    static final int MSG_EOR = 128;
    static final int MSG_WAITALL = 256;
    static final int MSG_NOSIGNAL = 16384;
    /** The flags that mean something here. Those of waiting are for the caller; no signal comes in any case. */
    private static final int KNOWN = MSG_PEEK | MSG_TRUNC | MSG_DONTWAIT | MSG_EOR | MSG_WAITALL | MSG_NOSIGNAL;

    static final int IN = 1;
    static final int OUT = 4;

    final int family;
    final int type;
    final int proto;

    SocketFile(int family, int type, int proto) {
        this.family = family;
        this.type = type;
        this.proto = proto;
    }

    /** What has come: how many bytes, from whom, and the flags of {@code recvmsg}. */
    record Arrival(int count, SocketAddress from, int flags) {}

    abstract void bind(SocketAddress a) throws IOException;

    abstract void listen(int backlog) throws IOException;

    /** @return null when nobody connects */
    abstract SocketFile accept() throws IOException;

    abstract void connect(SocketAddress a) throws IOException;

    /** @return null when nothing is there; a count of 0 is the end of a stream */
    abstract Arrival receive(byte[] into, int from, int count, int flags) throws IOException;

    /** @param to null: whom it is connected to. @return how many bytes, or LATER */
    abstract int send(byte[] bytes, int from, int count, SocketAddress to) throws IOException;

    /** Sends with {@code MSG_OOB}. @return as {@link #send} */
    int sendUrgent(byte[] bytes, int from, int count) throws IOException {
        throw SocketFailure.of(SocketFailure.EOPNOTSUPP);
    }

    abstract void shutdown(int how) throws IOException;

    /** Null when it has none. */
    abstract SocketAddress local() throws IOException;

    /** Null when it is not connected. */
    abstract SocketAddress peer() throws IOException;

    /** The error that came while nobody called, which is forgotten; 0 for none. */
    abstract int takeError() throws IOException;

    abstract boolean isListening();

    /** @return null when there is no such option */
    abstract Integer option(int level, int name) throws IOException;

    /** @return whether there is such an option */
    abstract boolean setOption(int level, int name, int value) throws IOException;

    /** Starts or ends a membership in a group. @return whether there is such an option */
    boolean setMembership(int level, int name, byte[] value) throws IOException {
        return false;
    }

    static void checkFlags(int flags) {
        if ((flags & ~KNOWN) != 0) {
            throw OsFailure.of(SocketFailure.EOPNOTSUPP);
        }
    }

    /** The paths that a Unix socket was given, as they were written: {@code getsockname()} gives them so. Null: as the system says. */
    volatile PyObject localName;

    volatile PyObject peerName;

    /** What was read ahead ({@code MSG_PEEK}); null for nothing. */
    byte[] ahead;

    /** Gives of what was read ahead. @return how many bytes */
    int takeAhead(byte[] into, int from, int count, boolean keeps, boolean whole) {
        int n = Math.min(count, ahead.length);
        System.arraycopy(ahead, 0, into, from, n);
        if (!keeps) {
            ahead = whole || n == ahead.length ? null : Arrays.copyOfRange(ahead, n, ahead.length);
        }
        return n;
    }

    @Override
    public int kind() {
        return FileStatus.S_IFSOCK;
    }

    /** Waits in the thread: for {@code os.read} and {@code os.write}. */
    abstract void await(Execution x, int events);

    @Override
    public int read(Execution x, byte[] into, int from, int count) {
        for (; ; ) {
            Arrival a = SocketFailure.guard(() -> receive(into, from, count, 0));
            if (a != null || !blocking) {
                return a == null ? LATER : a.count();
            }
            await(x, IN);
        }
    }

    @Override
    public int write(Execution x, byte[] bytes, int from, int count) {
        int done = 0;
        do {
            int at = from + done;
            int left = count - done;
            int n = SocketFailure.guard(() -> send(bytes, at, left, null));
            if (n >= 0) {
                done += n;
            } else if (!blocking) {
                return done == 0 ? LATER : done;
            } else {
                await(x, OUT);
            }
        } while (done < count);
        return done;
    }
}
