package org.picklejar.text.deflate;

import java.nio.ByteBuffer;

/** Reads what a {@link StateWriter} wrote; IllegalArgumentException when that is damaged. */
final class StateReader {
    private final ByteBuffer buffer;

    StateReader(byte[] state) {
        buffer = ByteBuffer.wrap(state);
    }

    /** @throws IllegalArgumentException when the value is not from {@code least} to {@code most} */
    int getInt(int least, int most) {
        int value = getInt();
        check(value >= least && value <= most);
        return value;
    }

    int getInt() {
        return need(Integer.BYTES).getInt();
    }

    long getLong() {
        return need(Long.BYTES).getLong();
    }

    boolean getBoolean() {
        return getInt(0, 1) == 1;
    }

    <E extends Enum<E>> E getEnum(E[] values) {
        return values[getInt(0, values.length - 1)];
    }

    byte[] getBytes(int most) {
        byte[] data = new byte[sizeUpTo(most)];
        buffer.get(data);
        return data;
    }

    private int sizeUpTo(int most) {
        int size = getInt(0, most);
        need(size);
        return size;
    }

    void getChars(char[] into, int count) {
        need(count * Character.BYTES).asCharBuffer().get(into, 0, count);
        buffer.position(buffer.position() + count * Character.BYTES);
    }

    private ByteBuffer need(int count) {
        check(buffer.remaining() >= count);
        return buffer;
    }

    void atEnd() {
        check(!buffer.hasRemaining());
    }

    static void check(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("the state of the stream is damaged");
        }
    }
}
