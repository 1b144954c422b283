package org.picklejar.kernel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.picklejar.kernel.transport.Channel;
import org.picklejar.kernel.transport.ConnectionFile;
import org.picklejar.kernel.wire.Composer;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.Log;
import org.picklejar.kernel.wire.Message;
import org.picklejar.kernel.wire.MessageCodec;
import org.picklejar.kernel.wire.Signer;
import org.picklejar.kernel.wire.WireException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Sends requests to a kernel, one at a time. To be used by one thread. */
public final class KernelClient implements AutoCloseable {
    private final ZContext context = new ZContext();
    private final MessageCodec codec;
    private final Composer composer = new Composer("picklejar");
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket iopub;
    private final ZMQ.Poller poller;
    private final Pipe death;
    private Consumer<Message> listener = message -> {};

    /**
     * Connects, and waits for the kernel's welcome: nothing that is published afterwards is lost.
     *
     * @param died completes when the kernel ends; waiting requests then fail
     */
    public KernelClient(ConnectionFile connection, CompletableFuture<?> died) throws KernelDied {
        codec = new MessageCodec(new Signer(connection.signatureScheme(), connection.key()));
        byte[] identity = UUID.randomUUID().toString().getBytes(UTF_8);
        shell = connect(SocketType.DEALER, Channel.SHELL, connection, identity);
        control = connect(SocketType.DEALER, Channel.CONTROL, connection, identity);
        iopub = connect(SocketType.SUB, Channel.IOPUB, connection, identity);
        iopub.subscribe(new byte[0]);
        try {
            death = Pipe.open();
            death.source().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        poller = context.createPoller(4);
        poller.register(death.source(), ZMQ.Poller.POLLIN);
        List.of(shell, control, iopub).forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
        died.thenRun(this::wake);
        while (!receive(iopub).type().equals("iopub_welcome")) {
            // status messages of the start; the welcome follows
        }
    }

    /** Who gets the IOPub messages, also those of earlier requests. */
    public void listen(Consumer<Message> consumer) {
        listener = consumer;
    }

    /** @return id of the request, which its outputs have as parent */
    public String send(String type, JsonObject content) {
        return send(shell, type, content);
    }

    /**
     * Waits for the reply and the idle status of a request; messages on IOPub meanwhile go to the listener.
     *
     * @return the reply's content
     */
    public JsonObject await(String request) throws KernelDied {
        JsonObject reply = null;
        boolean idle = false;
        while (reply == null || !idle) {
            poll();
            Message answer = receiveNow(shell);
            if (answer != null && parent(answer).equals(request)) {
                reply = answer.content();
            }
            for (Message message = receiveNow(iopub); message != null; message = receiveNow(iopub)) {
                listener.accept(message);
                idle |= message.type().equals("status")
                        && text(message.content(), "execution_state").equals("idle")
                        && parent(message).equals(request);
            }
        }
        return reply;
    }

    public JsonObject request(String type, JsonObject content) throws KernelDied {
        return await(send(type, content));
    }

    /** Asks the kernel to end, and waits for its reply. */
    public void shutDown() throws KernelDied {
        JsonObject content = new JsonObject();
        content.addProperty("restart", false);
        send(control, "shutdown_request", content);
        receive(control);
    }

    @Override
    public void close() {
        poller.close();
        context.close();
        try {
            death.sink().close();
            death.source().close();
        } catch (IOException e) {
            Log.error("closing the wake-up pipe", e);
        }
    }

    static String parent(Message message) {
        try {
            return text(Json.parseObject(message.parent()), "msg_id");
        } catch (WireException e) {
            return "";
        }
    }

    private ZMQ.Socket connect(SocketType type, Channel channel, ConnectionFile connection, byte[] identity) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(1000);
        socket.setHWM(0);
        if (type == SocketType.DEALER) {
            socket.setIdentity(identity);
        }
        socket.connect(connection.address(channel));
        return socket;
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content) {
        Message message = composer.compose(List.of(), type, Message.NO_PARENT, content, new JsonObject(), List.of());
        List<byte[]> frames = codec.encode(message);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
        return message.header().id();
    }

    private Message receive(ZMQ.Socket socket) throws KernelDied {
        Message message = receiveNow(socket);
        while (message == null) {
            poll();
            message = receiveNow(socket);
        }
        return message;
    }

    private void poll() throws KernelDied {
        if (poller.poll(-1) < 0 || poller.pollin(0)) {
            throw new KernelDied("the kernel ended unexpectedly");
        }
    }

    private Message receiveNow(ZMQ.Socket socket) {
        byte[] first = socket.recv(ZMQ.DONTWAIT);
        if (first == null) {
            return null;
        }
        List<byte[]> frames = new ArrayList<>(List.of(first));
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        try {
            return codec.decode(frames);
        } catch (WireException e) {
            Log.warn("dropped a message of the kernel: " + e.getMessage());
            return null;
        }
    }

    private void wake() {
        try {
            death.sink().write(ByteBuffer.wrap(new byte[1]));
        } catch (IOException e) {
            return; // the client was closed before the kernel
        }
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
    }
}
