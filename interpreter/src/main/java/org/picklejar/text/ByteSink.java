package org.picklejar.text;

import java.util.Arrays;

/** Takes output, as much as it may. */
public final class ByteSink {
    private static final int FIRST = 1 << 12;

    private byte[] buffer = new byte[0];
    private int size;
    private final long most;

    /** @param most bytes of output, negative for no bound */
    public ByteSink(long most) {
        this.most = most < 0 ? Integer.MAX_VALUE - Long.BYTES : Math.min(most, Integer.MAX_VALUE - Long.BYTES);
    }

    /** How many bytes it still takes. */
    public int room() {
        return (int) (most - size);
    }

    public boolean isFull() {
        return size == most;
    }

    public int size() {
        return size;
    }

    /** Takes a byte; there is room. */
    public void put(int b) {
        if (size == buffer.length) {
            grow(1);
        }
        buffer[size++] = (byte) b;
    }

    /** Takes bytes; there is room. */
    public void put(byte[] data, int from, int count) {
        if (buffer.length - size < count) {
            grow(count);
        }
        System.arraycopy(data, from, buffer, size, count);
        size += count;
    }

    /** Looks at bytes. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] data, int from, int to);
    }

    /** Shows what came since there were {@code from} bytes. */
    public void giveTo(int from, Reader reader) {
        reader.read(buffer, from, size);
    }

    private void grow(int count) {
        long wanted = Math.max(Math.max(2L * buffer.length, FIRST), (long) size + count);
        buffer = Arrays.copyOf(buffer, (int) Math.min(wanted, Math.max(most, (long) size + count)));
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }
}
