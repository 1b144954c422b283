package org.picklejar.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.util.List;
import org.picklejar.kernel.transport.Channel;
import org.picklejar.kernel.transport.SocketLoop;
import org.picklejar.kernel.wire.Composer;
import org.picklejar.kernel.wire.Message;
import org.picklejar.kernel.wire.MessageCodec;

/**
 * Everything that leaves the kernel. One lock orders it: text that a program wrote before a message was made is sent before that message,
 * whatever threads are involved. Thread-safe.
 */
public final class Outbox {
    private final Composer composer;
    private final MessageCodec codec;
    private final StreamBuffer streams = new StreamBuffer(this::sendStream);
    private SocketLoop sockets;
    /** What the shell thread works on: parent of output that comes without an origin, as that of comm handlers does. */
    private volatile Request current;

    public Outbox(Composer composer, MessageCodec codec) {
        this.composer = composer;
        this.codec = codec;
    }

    /** Must be called once, before anything is sent. */
    void open(SocketLoop loop) {
        synchronized (streams) {
            sockets = loop;
        }
    }

    void setCurrent(Request request) {
        current = request;
    }

    /** Text of the program; sent a little later, together with its neighbours. */
    public void write(String stream, String text, Object origin) {
        streams.write(stream, text, origin instanceof Request ? origin : current);
    }

    public void publish(String type, JsonObject content, Object origin) {
        publish(type, content, new JsonObject(), List.of(), origin);
    }

    /** @param origin the {@link Request} that the message belongs to; anything else stands for the request being handled, if any */
    public void publish(String type, JsonObject content, JsonObject metadata, List<byte[]> buffers, Object origin) {
        synchronized (streams) {
            streams.flush();
            send(Channel.IOPUB, List.of(topic(type)), type, parent(origin), content, metadata, buffers);
        }
    }

    public void status(String state, Request request) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        publish("status", content, request);
    }

    public void reply(Request request, Reply reply) {
        synchronized (streams) {
            streams.flush();
            send(
                    request.channel(),
                    request.message().identities(),
                    replyType(request.type()),
                    request.parent(),
                    reply.content(),
                    reply.metadata(),
                    List.of());
        }
    }

    /**
     * Asks the front end behind a request for a line.
     *
     * @return id of the message, for comparison with the reply's parent
     */
    String requestInput(Request request, JsonObject content) {
        synchronized (streams) {
            streams.flush();
            return send(
                    Channel.STDIN,
                    request.message().identities(),
                    "input_request",
                    request.parent(),
                    content,
                    new JsonObject(),
                    List.of());
        }
    }

    /** The greeting of a new subscriber (JEP 65). Its topic is the subscription; no topic frame at all when that is empty. */
    List<byte[]> welcome(byte[] subscription) {
        JsonObject content = new JsonObject();
        content.addProperty("subscription", new String(subscription, UTF_8));
        List<byte[]> topic = subscription.length == 0 ? List.of() : List.of(subscription);
        return codec.encode(
                composer.compose(topic, "iopub_welcome", Message.NO_PARENT, content, new JsonObject(), List.of()));
    }

    static String replyType(String requestType) {
        return requestType.endsWith("_request")
                ? requestType.substring(0, requestType.length() - "request".length()) + "reply"
                : requestType + "_reply";
    }

    private void sendStream(String name, String text, Object origin) {
        JsonObject content = new JsonObject();
        content.addProperty("name", name);
        content.addProperty("text", text);
        send(
                Channel.IOPUB,
                List.of(topic("stream." + name)),
                "stream",
                parent(origin),
                content,
                new JsonObject(),
                List.of());
    }

    private String send(
            Channel channel,
            List<byte[]> identities,
            String type,
            String parent,
            JsonObject content,
            JsonObject metadata,
            List<byte[]> buffers) {
        Message message = composer.compose(identities, type, parent, content, metadata, buffers);
        sockets.send(channel, codec.encode(message));
        return message.header().id();
    }

    private byte[] topic(String type) {
        return ("kernel." + composer.session() + "." + type).getBytes(UTF_8);
    }

    private String parent(Object origin) {
        Request request = origin instanceof Request known ? known : current;
        return request == null ? Message.NO_PARENT : request.parent();
    }
}
