package org.picklejar.kernel.transport;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.picklejar.kernel.wire.Json;
import org.picklejar.kernel.wire.WireException;

/** Where a kernel listens and the key of its signatures. Unknown keys are kept. */
public record ConnectionFile(JsonObject json) {
    /** Ports yet to be chosen on the loopback interface, and the given key. */
    public static ConnectionFile fresh(String key) {
        JsonObject json = new JsonObject();
        json.addProperty("transport", "tcp");
        json.addProperty("ip", "127.0.0.1");
        for (Channel channel : Channel.values()) {
            json.addProperty(channel.portKey(), 0);
        }
        json.addProperty("signature_scheme", "hmac-sha256");
        json.addProperty("key", key);
        json.addProperty("kernel_name", "picklejar");
        return new ConnectionFile(json);
    }

    /** @throws IOException when it cannot be read or is no connection file */
    public static ConnectionFile read(Path file) throws IOException {
        try {
            return new ConnectionFile(Json.parseObject(Files.readString(file)));
        } catch (WireException e) {
            throw new IOException("connection file " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes aside, then renames: a reader never sees half a file. Readable by the owner only. */
    public void write(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path aside = Files.createTempFile(directory, file.getFileName().toString(), ".new", ownerOnly);
        try {
            Files.writeString(aside, Json.write(json, "  "));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    public String transport() {
        return text("transport", "tcp");
    }

    public String ip() {
        return text("ip", "127.0.0.1");
    }

    public String key() {
        return text("key", "");
    }

    public String signatureScheme() {
        return text("signature_scheme", "hmac-sha256");
    }

    /** @return 0 when it is to be chosen. Ports may be written as strings (JEP 106) */
    public int port(Channel channel) {
        JsonElement port = json.get(channel.portKey());
        return port instanceof JsonPrimitive number ? number.getAsInt() : 0;
    }

    /** The address to bind or connect, {@code ip:port} or for ipc {@code ip-port}. */
    public String address(Channel channel) {
        int port = port(channel);
        if (transport().equals("ipc")) {
            return "ipc://" + ip() + "-" + port;
        }
        return transport() + "://" + ip() + ":" + (port == 0 ? "*" : Integer.toString(port));
    }

    public ConnectionFile withPorts(Map<Channel, Integer> ports) {
        JsonObject copy = json.deepCopy();
        ports.forEach((channel, port) -> copy.addProperty(channel.portKey(), port));
        return new ConnectionFile(copy);
    }

    private String text(String key, String otherwise) {
        return json.get(key) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
    }
}
