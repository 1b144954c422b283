package org.picklejar.modules.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.picklejar.core.Execution;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyType;
import org.picklejar.modules.socket.SocketModule;

/**
 * One side of a connection, between bytes that came and bytes to be sent. It never waits: what it lacks is told. Any thread may call it.
 */
final class PyTlsEngine extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_Engine", PyTlsEngine.class, PyType.OBJECT).inModule("_ssl_calls");

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    final SSLEngine engine;
    final Verification verification;

    /** What came and was not understood yet: from its position to its limit. */
    private ByteBuffer in = ByteBuffer.allocate(0);
    /** What was understood and not read yet, likewise. */
    private ByteBuffer plain = ByteBuffer.allocate(0);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean finished;
    private boolean closedByPeer;
    private SSLException failure;

    PyTlsEngine(SSLEngine engine, Verification verification) {
        this.engine = engine;
        this.verification = verification;
    }

    @Override
    public PyType type() {
        return TYPE;
    }

    /** What a call has come to. */
    enum Progress {
        /** More bytes of the other side are needed. */
        LACKS,
        DONE,
        FAILED
    }

    synchronized void feed(byte[] bytes, int from, int count) {
        ByteBuffer all = ByteBuffer.allocate(in.remaining() + count);
        all.put(in).put(bytes, from, count).flip();
        in = all;
    }

    /** All that is to be sent. */
    synchronized byte[] take() {
        byte[] r = out.toByteArray();
        out.reset();
        return r;
    }

    /** Sends what is to be sent. @return whether that was all */
    synchronized boolean flush(Execution x, int fd) {
        byte[] all = out.toByteArray();
        int done = 0;
        while (done < all.length) {
            int n = SocketModule.sendNow(x, fd, all, done, all.length - done);
            if (n < 0) {
                break;
            }
            done += n;
        }
        out.reset();
        out.write(all, done, all.length - done);
        return done == all.length;
    }

    /** Takes what has come to a socket. @return how many bytes; 0 at the end of the stream; -1: nothing yet */
    synchronized int fill(Execution x, int fd) {
        byte[] room = new byte[engine.getSession().getPacketBufferSize()];
        int n = SocketModule.receiveNow(x, fd, room);
        if (n > 0) {
            feed(room, 0, n);
        }
        return n;
    }

    /** What came, as long as nothing of it was understood. */
    synchronized byte[] unread() {
        byte[] r = new byte[in.remaining()];
        in.duplicate().get(r);
        return r;
    }

    /** Refuses the connection before its handshake with an alert in the clear (RFC 8446, 5.1 and 6). */
    synchronized void alert(int description) {
        out.writeBytes(new byte[] {21, 3, 3, 0, 2, 2, (byte) description});
    }

    synchronized SSLException failure() {
        return failure;
    }

    synchronized boolean isClosedByPeer() {
        return closedByPeer;
    }

    synchronized int pending() {
        return plain.remaining();
    }

    /** Shakes hands as far as what has come allows. */
    synchronized Progress handshake() {
        return guard(() -> {
            if (!finished && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
                engine.beginHandshake();
            }
            while (!finished) {
                if (!step()) {
                    return Progress.LACKS;
                }
                if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
                    finished = true;
                }
            }
            settle();
            return Progress.DONE;
        });
    }

    /** Understands what has come until there is something to read. */
    synchronized Progress prepare() {
        return guard(() -> {
            while (!plain.hasRemaining() && !closedByPeer) {
                if (!unwrap()) {
                    return Progress.LACKS;
                }
                settle();
            }
            return Progress.DONE;
        });
    }

    /** Gives of what is there to be read. */
    synchronized byte[] read(int count) {
        byte[] r = new byte[Math.min(count, plain.remaining())];
        plain.get(r);
        return r;
    }

    synchronized Progress write(byte[] bytes, int from, int count) {
        return guard(() -> {
            ByteBuffer data = ByteBuffer.wrap(bytes, from, count);
            while (data.hasRemaining()) {
                wrap(data);
                runTasks();
            }
            return Progress.DONE;
        });
    }

    /** Says that nothing more will be sent. @return DONE when the other side has said so too */
    synchronized Progress close() {
        return guard(() -> {
            if (!engine.isOutboundDone()) {
                engine.closeOutbound();
                while (!engine.isOutboundDone()) {
                    wrap(NOTHING);
                }
            }
            while (!closedByPeer) {
                if (plain.hasRemaining()) {
                    throw new SSLException("application data after close notify");
                } else if (!unwrap()) {
                    return Progress.LACKS;
                }
            }
            return Progress.DONE;
        });
    }

    private interface Action {
        Progress run() throws SSLException;
    }

    private Progress guard(Action a) {
        if (failure != null) {
            return Progress.FAILED;
        }
        try {
            return a.run();
        } catch (SSLException e) {
            failure = e;
            tellFailure();
            return Progress.FAILED;
        } catch (RuntimeException e) {
            // The engine throws such ones for what nobody has foreseen.
            failure = new SSLException(e.toString(), e);
            return Progress.FAILED;
        }
    }

    /** The alert for the other side. */
    private void tellFailure() {
        try {
            for (int i = 0; i < 4 && !engine.isOutboundDone(); i++) {
                engine.closeOutbound();
                wrap(NOTHING);
            }
        } catch (SSLException e) {
            failure.addSuppressed(e);
        }
    }

    /** @return false when it needs more bytes */
    private boolean step() throws SSLException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK:
                runTasks();
                return true;
            case NEED_WRAP:
                wrap(NOTHING);
                return true;
            case NEED_UNWRAP:
            case NEED_UNWRAP_AGAIN:
                return unwrap();
            default:
                return true;
        }
    }

    /** Does what the engine has to do beside what it was asked for. */
    private void settle() throws SSLException {
        for (; ; ) {
            HandshakeStatus s = engine.getHandshakeStatus();
            if (s == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (s == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
                wrap(NOTHING);
            } else {
                return;
            }
        }
    }

    private void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private boolean unwrap() throws SSLException {
        ByteBuffer room = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult r = engine.unwrap(in, room);
        while (r.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            room = ByteBuffer.allocate(room.capacity() * 2);
            r = engine.unwrap(in, room);
        }
        finished |= r.getHandshakeStatus() == HandshakeStatus.FINISHED;
        room.flip();
        if (room.hasRemaining()) {
            ByteBuffer all = ByteBuffer.allocate(plain.remaining() + room.remaining());
            all.put(plain).put(room).flip();
            plain = all;
        }
        if (engine.isInboundDone() || r.getStatus() == SSLEngineResult.Status.CLOSED) {
            if (!finished) {
                throw new SSLException("closed in handshake");
            }
            closedByPeer = true;
            return true;
        }
        return r.getStatus() != SSLEngineResult.Status.BUFFER_UNDERFLOW;
    }

    private void wrap(ByteBuffer data) throws SSLException {
        ByteBuffer room = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult r = engine.wrap(data, room);
        while (r.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            room = ByteBuffer.allocate(room.capacity() * 2);
            r = engine.wrap(data, room);
        }
        finished |= r.getHandshakeStatus() == HandshakeStatus.FINISHED;
        out.write(room.array(), 0, room.position());
        if (r.getStatus() == SSLEngineResult.Status.CLOSED && data.hasRemaining()) {
            throw new SSLException("protocol is shutdown");
        }
    }

    /** The certificates that the other side has shown; empty for none. */
    List<Certificate> peerChain() {
        try {
            return Arrays.asList(engine.getSession().getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    /** From the other side's certificate to what is trusted; empty when it was not verified. */
    List<X509Certificate> verifiedChain() {
        return verification.path() == null ? List.of() : verification.path();
    }
}
