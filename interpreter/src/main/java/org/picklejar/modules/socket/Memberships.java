package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.picklejar.modules.OsFailure;

/** The multicast groups that a socket is in, and the interface by which it sends to groups. */
final class Memberships {
    private static final int IP_MULTICAST_IF = 32;
    private static final int IP_ADD_MEMBERSHIP = 35;
    private static final int IP_DROP_MEMBERSHIP = 36;
    private static final int IP_ADD_SOURCE_MEMBERSHIP = 39;
    private static final int IP_DROP_SOURCE_MEMBERSHIP = 40;
    private static final int IPV6_MULTICAST_IF = 17;
    private static final int IPV6_JOIN_GROUP = 20;
    private static final int IPV6_LEAVE_GROUP = 21;

    private final DatagramChannel channel;
    private final int family;
    /** By group, interface and source. */
    private final Map<List<Object>, MembershipKey> keys = new HashMap<>();

    Memberships(DatagramChannel channel, int family) {
        this.channel = channel;
        this.family = family;
    }

    /** @param value the structure that C has: group, interface and perhaps source. @return whether there is such an option */
    boolean set(int level, int name, byte[] value) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6) {
            if (name == IPV6_MULTICAST_IF && value.length == 4) {
                return setOutgoing(level, name, number(value, 0));
            } else if (name != IPV6_JOIN_GROUP && name != IPV6_LEAVE_GROUP) {
                return false;
            }
            check(value.length >= 20);
            change(name == IPV6_JOIN_GROUP, address(value, 0, 16), byIndex(number(value, 16)), null);
            return true;
        }
        if (level != SocketOptions.IPPROTO_IP) {
            return false;
        }
        switch (name) {
            case IP_MULTICAST_IF -> {
                check(value.length >= 4);
                NetworkInterface i = value.length >= 12
                        ? byIndex(number(value, 8))
                        : byAddress(address(value, value.length >= 8 ? 4 : 0, 4));
                channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, i);
            }
            case IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP -> {
                check(value.length >= 8);
                int index = value.length >= 12 ? number(value, 8) : 0;
                NetworkInterface i = index != 0 ? byIndex(index) : byAddress(address(value, 4, 4));
                change(name == IP_ADD_MEMBERSHIP, address(value, 0, 4), i, null);
            }
            case IP_ADD_SOURCE_MEMBERSHIP, IP_DROP_SOURCE_MEMBERSHIP -> {
                check(value.length >= 12);
                change(
                        name == IP_ADD_SOURCE_MEMBERSHIP,
                        address(value, 0, 4),
                        byAddress(address(value, 4, 4)),
                        address(value, 8, 4));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void change(boolean joins, InetAddress group, NetworkInterface i, InetAddress source) throws IOException {
        check(group.isMulticastAddress());
        List<Object> key = Arrays.asList(group, i, source);
        if (joins) {
            if (keys.containsKey(key)) {
                throw SocketFailure.of(SocketFailure.EADDRINUSE);
            }
            keys.put(key, source == null ? channel.join(group, i) : channel.join(group, i, source));
            return;
        }
        MembershipKey m = keys.remove(key);
        if (m == null) {
            throw SocketFailure.of(SocketFailure.EADDRNOTAVAIL);
        }
        m.drop();
    }

    private static void check(boolean valid) {
        if (!valid) {
            throw OsFailure.of(OsFailure.EINVAL);
        }
    }

    private static int number(byte[] value, int at) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    private static InetAddress address(byte[] value, int from, int count) {
        return SocketAddresses.address(Arrays.copyOfRange(value, from, from + count), 0);
    }

    /** The interface with an address; for that which stands for all the first one that can do it. */
    private NetworkInterface byAddress(InetAddress a) throws IOException {
        NetworkInterface i = a.isAnyLocalAddress() ? byIndex(0) : NetworkInterface.getByInetAddress(a);
        if (i == null) {
            throw OsFailure.of(family == SocketAddresses.AF_INET ? SocketFailure.EADDRNOTAVAIL : SocketFailure.ENODEV);
        }
        return i;
    }

    private static NetworkInterface byIndex(int index) throws IOException {
        NetworkInterface found = index == 0 ? any() : NetworkInterface.getByIndex(index);
        if (found == null) {
            throw OsFailure.of(SocketFailure.ENODEV);
        }
        return found;
    }

    private static NetworkInterface any() throws IOException {
        NetworkInterface loopback = null;
        for (NetworkInterface i : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (i.isUp() && i.supportsMulticast() && !i.isLoopback()) {
                return i;
            }
            loopback = i.isLoopback() ? i : loopback;
        }
        return loopback;
    }

    /** The interface by which is sent, as a number; null when there is no such option. */
    Integer outgoing(int level, int name) throws IOException {
        if (level == SocketOptions.IPPROTO_IPV6 && name == IPV6_MULTICAST_IF) {
            NetworkInterface i = channel.getOption(StandardSocketOptions.IP_MULTICAST_IF);
            return i == null ? 0 : i.getIndex();
        }
        if (level != SocketOptions.IPPROTO_IP || name != IP_MULTICAST_IF) {
            return null;
        }
        NetworkInterface i = channel.getOption(StandardSocketOptions.IP_MULTICAST_IF);
        return i == null
                ? Integer.valueOf(0)
                : i.inetAddresses()
                        .filter(a -> a.getAddress().length == 4)
                        .findFirst()
                        .map(a -> number(a.getAddress(), 0))
                        .orElse(0);
    }

    /** @param value the number of an interface. @return whether there is such an option */
    boolean setOutgoing(int level, int name, int value) throws IOException {
        if (level != SocketOptions.IPPROTO_IPV6 || name != IPV6_MULTICAST_IF) {
            return false;
        }
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, byIndex(value));
        return true;
    }
}
