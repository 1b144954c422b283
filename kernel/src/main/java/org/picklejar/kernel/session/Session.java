package org.picklejar.kernel.session;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.picklejar.kernel.session.Request.BadRequest;
import org.picklejar.kernel.transport.Channel;
import org.picklejar.kernel.transport.ConnectionFile;
import org.picklejar.kernel.transport.SocketLoop;
import org.picklejar.kernel.wire.Log;
import org.picklejar.kernel.wire.Message;
import org.picklejar.kernel.wire.MessageCodec;
import org.picklejar.kernel.wire.WireException;
import org.picklejar.runtime.GuestException;

/**
 * Routes requests. The socket thread decodes and queues; the shell thread runs what needs the interpreter, one request at a time; the
 * control thread answers while a cell runs.
 */
public final class Session implements AutoCloseable {
    private static final long STACK_BYTES = 16L << 20;
    /** How long an interrupted cell may take to end before the session ends without it. */
    private static final int PATIENCE_MILLIS = 1000;

    private final MessageCodec codec;
    private final Outbox outbox;
    private final Engine engine;
    private final Stdin stdin;
    private final SocketLoop sockets;
    private final Map<String, Handler> shellHandlers = new HashMap<>();
    private final Map<String, Handler> controlHandlers = new HashMap<>();
    private final BlockingQueue<Runnable> shellQueue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> controlQueue = new LinkedBlockingQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Cells are answered "aborted". Written and read on the shell thread. */
    private boolean aborting;

    private volatile boolean restart;
    private Thread shellThread;

    /**
     * Binds the sockets.
     *
     * @throws org.zeromq.ZMQException when an address is taken
     */
    public Session(ConnectionFile connection, MessageCodec codec, Outbox outbox, Engine engine, Stdin stdin) {
        this.codec = codec;
        this.outbox = outbox;
        this.engine = engine;
        this.stdin = stdin;
        sockets = new SocketLoop(connection, new Inbox());
        outbox.open(sockets);
        onControl("interrupt_request", request -> {
            engine.interrupt();
            return Reply.ok();
        });
    }

    /** Requests that may need the interpreter, on either channel; they run on the shell thread. */
    public void onShell(String type, Handler handler) {
        shellHandlers.put(type, handler);
    }

    /** Requests on control that are answered while a cell runs. */
    public void onControl(String type, Handler handler) {
        controlHandlers.put(type, handler);
    }

    /** Call when all handlers are there. */
    public void start() {
        shellThread = start("picklejar-shell", shellQueue);
        start("picklejar-control", controlQueue);
        outbox.status("starting", null);
        sockets.start();
        engine.start();
    }

    public ConnectionFile connection() {
        return sockets.connection();
    }

    /** KeyboardInterrupt in the cell that runs. Any thread. */
    public void interrupt() {
        engine.interrupt();
    }

    /** Answers the cells that have arrived by now with "aborted" (front ends send all cells of Run All at once). On the shell thread. */
    public void abortQueuedCells() {
        aborting = true;
        sockets.afterArrivals(Channel.SHELL, () -> shellQueue.add(() -> aborting = false));
    }

    /** The reply to shutdown_request; the session ends after it is sent. */
    public Reply shutDown(Request request) {
        restart = request.flag("restart", false);
        JsonObject content = new JsonObject();
        content.addProperty("restart", restart);
        Reply reply = Reply.ok(content);
        outbox.publish("shutdown_reply", content, request);
        return reply;
    }

    /** Makes {@link #awaitEnd} return. Any thread. */
    public void stop() {
        stopped.countDown();
    }

    /** @return whether the front end wants another kernel in this one's place */
    public boolean awaitEnd() throws InterruptedException {
        stopped.await();
        return restart;
    }

    /** Sends what is left and frees the ports. A cell that still runs is interrupted. */
    @Override
    public void close() {
        stop();
        engine.interrupt();
        Runnable end = () -> {
            throw new EndOfQueue();
        };
        shellQueue.clear();
        shellQueue.add(end);
        controlQueue.add(end);
        if (shellThread != null && hasEnded(shellThread)) {
            engine.close();
        }
        sockets.close();
    }

    private static boolean hasEnded(Thread thread) {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static Thread start(String name, BlockingQueue<Runnable> queue) {
        Thread thread = new Thread(null, () -> serve(queue), name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void serve(BlockingQueue<Runnable> queue) {
        while (true) {
            try {
                queue.take().run();
            } catch (EndOfQueue | InterruptedException e) {
                return;
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                Log.error("a request failed", e);
            }
        }
    }

    private void handle(Request request, Handler handler) {
        outbox.status("busy", request);
        try {
            Reply reply = reply(request, handler);
            if (reply != null) {
                outbox.reply(request, reply);
            }
        } finally {
            outbox.status("idle", request);
        }
        if (request.type().equals("shutdown_request")) {
            stop();
        }
    }

    private Reply reply(Request request, Handler handler) {
        String subshell = request.message().header().subshell();
        if (subshell != null) {
            return Reply.error("UnknownSubshellError", "There is no subshell " + subshell, List.of());
        }
        if (handler == null) {
            Log.warn("unknown message type " + request.type() + " on " + request.channel());
            return null;
        }
        if (request.type().equals("execute_request") && aborting) {
            JsonObject content = new JsonObject();
            content.addProperty("status", "aborted");
            return Reply.ok(content);
        }
        Reply error;
        try {
            return handler.handle(request);
        } catch (GuestException e) {
            error = Reply.error(e);
        } catch (BadRequest e) {
            Log.warn(e.getMessage());
            error = Reply.error("BadRequest", e.getMessage(), List.of());
        } catch (RuntimeException e) {
            Log.error(request.type() + " failed", e);
            error = Reply.error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
        }
        return request.type().endsWith("_request") ? error : null;
    }

    /** Ends the thread of a queue. */
    private static final class EndOfQueue extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class Inbox implements SocketLoop.Receiver {
        @Override
        public void received(Channel channel, List<byte[]> frames) {
            try {
                Message message = codec.decode(frames);
                if (channel == Channel.STDIN) {
                    stdin.received(message);
                } else {
                    route(new Request(channel, message));
                }
            } catch (WireException e) {
                Log.warn("dropped a message on " + channel + ": " + e.getMessage());
            }
        }

        @Override
        public List<List<byte[]>> subscribed(byte[] topic) {
            return List.of(outbox.welcome(topic));
        }

        private void route(Request request) {
            Handler control = controlHandlers.get(request.type());
            // During warm-up no cell runs, so whatever needs no interpreter is answered out of turn.
            boolean atOnce = request.channel() == Channel.CONTROL || engine.ifReady() == null;
            if (control != null && atOnce) {
                controlQueue.add(() -> handle(request, control));
            } else {
                Handler handler = control != null ? control : shellHandlers.get(request.type());
                shellQueue.add(() -> {
                    outbox.setCurrent(request);
                    handle(request, handler);
                    outbox.setCurrent(null);
                });
            }
        }
    }
}
