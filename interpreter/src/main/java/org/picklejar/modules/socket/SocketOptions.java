package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.util.HashMap;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/** The options of one socket: what was set is kept, for another channel may take the place of the first. */
final class SocketOptions {
    static final int SOL_SOCKET = 1;
    static final int IPPROTO_IP = 0;
    static final int IPPROTO_TCP = 6;
    static final int IPPROTO_IPV6 = 41;
    static final int SO_REUSEADDR = 2;
    static final int SO_TYPE = 3;
    static final int SO_ERROR = 4;
    static final int SO_BROADCAST = 6;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_KEEPALIVE = 9;
    static final int SO_OOBINLINE = 10;
    static final int SO_LINGER = 13;
    static final int SO_REUSEPORT = 15;
    static final int SO_ACCEPTCONN = 30;
    static final int SO_PROTOCOL = 38;
    static final int SO_DOMAIN = 39;
    static final int IP_TOS = 1;
    static final int IP_MULTICAST_TTL = 33;
    static final int IP_MULTICAST_LOOP = 34;
    static final int IPV6_MULTICAST_HOPS = 18;
    static final int IPV6_MULTICAST_LOOP = 19;
    static final int IPV6_V6ONLY = 26;
    static final int IPV6_TCLASS = 67;
    static final int TCP_NODELAY = 1;
    static final int TCP_KEEPIDLE = 4;
    static final int TCP_KEEPINTVL = 5;
    static final int TCP_KEEPCNT = 6;
    static final int TCP_QUICKACK = 12;

    /** Which option of Java a number stands for. */
    private record Name(int level, int number) {}

    private static final Map<Name, SocketOption<?>> KNOWN = Map.ofEntries(
            Map.entry(new Name(SOL_SOCKET, SO_REUSEADDR), StandardSocketOptions.SO_REUSEADDR),
            Map.entry(new Name(SOL_SOCKET, SO_REUSEPORT), StandardSocketOptions.SO_REUSEPORT),
            Map.entry(new Name(SOL_SOCKET, SO_BROADCAST), StandardSocketOptions.SO_BROADCAST),
            Map.entry(new Name(SOL_SOCKET, SO_SNDBUF), StandardSocketOptions.SO_SNDBUF),
            Map.entry(new Name(SOL_SOCKET, SO_RCVBUF), StandardSocketOptions.SO_RCVBUF),
            Map.entry(new Name(SOL_SOCKET, SO_KEEPALIVE), StandardSocketOptions.SO_KEEPALIVE),
            Map.entry(new Name(SOL_SOCKET, SO_LINGER), StandardSocketOptions.SO_LINGER),
            Map.entry(new Name(IPPROTO_IP, IP_TOS), StandardSocketOptions.IP_TOS),
            Map.entry(new Name(IPPROTO_IP, IP_MULTICAST_TTL), StandardSocketOptions.IP_MULTICAST_TTL),
            Map.entry(new Name(IPPROTO_IP, IP_MULTICAST_LOOP), StandardSocketOptions.IP_MULTICAST_LOOP),
            Map.entry(new Name(IPPROTO_IPV6, IPV6_TCLASS), StandardSocketOptions.IP_TOS),
            Map.entry(new Name(IPPROTO_IPV6, IPV6_MULTICAST_HOPS), StandardSocketOptions.IP_MULTICAST_TTL),
            Map.entry(new Name(IPPROTO_IPV6, IPV6_MULTICAST_LOOP), StandardSocketOptions.IP_MULTICAST_LOOP),
            Map.entry(new Name(IPPROTO_TCP, TCP_NODELAY), StandardSocketOptions.TCP_NODELAY),
            Map.entry(new Name(IPPROTO_TCP, TCP_KEEPIDLE), ExtendedSocketOptions.TCP_KEEPIDLE),
            Map.entry(new Name(IPPROTO_TCP, TCP_KEEPINTVL), ExtendedSocketOptions.TCP_KEEPINTERVAL),
            Map.entry(new Name(IPPROTO_TCP, TCP_KEEPCNT), ExtendedSocketOptions.TCP_KEEPCOUNT),
            Map.entry(new Name(IPPROTO_TCP, TCP_QUICKACK), ExtendedSocketOptions.TCP_QUICKACK));

    private final Map<SocketOption<?>, Object> values = new HashMap<>();

    /** Null when there is no such option. */
    static SocketOption<?> find(int level, int number) {
        return KNOWN.get(new Name(level, number));
    }

    /** Those of a connection are those of the socket that has accepted it. */
    void inherit(SocketOptions from) {
        values.putAll(from.values);
    }

    /** Whether an option that is on or off was set to be on. */
    boolean isOn(SocketOption<Boolean> o) {
        return Boolean.TRUE.equals(values.get(o));
    }

    /** Gives a new channel what was set. */
    void apply(NetworkChannel c) throws IOException {
        for (Map.Entry<SocketOption<?>, Object> e : values.entrySet()) {
            if (c.supportedOptions().contains(e.getKey())) {
                set(c, e.getKey(), e.getValue());
            }
        }
    }

    @SuppressWarnings("unchecked") // The value was made for the option.
    private static <T> void set(NetworkChannel c, SocketOption<T> o, Object value) throws IOException {
        c.setOption(o, (T) value);
    }

    /** @param number as C has it; of SO_LINGER the seconds, negative for none */
    void set(NetworkChannel c, SocketOption<?> o, int number) throws IOException {
        Object value = o.type() == Boolean.class ? (Object) (number != 0) : (Object) number;
        if (c.supportedOptions().contains(o)) {
            set(c, o, value);
        }
        values.put(o, value);
    }

    /** As C has it. */
    Integer get(NetworkChannel c, SocketOption<?> o) throws IOException {
        Object v = c.supportedOptions().contains(o) ? c.getOption(o) : values.get(o);
        if (v instanceof Boolean b) {
            return b ? 1 : 0;
        }
        return v instanceof Integer i ? i : Integer.valueOf(0);
    }
}
