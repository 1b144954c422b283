package org.picklejar.modules.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import org.picklejar.core.PyException;
import org.picklejar.modules.OsFailure;
import org.picklejar.modules.errno.ErrnoModule;

/** Error numbers of sockets, and what of Java stands for them. */
final class SocketFailure {
    static final int ENODEV = 19;
    static final int EDESTADDRREQ = 89;
    static final int EMSGSIZE = 90;
    static final int ENOPROTOOPT = 92;
    static final int EPROTONOSUPPORT = 93;
    static final int ESOCKTNOSUPPORT = 94;
    static final int EOPNOTSUPP = 95;
    static final int EAFNOSUPPORT = 97;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ECONNRESET = 104;
    static final int EISCONN = 106;
    static final int ENOTCONN = 107;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;
    static final int EALREADY = 114;
    static final int EINPROGRESS = 115;
    static final int ENOTSOCK = 88;

    private SocketFailure() {}

    /** An action on a channel. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** Runs an action; what it throws becomes an OSError. */
    static <T> T guard(Action<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw OsFailure.of(number(e));
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
            throw OsFailure.of(number(e));
        }
    }

    static PyException of(int errno) {
        return OsFailure.of(errno);
    }

    private static int number(RuntimeException e) {
        if (e instanceof NotYetConnectedException) {
            return ENOTCONN;
        } else if (e instanceof AlreadyConnectedException) {
            return EISCONN;
        } else if (e instanceof ConnectionPendingException) {
            return EALREADY;
        } else if (e instanceof UnsupportedAddressTypeException || e instanceof UnresolvedAddressException) {
            return EAFNOSUPPORT;
        } else if (e instanceof UnsupportedOperationException) {
            return EOPNOTSUPP;
        }
        return OsFailure.EINVAL;
    }

    static int number(IOException e) {
        if (e instanceof PortUnreachableException) {
            return ECONNREFUSED;
        } else if (e instanceof NoRouteToHostException) {
            return EHOSTUNREACH;
        } else if (e instanceof ClosedChannelException) {
            return OsFailure.EBADF;
        }
        String text = e.getMessage();
        if ("Connection reset".equals(text)) {
            return ECONNRESET;
        } else if (text != null && text.startsWith("Protocol family")) {
            return EAFNOSUPPORT;
        }
        return ErrnoModule.number(text, e instanceof ConnectException ? ECONNREFUSED : OsFailure.number(e));
    }
}
