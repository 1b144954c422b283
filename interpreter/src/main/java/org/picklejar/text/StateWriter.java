package org.picklejar.text;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes the state of a stream, for a {@link StateReader}. */
public final class StateWriter {
    private ByteBuffer buffer = ByteBuffer.allocate(1024);

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int size = Math.max(buffer.position() + count, 2 * buffer.capacity());
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), size)).position(buffer.position());
        }
        return buffer;
    }

    public void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    public void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    public void putBytes(byte[] data, int from, int to) {
        putInt(to - from);
        room(to - from).put(data, from, to - from);
    }

    /** An array whose length the reader knows. */
    public void putChars(char[] data, int count) {
        ByteBuffer b = room(count * Character.BYTES);
        b.asCharBuffer().put(data, 0, count);
        b.position(b.position() + count * Character.BYTES);
    }

    public byte[] state() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
