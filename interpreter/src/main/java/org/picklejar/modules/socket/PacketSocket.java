package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import org.picklejar.core.Execution;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.posix.Polled;
import org.picklejar.modules.posix.Readiness;

/** Datagrams: UDP. */
final class PacketSocket extends SocketFile implements Polled {
    private static final int MOST_BYTES = 65536;

    private final Readiness readiness;
    private final SocketOptions options = new SocketOptions();
    private final DatagramChannel channel;
    private final Memberships memberships;
    /** Datagrams are received whole: what of one is not taken is lost. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_BYTES);

    private SocketAddress aheadFrom;
    private boolean readsNoMore;
    private boolean writesNoMore;
    private boolean onlySix;

    PacketSocket(Readiness readiness, int family, int proto) throws IOException {
        super(family, SOCK_DGRAM, proto);
        this.readiness = readiness;
        ProtocolFamily f =
                family == SocketAddresses.AF_INET ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        channel = DatagramChannel.open(f);
        channel.configureBlocking(false);
        memberships = new Memberships(channel, family);
    }

    @Override
    synchronized void bind(SocketAddress a) throws IOException {
        channel.bind(a);
    }

    @Override
    void listen(int backlog) {
        throw SocketFailure.of(SocketFailure.EOPNOTSUPP);
    }

    @Override
    SocketFile accept() {
        throw SocketFailure.of(SocketFailure.EOPNOTSUPP);
    }

    @Override
    synchronized void connect(SocketAddress a) throws IOException {
        if (channel.isConnected()) {
            channel.disconnect();
        }
        if (a != null) {
            channel.connect(a);
        }
    }

    @Override
    synchronized Arrival receive(byte[] into, int from, int count, int flags) throws IOException {
        checkFlags(flags);
        boolean peeks = (flags & MSG_PEEK) != 0;
        if (ahead == null) {
            if (readsNoMore) {
                return new Arrival(0, null, 0);
            }
            buffer.clear();
            SocketAddress source = receiveWhole();
            if (source == null) {
                return null;
            }
            buffer.flip();
            ahead = new byte[buffer.remaining()];
            buffer.get(ahead);
            aheadFrom = source;
        }
        int whole = ahead.length;
        int n = takeAhead(into, from, count, peeks, true);
        boolean cut = whole > n;
        return new Arrival(cut && (flags & MSG_TRUNC) != 0 ? whole : n, aheadFrom, cut ? MSG_TRUNC : 0);
    }

    private SocketAddress receiveWhole() throws IOException {
        for (; ; ) {
            buffer.clear();
            SocketAddress a = channel.receive(buffer);
            if (a == null || !onlySix || ((InetSocketAddress) a).getAddress().getAddress().length != 4) {
                return a;
            }
        }
    }

    @Override
    synchronized int send(byte[] bytes, int from, int count, SocketAddress to) throws IOException {
        if (writesNoMore) {
            throw OsFailure.of(OsFailure.EPIPE);
        } else if (to == null && !channel.isConnected()) {
            throw SocketFailure.of(SocketFailure.EDESTADDRREQ);
        }
        ByteBuffer b = ByteBuffer.wrap(bytes, from, count);
        int n;
        if (to == null || to.equals(channel.getRemoteAddress())) {
            n = channel.write(b);
        } else {
            n = channel.send(b, to);
        }
        return n == 0 && count > 0 ? LATER : n;
    }

    @Override
    void shutdown(int how) {
        synchronized (this) {
            if (!channel.isConnected()) {
                throw SocketFailure.of(SocketFailure.ENOTCONN);
            }
            readsNoMore |= how != SHUT_WR;
            writesNoMore |= how != SHUT_RD;
        }
        readiness.changed();
    }

    @Override
    SocketAddress local() throws IOException {
        return channel.getLocalAddress();
    }

    @Override
    SocketAddress peer() throws IOException {
        return channel.getRemoteAddress();
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
    synchronized Integer option(int level, int name) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY) {
            return family == SocketAddresses.AF_INET6 ? Integer.valueOf(onlySix ? 1 : 0) : null;
        }
        SocketOption<?> o = packet(level, name);
        return o == null ? memberships.outgoing(level, name) : options.get(channel, o);
    }

    @Override
    synchronized boolean setOption(int level, int name, int value) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY) {
            onlySix = value != 0;
            return family == SocketAddresses.AF_INET6;
        }
        SocketOption<?> o = packet(level, name);
        if (o == null) {
            return memberships.setOutgoing(level, name, value);
        }
        options.set(channel, o, value);
        return true;
    }

    private static SocketOption<?> packet(int level, int name) {
        SocketOption<?> o = SocketOptions.find(level, name);
        return level == SocketOptions.IPPROTO_TCP || o == StandardSocketOptions.SO_LINGER ? null : o;
    }

    @Override
    synchronized boolean setMembership(int level, int name, byte[] value) throws IOException {
        return memberships.set(level, name, value);
    }

    // ---- readiness

    @Override
    public SelectableChannel channel() {
        return channel.isOpen() ? channel : null;
    }

    @Override
    public int operations(int events) {
        return ((events & IN) != 0 ? SelectionKey.OP_READ : 0) | ((events & OUT) != 0 ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public synchronized int events(int ready, int events) {
        if (!channel.isOpen()) {
            return Readiness.INVALID;
        }
        return ((ready & SelectionKey.OP_READ) != 0 || ahead != null || readsNoMore ? events & IN : 0)
                | ((ready & SelectionKey.OP_WRITE) != 0 ? events & OUT : 0);
    }

    @Override
    void await(Execution x, int events) {
        readiness.await(x, this, events);
    }

    @Override
    public void close() throws IOException {
        boolean registered = channel.isRegistered();
        channel.close();
        if (registered) {
            readiness.channels().letGo();
        }
        readiness.changed();
    }
}
