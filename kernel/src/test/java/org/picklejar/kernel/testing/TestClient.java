package org.picklejar.kernel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A front end over real ZeroMQ. It shares no code with the kernel: signing, framing and JSON are its own, so that an error of the kernel's
 * codec cannot hide. Waits end after {@link #PATIENCE} with a failure.
 */
public final class TestClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    /** A message as received. */
    public record Received(
            String topic,
            JsonObject header,
            JsonObject parent,
            JsonObject metadata,
            JsonObject content,
            List<byte[]> buffers) {
        public String type() {
            return header.get("msg_type").getAsString();
        }

        public String parentId() {
            return parent.has("msg_id") ? parent.get("msg_id").getAsString() : null;
        }

        public String text(String key) {
            return content.get(key).getAsString();
        }
    }

    private final ZContext context = new ZContext();
    private final JsonObject connection;
    private final String session = UUID.randomUUID().toString();
    public final ZMQ.Socket shell;
    public final ZMQ.Socket control;
    public final ZMQ.Socket stdin;
    public final ZMQ.Socket iopub;
    public final ZMQ.Socket heartbeat;

    /** Connects, and waits for the welcome on IOPub. */
    public TestClient(JsonObject connection) {
        this(connection, "");
        Received welcome = receive(iopub);
        if (!welcome.type().equals("iopub_welcome")) {
            throw new AssertionError("the first message is " + welcome);
        }
    }

    /** Connects and subscribes to a topic. */
    public TestClient(JsonObject connection, String topic) {
        this.connection = connection;
        String identity = UUID.randomUUID().toString();
        shell = connect(SocketType.DEALER, "shell_port", identity);
        control = connect(SocketType.DEALER, "control_port", identity);
        stdin = connect(SocketType.DEALER, "stdin_port", identity);
        heartbeat = connect(SocketType.REQ, "hb_port", identity);
        iopub = context.createSocket(SocketType.SUB);
        iopub.setRcvHWM(0);
        iopub.setReceiveTimeOut((int) PATIENCE.toMillis());
        iopub.subscribe(topic.getBytes(UTF_8));
        iopub.connect(address("iopub_port"));
    }

    private ZMQ.Socket connect(SocketType type, String port, String identity) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setIdentity(identity.getBytes(UTF_8));
        socket.setLinger(0);
        socket.setReceiveTimeOut((int) PATIENCE.toMillis());
        socket.connect(address(port));
        return socket;
    }

    private String address(String port) {
        return "tcp://" + connection.get("ip").getAsString() + ":"
                + connection.get(port).getAsInt();
    }

    /** @return the message id */
    public String send(ZMQ.Socket socket, String type, JsonObject content) {
        return send(socket, type, content, List.of());
    }

    public String send(ZMQ.Socket socket, String type, JsonObject content, List<byte[]> buffers) {
        JsonObject header = header(type);
        send(socket, frames(header, "{}", content, buffers));
        return header.get("msg_id").getAsString();
    }

    public String sendInputReply(String value, Received question) {
        JsonObject header = header("input_reply");
        JsonObject content = json("{}");
        content.addProperty("value", value);
        send(stdin, frames(header, question == null ? "{}" : question.header().toString(), content, List.of()));
        return header.get("msg_id").getAsString();
    }

    public JsonObject header(String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("msg_type", type);
        header.addProperty("session", session);
        header.addProperty("username", "test");
        header.addProperty("date", "2026-01-01T00:00:00.000000Z");
        header.addProperty("version", "5.4");
        return header;
    }

    /** Signed frames, to be sent as they are or after some damage. */
    public List<byte[]> frames(JsonObject header, String parent, JsonObject content, List<byte[]> buffers) {
        List<byte[]> signed = List.of(
                GSON.toJson(header).getBytes(UTF_8),
                parent.getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                GSON.toJson(content).getBytes(UTF_8));
        return withSignature(signed, buffers);
    }

    public List<byte[]> withSignature(List<byte[]> signed, List<byte[]> buffers) {
        List<byte[]> frames = new ArrayList<>(
                List.of("<IDS|MSG>".getBytes(UTF_8), signature(signed).getBytes(UTF_8)));
        frames.addAll(signed);
        frames.addAll(buffers);
        return frames;
    }

    public void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }

    public String execute(String code) {
        return execute(code, "{}");
    }

    /** @param options more fields of the request, as JSON */
    public String execute(String code, String options) {
        JsonObject content =
                json("{\"silent\": false, \"store_history\": true, \"user_expressions\": {}, \"allow_stdin\": true}");
        content.addProperty("code", code);
        json(options).entrySet().forEach(field -> content.add(field.getKey(), field.getValue()));
        return send(shell, "execute_request", content);
    }

    /** The next message; its signature must be right. */
    public Received receive(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = socket.recv();
            if (frame == null) {
                throw new AssertionError("no message within " + PATIENCE);
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        int delimiter = 0;
        while (!new String(frames.get(delimiter), UTF_8).equals("<IDS|MSG>")) {
            delimiter++;
        }
        List<byte[]> signed = frames.subList(delimiter + 2, delimiter + 6);
        if (!signature(signed).equals(new String(frames.get(delimiter + 1), UTF_8))) {
            throw new AssertionError("wrong signature");
        }
        List<JsonObject> parts =
                signed.stream().map(frame -> json(new String(frame, UTF_8))).toList();
        String topic = delimiter == 0 ? null : new String(frames.get(delimiter - 1), UTF_8);
        return new Received(
                topic,
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                frames.subList(delimiter + 6, frames.size()));
    }

    /** The reply to a request; a reply to another one is a failure. */
    public Received reply(ZMQ.Socket socket, String request) {
        Received reply = receive(socket);
        if (!request.equals(reply.parentId())) {
            throw new AssertionError("expected the reply to " + request + ", got " + reply);
        }
        return reply;
    }

    /** IOPub messages of a request, from busy to idle; those of other parents are skipped. */
    public List<Received> transcript(String request) {
        List<Received> messages = new ArrayList<>();
        while (true) {
            Received message = receive(iopub);
            if (request.equals(message.parentId())) {
                messages.add(message);
                if (isIdle(message)) {
                    return messages;
                }
            }
        }
    }

    /** IOPub messages up to one that satisfies the condition, which is returned. */
    public Received await(Predicate<Received> condition) {
        while (true) {
            Received message = receive(iopub);
            if (condition.test(message)) {
                return message;
            }
        }
    }

    public static boolean isIdle(Received message) {
        return message.type().equals("status")
                && message.text("execution_state").equals("idle");
    }

    /** Short form of a transcript: types, and what is in them. */
    public static List<String> summary(List<Received> messages) {
        return messages.stream().map(TestClient::summary).toList();
    }

    private static String summary(Received message) {
        JsonObject content = message.content();
        return switch (message.type()) {
            case "status" -> content.get("execution_state").getAsString();
            case "stream" ->
                content.get("name").getAsString() + ":" + content.get("text").getAsString();
            case "execute_input" ->
                "in[" + content.get("execution_count").getAsInt() + "]:"
                        + content.get("code").getAsString();
            case "execute_result" ->
                "out[" + content.get("execution_count").getAsInt() + "]:"
                        + content.getAsJsonObject("data").get("text/plain").getAsString();
            case "error" -> "error:" + content.get("ename").getAsString();
            default -> message.type();
        };
    }

    private String signature(List<byte[]> frames) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(connection.get("key").getAsString().getBytes(UTF_8), "HmacSHA256"));
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** Bytes for heartbeats and damage. */
    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        Arrays.setAll(values, i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    @Override
    public void close() {
        context.close();
    }
}
