package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.posix.Environment;
import org.picklejar.ops.Values;

/** Addresses of sockets: those of Java, and those that Python has. */
final class SocketAddresses {
    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    private static final int MAPPED = 12;

    private SocketAddresses() {}

    /** @param o the path of a Unix socket as str, or (the address as 4 or 16 bytes, port, number of the interface) */
    static SocketAddress of(Execution x, PyObject o) {
        if (o instanceof PyStr s) {
            return UnixDomainSocketAddress.of(Environment.of(x).resolve(s.toString()));
        }
        PyTuple t = (PyTuple) o;
        return new InetSocketAddress(
                address(((PyBytes) t.get(0)).value, Values.toInt(t.get(2))), Values.toInt(t.get(1)));
    }

    /** @param scope the number of an interface, or 0 */
    static InetAddress address(byte[] bytes, int scope) {
        return SocketFailure.guard(() -> scope != 0 && bytes.length == 16
                ? Inet6Address.getByAddress(null, bytes, scope)
                : InetAddress.getByAddress(bytes));
    }

    /** As {@code getsockname()} and its like give it: a str for a Unix socket, else (host, port) or (host, port, flow, scope). */
    static PyObject python(SocketAddress a, int family) {
        if (family == AF_UNIX) {
            Path p = a instanceof UnixDomainSocketAddress u ? u.getPath() : null;
            return PyStr.of(p == null ? "" : p.toString());
        }
        InetSocketAddress i = (InetSocketAddress) a;
        PyInt port = PyInt.of(i == null ? 0 : i.getPort());
        if (family == AF_INET) {
            return PyTuple.of(PyStr.of(i == null ? "0.0.0.0" : text(i.getAddress())), port);
        }
        InetAddress address = i == null ? null : i.getAddress();
        int scope = address instanceof Inet6Address six ? six.getScopeId() : 0;
        PyStr host = PyStr.of(address == null ? "::" : sixText(address) + zone(address, scope));
        return PyTuple.of(host, port, PyInt.of(0), PyInt.of(scope));
    }

    static String text(InetAddress a) {
        return NumericAddress.text(a.getAddress());
    }

    private static String sixText(InetAddress a) {
        if (a instanceof Inet4Address) {
            return a.isAnyLocalAddress() ? "::" : "::ffff:" + text(a);
        }
        return text(a);
    }

    /** What follows the address of a link, as C writes it: {@code %eth0}. */
    private static String zone(InetAddress a, int scope) {
        if (scope == 0 || !a.isLinkLocalAddress() && !a.isMCLinkLocal()) {
            return "";
        }
        try {
            NetworkInterface n = NetworkInterface.getByIndex(scope);
            return "%" + (n == null ? String.valueOf(scope) : n.getName());
        } catch (IOException e) {
            return "%" + scope;
        }
    }

    /** The bytes of an address as a family has them: an address of version 4 is one of 6 as well. */
    static byte[] bytes(InetAddress a, int family) {
        byte[] b = a.getAddress();
        if (family == AF_INET6 && b.length == 4) {
            byte[] mapped = new byte[16];
            mapped[MAPPED - 2] = -1;
            mapped[MAPPED - 1] = -1;
            System.arraycopy(b, 0, mapped, MAPPED, 4);
            return mapped;
        }
        return b;
    }

    /** The longest path that the system takes for a Unix socket. */
    static boolean isTooLong(String path) {
        return path.getBytes(StandardCharsets.UTF_8).length >= 108;
    }
}
