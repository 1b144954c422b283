package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.picklejar.core.Execution;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.Polled;
import org.picklejar.modules.posix.Readiness;

/**
 * A stream: TCP, or over a Unix socket. Java has two kinds of channels for what C has one: the socket becomes a server's when it
 * listens, and that of a Unix socket when it is bound, since binding makes a file.
 */
final class StreamSocket extends SocketFile implements Polled {
    private static final int MOST_WAITING = 4096;

    private final Readiness readiness;
    private final SocketOptions options = new SocketOptions();
    /** One of both is null. */
    private SocketChannel stream;

    private ServerSocketChannel server;
    private boolean listening;
    private boolean connecting;
    private boolean connected;
    private boolean readsNoMore;
    private boolean writesNoMore;
    private boolean onlySix;
    private boolean inline;
    /** The path of a Unix socket that was bound and then connected. */
    private SocketAddress bound;
    /** What a connection in progress, or one that was reset, has ended with; 0 for nothing. */
    private int error;

    StreamSocket(Readiness readiness, int family, int proto) throws IOException {
        super(family, SOCK_STREAM, proto);
        this.readiness = readiness;
        stream = open();
    }

    private StreamSocket(StreamSocket listener, SocketChannel c) throws IOException {
        super(listener.family, SOCK_STREAM, listener.proto);
        readiness = listener.readiness;
        c.configureBlocking(false);
        stream = c;
        connected = true;
        localName = listener.localName;
        options.inherit(listener.options);
        options.apply(c);
    }

    private ProtocolFamily javaFamily() {
        return switch (family) {
            case SocketAddresses.AF_UNIX -> StandardProtocolFamily.UNIX;
            case SocketAddresses.AF_INET -> StandardProtocolFamily.INET;
            default -> StandardProtocolFamily.INET6;
        };
    }

    private SocketChannel open() throws IOException {
        SocketChannel c = SocketChannel.open(javaFamily());
        c.configureBlocking(false);
        options.apply(c);
        return c;
    }

    private ServerSocketChannel openServer() throws IOException {
        ServerSocketChannel c = ServerSocketChannel.open(javaFamily());
        c.configureBlocking(false);
        if (family != SocketAddresses.AF_UNIX) {
            // Java's own default is true.
            c.setOption(StandardSocketOptions.SO_REUSEADDR, false);
        }
        options.apply(c);
        return c;
    }

    private NetworkChannel either() {
        return server != null ? server : stream;
    }

    @Override
    synchronized void bind(SocketAddress a) throws IOException {
        if (either().getLocalAddress() != null && !isUnnamed()) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        if (family == SocketAddresses.AF_UNIX) {
            ServerSocketChannel s = openServer();
            bindOrClose(s, a, MOST_WAITING);
            stream.close();
            stream = null;
            server = s;
        } else {
            stream.bind(a);
        }
    }

    private boolean isUnnamed() {
        return family == SocketAddresses.AF_UNIX && server == null;
    }

    private static void bindOrClose(ServerSocketChannel s, SocketAddress a, int backlog) throws IOException {
        try {
            s.bind(a, backlog);
        } catch (IOException | RuntimeException e) {
            s.close();
            throw e;
        }
    }

    // What closes a channel lets the selectors go of it without the lock of the file, for who polls holds theirs and
    // asks files.

    @Override
    void listen(int backlog) throws IOException {
        SocketAddress a;
        synchronized (this) {
            if (connected || connecting || family == SocketAddresses.AF_UNIX && server == null) {
                throw OsFailure.of(OsFailure.EINVAL);
            }
            a = server != null ? null : stream.getLocalAddress();
            if (server == null) {
                stream.close();
            }
        }
        readiness.channels().letGo();
        synchronized (this) {
            if (server == null) {
                ServerSocketChannel s = openServer();
                bindOrClose(s, a, Math.max(1, Math.min(backlog, MOST_WAITING)));
                stream = null;
                server = s;
            }
            listening = true;
        }
        readiness.changed();
    }

    @Override
    synchronized SocketFile accept() throws IOException {
        if (!listening) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
        for (; ; ) {
            SocketChannel c = server.accept();
            if (c == null) {
                return null;
            }
            if (!onlySix || isSix(c.getRemoteAddress())) {
                return new StreamSocket(this, c);
            }
            // The system's channel takes both versions.
            c.close();
        }
    }

    private static boolean isSix(SocketAddress a) {
        return ((InetSocketAddress) a).getAddress().getAddress().length != 4;
    }

    @Override
    void connect(SocketAddress a) throws IOException {
        synchronized (this) {
            finish();
            if (listening || connected) {
                throw SocketFailure.of(SocketFailure.EISCONN);
            } else if (connecting) {
                throw SocketFailure.of(SocketFailure.EALREADY);
            }
            throwError();
            if (server != null) {
                bound = server.getLocalAddress();
                server.close();
                server = null;
                stream = open();
            }
            try {
                connected = stream.connect(target(a));
            } catch (IOException | RuntimeException e) {
                renew();
                throw e;
            }
            connecting = !connected;
        }
        readiness.changed();
        if (connecting) {
            throw SocketFailure.of(SocketFailure.EINPROGRESS);
        }
    }

    /** Nobody is at the address that stands for all of one's own; the system takes it for the loopback. */
    private static SocketAddress target(SocketAddress a) {
        return a instanceof InetSocketAddress i && i.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(
                        i.getAddress().getAddress().length == 4
                                ? SocketAddresses.address(new byte[] {127, 0, 0, 1}, 0)
                                : SocketAddresses.address(NumericAddress.six("::1"), 0),
                        i.getPort())
                : a;
    }

    /** Java closes the channel of a connection that failed; C's socket stays. */
    private void renew() throws IOException {
        stream.close();
        stream = open();
    }

    /** Looks whether a connection in progress is there. */
    private void finish() throws IOException {
        if (!connecting) {
            return;
        }
        try {
            connected = stream.finishConnect();
            connecting = !connected;
        } catch (IOException e) {
            connecting = false;
            error = SocketFailure.number(e);
            renew();
        }
    }

    private void throwError() {
        if (error != 0) {
            int e = error;
            error = 0;
            throw SocketFailure.of(e);
        }
    }

    @Override
    synchronized Arrival receive(byte[] into, int from, int count, int flags) throws IOException {
        checkFlags(flags);
        finish();
        boolean peeks = (flags & MSG_PEEK) != 0;
        if (ahead != null) {
            return new Arrival(receiveBehind(into, from, count, peeks), null, 0);
        }
        throwError();
        if (!connected) {
            if (connecting) {
                return null;
            }
            throw SocketFailure.of(family == SocketAddresses.AF_UNIX ? OsFailure.EINVAL : SocketFailure.ENOTCONN);
        } else if (readsNoMore || count == 0) {
            return new Arrival(0, null, 0);
        }
        int n;
        try {
            n = stream.read(ByteBuffer.wrap(into, from, count));
        } catch (IOException e) {
            // The system tells it once; then the stream is at its end.
            readsNoMore = true;
            writesNoMore = true;
            throw e;
        }
        if (n == 0) {
            return null;
        } else if (n > 0 && peeks) {
            ahead = Arrays.copyOfRange(into, from, from + n);
        }
        return new Arrival(Math.max(0, n), null, 0);
    }

    /** Gives what was read ahead, and what has come since. */
    private int receiveBehind(byte[] into, int from, int count, boolean peeks) {
        int n = takeAhead(into, from, count, peeks, false);
        if (n == count || readsNoMore) {
            return n;
        }
        try {
            int more = Math.max(0, stream.read(ByteBuffer.wrap(into, from + n, count - n)));
            if (peeks) {
                ahead = Arrays.copyOfRange(into, from, from + n + more);
            }
            return n + more;
        } catch (IOException e) {
            error = SocketFailure.number(e);
            return n;
        }
    }

    @Override
    synchronized int send(byte[] bytes, int from, int count, SocketAddress to) throws IOException {
        finish();
        throwError();
        if (!connected && connecting) {
            return LATER;
        } else if (!connected && family == SocketAddresses.AF_UNIX) {
            throw SocketFailure.of(SocketFailure.ENOTCONN);
        } else if (!connected || writesNoMore) {
            throw OsFailure.of(OsFailure.EPIPE);
        } else if (to != null && family == SocketAddresses.AF_UNIX) {
            throw SocketFailure.of(SocketFailure.EISCONN);
        }
        if (count == 0) {
            return 0;
        }
        int n = stream.write(ByteBuffer.wrap(bytes, from, count));
        return n == 0 ? LATER : n;
    }

    @Override
    synchronized int sendUrgent(byte[] bytes, int from, int count) throws IOException {
        if (!connected || family == SocketAddresses.AF_UNIX) {
            throw SocketFailure.of(SocketFailure.EOPNOTSUPP);
        } else if (count > 1) {
            // Only the last byte is urgent.
            return send(bytes, from, count - 1, null);
        } else if (count == 1) {
            stream.socket().sendUrgentData(bytes[from]);
        }
        return count;
    }

    @Override
    void shutdown(int how) throws IOException {
        synchronized (this) {
            finish();
            if (listening && how != SHUT_WR) {
                listening = false;
                server.close();
                server = null;
                stream = open();
            } else if (!connected) {
                throw SocketFailure.of(SocketFailure.ENOTCONN);
            } else {
                if (how != SHUT_WR) {
                    readsNoMore = true;
                    stream.shutdownInput();
                }
                if (how != SHUT_RD) {
                    writesNoMore = true;
                    stream.shutdownOutput();
                }
            }
        }
        readiness.channels().letGo();
        readiness.changed();
    }

    @Override
    synchronized SocketAddress local() throws IOException {
        return bound != null ? bound : either().getLocalAddress();
    }

    @Override
    synchronized SocketAddress peer() throws IOException {
        finish();
        return connected ? stream.getRemoteAddress() : null;
    }

    @Override
    synchronized int takeError() throws IOException {
        finish();
        int e = error;
        error = 0;
        return e;
    }

    @Override
    synchronized boolean isListening() {
        return listening;
    }

    @Override
    synchronized Integer option(int level, int name) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY) {
            return family == SocketAddresses.AF_INET6 ? Integer.valueOf(onlySix ? 1 : 0) : null;
        }
        if (isInline(level, name)) {
            return inline ? 1 : 0;
        }
        SocketOption<?> o = stream(level, name);
        return o == null ? null : options.get(either(), o);
    }

    @Override
    synchronized boolean setOption(int level, int name, int value) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY) {
            if (family != SocketAddresses.AF_INET6) {
                return false;
            } else if (either().getLocalAddress() != null) {
                throw OsFailure.of(OsFailure.EINVAL);
            }
            onlySix = value != 0;
            return true;
        }
        if (isInline(level, name)) {
            inline = value != 0;
            stream.socket().setOOBInline(inline);
            return true;
        }
        SocketOption<?> o = stream(level, name);
        if (o == null) {
            return false;
        }
        options.set(either(), o, value);
        return true;
    }

    /** Whether it is the option for urgent bytes to come among the others, which the channel's socket has. */
    private boolean isInline(int level, int name) {
        return level == SocketOptions.SOL_SOCKET
                && name == SocketOptions.SO_OOBINLINE
                && family != SocketAddresses.AF_UNIX
                && server == null;
    }

    /** An option that streams of the family have. Those of ports mean nothing to the system for Unix sockets, which takes them. */
    private SocketOption<?> stream(int level, int name) {
        SocketOption<?> o = SocketOptions.find(level, name);
        boolean fits = level == SocketOptions.SOL_SOCKET
                ? name != SocketOptions.SO_BROADCAST
                : family != SocketAddresses.AF_UNIX
                        && (level == SocketOptions.IPPROTO_TCP || o == StandardSocketOptions.IP_TOS);
        return fits ? o : null;
    }

    // ---- readiness

    @Override
    public synchronized SelectableChannel channel() {
        SelectableChannel c = server != null ? server : stream;
        return c.isOpen() ? c : null;
    }

    @Override
    public synchronized int operations(int events) {
        if (listening) {
            return (events & IN) != 0 ? SelectionKey.OP_ACCEPT : 0;
        } else if (connecting) {
            return (events & (IN | OUT)) != 0 ? SelectionKey.OP_CONNECT : 0;
        } else if (!connected) {
            return 0;
        }
        return ((events & IN) != 0 ? SelectionKey.OP_READ : 0) | ((events & OUT) != 0 ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public synchronized int events(int ready, int events) {
        if (channel() == null) {
            return Readiness.INVALID;
        } else if (listening) {
            return ready != 0 ? IN : 0;
        }
        if (connecting && ready != 0) {
            SocketFailure.guard(() -> {
                finish();
                return null;
            });
            if (connected) {
                return events & OUT;
            }
        }
        if (error != 0) {
            return events & (IN | OUT) | Readiness.ERROR | Readiness.HANGUP;
        } else if (connecting) {
            return 0;
        } else if (!connected) {
            return events & OUT | Readiness.HANGUP;
        }
        int r = (ready & SelectionKey.OP_READ) != 0 || ahead != null || readsNoMore ? events & IN : 0;
        r |= (ready & SelectionKey.OP_WRITE) != 0 || writesNoMore ? events & OUT : 0;
        return r | (readsNoMore && writesNoMore ? Readiness.HANGUP : 0);
    }

    @Override
    void await(Execution x, int events) {
        readiness.await(x, this, events);
    }

    @Override
    public void close() throws IOException {
        SelectableChannel c = server != null ? server : stream;
        boolean registered = c.isRegistered();
        c.close();
        if (registered) {
            readiness.channels().letGo();
        }
        readiness.changed();
    }
}
