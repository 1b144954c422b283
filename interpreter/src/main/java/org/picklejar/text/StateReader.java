package org.picklejar.text;

import java.nio.ByteBuffer;

/** Reads what a {@link StateWriter} wrote; IllegalArgumentException when that is damaged. */
public final class StateReader {
    private final ByteBuffer buffer;

    public StateReader(byte[] state) {
        buffer = ByteBuffer.wrap(state);
    }

    /** @throws IllegalArgumentException when the value is not from {@code least} to {@code most} */
    public int getInt(int least, int most) {
        int value = getInt();
        check(value >= least && value <= most);
        return value;
    }

    public int getInt() {
        return need(Integer.BYTES).getInt();
    }

    public long getLong() {
        return need(Long.BYTES).getLong();
    }

    public boolean getBoolean() {
        return getInt(0, 1) == 1;
    }

    public <E extends Enum<E>> E getEnum(E[] values) {
        return values[getInt(0, values.length - 1)];
    }

    public byte[] getBytes(int most) {
        byte[] data = new byte[sizeUpTo(most)];
        buffer.get(data);
        return data;
    }

    private int sizeUpTo(int most) {
        int size = getInt(0, most);
        need(size);
        return size;
    }

    public void getChars(char[] into, int count) {
        need(count * Character.BYTES).asCharBuffer().get(into, 0, count);
        buffer.position(buffer.position() + count * Character.BYTES);
    }

    private ByteBuffer need(int count) {
        check(buffer.remaining() >= count);
        return buffer;
    }

    public void atEnd() {
        check(!buffer.hasRemaining());
    }

    public static void check(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("the state of the stream is damaged");
        }
    }
}
