package org.picklejar.modules.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first message of a client, before an engine has seen it. */
final class Greeting {
    private static final int HANDSHAKE = 22;
    private static final int HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 34;

    private Greeting() {}

    /** The name that the client asks for; empty for none, and for what is no greeting; null when it is not complete. */
    static String askedName(byte[] came) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ByteBuffer b = ByteBuffer.wrap(came);
        int size = -1;
        while (size < 0 || message.size() < size) {
            if (b.hasRemaining() && b.get(b.position()) != HANDSHAKE) {
                return "";
            } else if (b.remaining() < HEADER) {
                return null;
            }
            int length = b.getShort(b.position() + 3) & 0xffff;
            if (b.remaining() < HEADER + length) {
                return null;
            }
            message.write(came, b.position() + HEADER, length);
            b.position(b.position() + HEADER + length);
            if (size < 0 && message.size() >= MESSAGE_HEADER) {
                size = MESSAGE_HEADER + (ByteBuffer.wrap(message.toByteArray()).getInt() & 0xffffff);
            }
        }
        try {
            return name(ByteBuffer.wrap(message.toByteArray(), MESSAGE_HEADER, size - MESSAGE_HEADER));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            // The engine complains of it.
            return "";
        }
    }

    private static String name(ByteBuffer b) {
        b.position(b.position() + VERSION_AND_RANDOM);
        b.position(b.position() + 1 + (b.get(b.position()) & 0xff));
        b.position(b.position() + 2 + (b.getShort(b.position()) & 0xffff));
        b.position(b.position() + 1 + (b.get(b.position()) & 0xff));
        if (b.remaining() < 2) {
            return "";
        }
        b.getShort();
        while (b.remaining() >= MESSAGE_HEADER) {
            int kind = b.getShort();
            int length = b.getShort() & 0xffff;
            if (kind == 0) {
                b.getShort();
                b.get();
                byte[] r = new byte[b.getShort() & 0xffff];
                b.get(r);
                return new String(r, StandardCharsets.US_ASCII);
            }
            b.position(b.position() + length);
        }
        return "";
    }
}
