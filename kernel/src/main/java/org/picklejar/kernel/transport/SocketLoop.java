package org.picklejar.kernel.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.picklejar.kernel.wire.Log;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The thread that owns every socket of the kernel. Other threads queue what is to be sent; a pipe in the same poll set as the sockets wakes
 * it; it never sleeps and never polls with a timeout.
 *
 * <p>Neither JeroMQ nor a pipe survives {@code Thread.interrupt}, which may hit the threads of programs at any time. So those only touch a
 * queue; a relay thread, which nobody interrupts, writes to the pipe. When one of the two fails, its handler of uncaught exceptions is
 * told: nothing could be answered any more.
 */
public final class SocketLoop implements AutoCloseable {
    private static final int LINGER_MILLIS = 1000;
    private static final byte SUBSCRIBE = 1;

    /** Gets what arrives, on the socket thread. Must return quickly. */
    public interface Receiver {
        void received(Channel channel, List<byte[]> frames);

        /** Messages to send on IOPub to greet a subscriber of a topic, before anything else is published. */
        List<List<byte[]>> subscribed(byte[] topic);
    }

    private final ZContext context = new ZContext();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ConnectionFile bound;
    private final Receiver receiver;
    private final Pipe wakeUp;
    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "picklejar-sockets");
    private final Thread relay = new Thread(this::relay, "picklejar-relay");
    private boolean closing;

    /**
     * Binds all sockets; nothing is received before {@link #start}.
     *
     * @throws org.zeromq.ZMQException when an address is taken
     */
    public SocketLoop(ConnectionFile connection, Receiver receiver) {
        this.receiver = receiver;
        try {
            wakeUp = Pipe.open();
            wakeUp.source().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                ports.put(channel, bind(channel, connection));
            }
            bound = connection.withPorts(ports);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The connection with the ports that were chosen. */
    public ConnectionFile connection() {
        return bound;
    }

    public void start() {
        relay.setDaemon(true);
        relay.start();
        thread.start();
    }

    /** Sends frames. Messages of one thread leave in order. Any thread. */
    public void send(Channel channel, List<byte[]> frames) {
        post(() -> write(channel, frames));
    }

    /** Runs a task on the socket thread, after everything that has reached the channel by now was given to the receiver. Any thread. */
    public void afterArrivals(Channel channel, Runnable task) {
        post(() -> {
            receiveAll(channel);
            task.run();
        });
    }

    /** Sends what was queued before, waits up to a second for slow peers, and frees the ports. Not on the socket thread. */
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            closeSockets();
            return;
        }
        post(() -> closing = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int bind(Channel channel, ConnectionFile connection) {
        ZMQ.Socket socket = context.createSocket(type(channel));
        sockets.put(channel, socket);
        socket.setLinger(LINGER_MILLIS);
        socket.setHWM(0);
        if (connection.ip().indexOf(':') >= 0) {
            socket.setIPv6(true);
        }
        switch (channel) {
            case SHELL, CONTROL, STDIN -> socket.setRouterHandover(true);
            case IOPUB -> socket.setXpubVerbose(true);
            case HEARTBEAT -> {}
        }
        socket.bind(connection.address(channel));
        String endpoint = socket.getLastEndpoint();
        int port = connection.port(channel);
        return port != 0 ? port : Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }

    private static SocketType type(Channel channel) {
        return switch (channel) {
            case IOPUB -> SocketType.XPUB;
            case HEARTBEAT -> SocketType.REP;
            default -> SocketType.ROUTER;
        };
    }

    private void run() {
        try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
            int pipe = poller.register(wakeUp.source(), ZMQ.Poller.POLLIN);
            sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
            while (!closing) {
                if (poller.poll(-1) < 0) {
                    throw new IllegalStateException("the poller was interrupted");
                }
                if (poller.pollin(pipe)) {
                    drainPipe();
                }
                for (Channel channel : sockets.keySet()) {
                    receiveAll(channel);
                }
                runTasks();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the socket thread failed", e);
        } finally {
            closeSockets();
        }
    }

    private void receiveAll(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        for (byte[] first = socket.recv(ZMQ.DONTWAIT); first != null; first = socket.recv(ZMQ.DONTWAIT)) {
            List<byte[]> frames = new ArrayList<>();
            frames.add(first);
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv());
            }
            try {
                receive(channel, frames);
            } catch (RuntimeException e) {
                Log.error("a message on " + channel + " could not be received", e);
            }
        }
    }

    private void receive(Channel channel, List<byte[]> frames) {
        switch (channel) {
            case HEARTBEAT -> write(channel, frames);
            case IOPUB -> {
                byte[] event = frames.get(0);
                if (event.length > 0 && event[0] == SUBSCRIBE) {
                    receiver.subscribed(Arrays.copyOfRange(event, 1, event.length))
                            .forEach(this::publish);
                }
            }
            default -> receiver.received(channel, frames);
        }
    }

    private void write(Channel channel, List<byte[]> frames) {
        if (channel == Channel.IOPUB) {
            receiveAll(Channel.IOPUB); // greet new subscribers before they see this message
            publish(frames);
            return;
        }
        sendFrames(sockets.get(channel), frames);
    }

    private void publish(List<byte[]> frames) {
        sendFrames(sockets.get(Channel.IOPUB), frames);
    }

    private static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i < last; i++) {
            socket.sendMore(frames.get(i));
        }
        socket.send(frames.get(last));
    }

    private void post(Runnable task) {
        posted.add(task);
    }

    /** Ends when the pipe is closed. */
    private void relay() {
        ByteBuffer one = ByteBuffer.allocate(1);
        List<Runnable> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(posted.take());
                posted.drainTo(batch);
                tasks.addAll(batch);
                batch.clear();
                wakeUp.sink().write(one.rewind());
            }
        } catch (ClosedChannelException e) {
            return;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the relay of the socket thread failed", e);
        }
    }

    private void drainPipe() throws IOException {
        wakeUp.source().read(ByteBuffer.allocate(64));
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                Log.error("a message could not be sent", e);
            }
        }
    }

    private void closeSockets() {
        context.close();
        try {
            wakeUp.sink().close();
            wakeUp.source().close();
        } catch (IOException e) {
            Log.error("closing the wake-up pipe", e);
        }
        posted.add(() -> {}); // lets the relay find the pipe closed
    }
}
